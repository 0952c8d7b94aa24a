import { businessDay } from '../time/shanghai'

/** A good backup as the rules of keeping see it. `counters` only ever rise in a book. */
export type Kept = { id: string; at: string; counters: Readonly<Record<string, number>>; rows: number }

/** How many days, weeks and months back one backup each is kept. */
export const keepPolicy = { days: 7, weeks: 4, months: 12 } as const

const dayMs = 86_400_000

/** Weeks begin on Monday; the first of January 1970 was a Thursday. */
const weekOf = (day: string): string => String(Math.floor((Date.parse(day) / dayMs + 3) / 7))

const newestFirst = <T extends { at: string }>(all: readonly T[]): T[] =>
  [...all].sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))

/** The counters in which `now` shows less than `before`. */
export function lessThan(before: Kept['counters'], now: Kept['counters']): string[] {
  return Object.keys(before).filter((name) => (now[name] ?? 0) < before[name]!)
}

/**
 * Which backups have served their time. The newest of each of the last days, weeks and months stays; so does every one
 * that holds more than any newer backup that stays: an older or emptier state never displaces a fuller one.
 */
export function servedTheirTime(all: readonly Kept[], policy = keepPolicy): string[] {
  const sorted = newestFirst(all)
  const kept: Kept[] = []
  const seen = { days: new Set<string>(), weeks: new Set<string>(), months: new Set<string>() }
  for (const backup of sorted) {
    const day = businessDay(backup.at)
    const spans = { days: day, weeks: weekOf(day), months: day.slice(0, 7) }
    let stays = false
    for (const span of ['days', 'weeks', 'months'] as const) {
      if (seen[span].has(spans[span]) || seen[span].size >= policy[span]) continue
      seen[span].add(spans[span])
      stays = true
    }
    const covered = kept.some(({ counters }) => lessThan(backup.counters, counters).length === 0)
    if (stays || !covered) kept.push(backup)
  }
  return sorted.filter((backup) => !kept.includes(backup)).map(({ id }) => id)
}

/** The last good backup. */
export function newest<T extends { at: string }>(all: readonly T[]): T | undefined {
  return newestFirst(all)[0]
}

/** Why a state must not become the newest backup unasked; undefined when it may. */
export type Shrunk = { counters: string[]; rows: { before: number; now: number } | undefined }

/** Rows go when an import is undone; half of them at once is asked about. */
const lostShare = 0.5

/** Whether what is to be backed up is older (a counter fell) or much emptier than the last good backup. */
export function shrunk(last: Kept | undefined, now: Pick<Kept, 'counters' | 'rows'>): Shrunk | undefined {
  if (!last) return undefined
  const counters = lessThan(last.counters, now.counters)
  const rows = now.rows < last.rows * lostShare ? { before: last.rows, now: now.rows } : undefined
  return counters.length > 0 || rows ? { counters, rows } : undefined
}

/**
 * Due once a day when anything was written since; an unchanged book has its backup already. A backup from a day to come
 * was made under a wrong clock and puts nothing off.
 */
export function isDue(last: Kept | undefined, counters: Kept['counters'], now: string): boolean {
  if (!last) return true
  if (businessDay(last.at) === businessDay(now)) return false
  return Object.keys(counters).some((name) => counters[name] !== (last.counters[name] ?? 0))
}

/** Whole days since the last good backup. */
export const ageInDays = (at: string, now: string): number =>
  Math.round((Date.parse(businessDay(now)) - Date.parse(businessDay(at))) / dayMs)

/** `short`: no room for what is to be written; `low`: room now, and it is time to make some. */
export type Room = 'ok' | 'low' | 'short'
const reserve = 256 * 1_048_576
const advised = 2 * 1024 * 1_048_576

/** How a disk with `free` bytes stands against `need` bytes; a fifth more than the last backup is expected to do. */
export function roomFor(free: number, need: number): Room {
  if (free < need * 1.2 + reserve) return 'short'
  return free < Math.max(advised, need * 3) ? 'low' : 'ok'
}
