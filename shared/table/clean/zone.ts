/** Minutes east of UTC for the zone letters that payment exports write. CST is left out: it names three zones. */
const letters: Readonly<Record<string, number>> = {
  Z: 0,
  UTC: 0,
  GMT: 0,
  WET: 0,
  BST: 60,
  CET: 60,
  WEST: 60,
  CEST: 120,
  EET: 120,
  EEST: 180,
  MSK: 180,
  IST: 330,
  SGT: 480,
  HKT: 480,
  JST: 540,
  KST: 540,
  AEST: 600,
  AEDT: 660,
  EST: -300,
  EDT: -240,
  MST: -420,
  MDT: -360,
  CDT: -300,
  PST: -480,
  PDT: -420,
  BRT: -180,
}

/** Minutes east of UTC of `+0800`, `+08:00`, `UTC+8`, `PST`; undefined for a name that needs a date. */
export function fixedOffset(zone: string): number | undefined {
  const known = letters[zone.toUpperCase()]
  if (known !== undefined) return known
  const match = /^(?:UTC|GMT)?([+-])(\d{1,2}):?(\d{2})?$/i.exec(zone)
  if (!match) return undefined
  const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0)
  return minutes > 14 * 60 ? undefined : match[1] === '-' ? -minutes : minutes
}

const formats = new Map<string, Intl.DateTimeFormat | null>()

function formatOf(zone: string): Intl.DateTimeFormat | null {
  let format = formats.get(zone)
  if (format === undefined) {
    try {
      format = new Intl.DateTimeFormat('en-US', {
        timeZone: zone,
        hourCycle: 'h23',
        year: 'numeric',
        month: 'numeric',
        day: 'numeric',
        hour: 'numeric',
        minute: 'numeric',
      })
    } catch {
      format = null
    }
    formats.set(zone, format)
  }
  return format
}

/** True for a zone that `offsetAt` understands. */
export function isZone(zone: string): boolean {
  return fixedOffset(zone) !== undefined || formatOf(zone) !== null
}

function offsetOfInstant(format: Intl.DateTimeFormat, instant: number): number {
  const part: Record<string, number> = {}
  for (const { type, value } of format.formatToParts(instant)) part[type] = Number(value)
  const local = Date.UTC(
    part['year'] ?? 0,
    (part['month'] ?? 1) - 1,
    part['day'],
    part['hour'],
    part['minute'],
  )
  return Math.round((local - Math.floor(instant / 60_000) * 60_000) / 60_000)
}

const hours = new Map<string, number>()

/**
 * Minutes east of UTC that `zone` has at a wall-clock time, given as milliseconds as if it were UTC. In the hour that
 * clocks repeat the earlier reading counts. Undefined for an unknown zone.
 */
export function offsetAt(zone: string, wallClock: number): number | undefined {
  const fixed = fixedOffset(zone)
  if (fixed !== undefined) return fixed
  const hour = Math.floor(wallClock / 3_600_000)
  const key = `${zone} ${hour}`
  const known = hours.get(key)
  if (known !== undefined) return known
  const format = formatOf(zone)
  if (!format) return undefined
  const before = offsetOfInstant(format, wallClock - 24 * 3_600_000)
  const after = offsetOfInstant(format, wallClock + 24 * 3_600_000)
  const [first, second] = before > after ? [before, after] : [after, before]
  const offset = offsetOfInstant(format, wallClock - first * 60_000) === first ? first : second
  if (hours.size > 50_000) hours.clear()
  hours.set(key, offset)
  return offset
}
