import type { Capabilities, ServiceFunction, ServiceHours } from './api'

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS
/** China has one time zone and no summer time. */
const SHANGHAI_MS = 8 * 60 * MINUTE_MS

const minutes = (text: string) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3))

/** The hours that hold for a function in a zone; undefined when nothing is said about it: always open. */
function spans(hours: readonly ServiceHours[], zone: string, name: ServiceFunction) {
  const own = hours.filter((one) => one.function === name && (one.zone === zone || one.zone === '*'))
  return own.length === 0 ? undefined : own.flatMap(({ open }) => open)
}

/**
 * When a function of the service opens next.
 * @param now clock of the service, ms since 1970
 * @returns undefined while it is open; Infinity when no opening is in sight
 */
export function opensAt(
  { hours }: Pick<Capabilities, 'hours'>,
  zone: string,
  name: ServiceFunction,
  now: number,
): number | undefined {
  const open = spans(hours, zone, name)
  if (!open) return undefined
  const midnight = Math.floor((now + SHANGHAI_MS) / DAY_MS) * DAY_MS
  const minute = Math.floor((now + SHANGHAI_MS - midnight) / MINUTE_MS)
  const openings: number[] = []
  for (let ahead = 0; ahead <= 7; ahead += 1) {
    const weekday = new Date(midnight + ahead * DAY_MS).getUTCDay() || 7
    for (const { days, from, to } of open) {
      if (!days.includes(weekday)) continue
      if (ahead === 0 && minutes(from) <= minute && minute < minutes(to)) return undefined
      if (ahead === 0 && minutes(from) <= minute) continue
      openings.push(midnight + ahead * DAY_MS + minutes(from) * MINUTE_MS - SHANGHAI_MS)
    }
  }
  return Math.min(Infinity, ...openings)
}

/** Why a function is not used now. `opens`: ISO instant of the next opening, where there is one. */
export type Obstacle = { code: 'closed' | 'not-offered'; function: ServiceFunction; opens?: string }

/** Whether a function can be used now. */
export function obstacleTo(
  name: ServiceFunction,
  capabilities: Capabilities,
  zone: string,
  now: number,
): (Obstacle & { at: number }) | undefined {
  if (!capabilities.functions.includes(name)) return { code: 'not-offered', function: name, at: Infinity }
  const at = opensAt(capabilities, zone, name, now)
  if (at === undefined) return undefined
  const opens = at === Infinity ? {} : { opens: new Date(at).toISOString() }
  return { code: 'closed', function: name, ...opens, at }
}
