import { monthOf } from './month'
import { narrowed, trimmed } from './text'
import { offsetAt } from './zone'

export type DateOrder = 'dmy' | 'mdy'
/** What one value says about the order of day and month in its file. */
export type DateEvidence = DateOrder | 'dotted' | 'ambiguous' | undefined

export type InstantReading =
  /** `zone` came from the value itself. */
  | { instant: string; businessDay: string }
  /** Readable, but the file does not say the zone or the order: the text is kept, nothing is guessed. */
  | { unknown: 'zone' | 'order' }
  | { fault: 'not-a-date' | 'serial' }

type Clock = { h: number; m: number; s: number; fraction: string }

const ISO = /^(\d{4})-(\d\d)-(\d\d)[ T](\d\d):(\d\d):(\d\d)$/
/** The day of the week says nothing that the date does not. */
const WEEKDAY =
  /^(?:\p{L}{2,9}\.?,\s*|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\s+|(?:星期|周)[一二三四五六日天]\s*)(?=[\p{L}\d])/iu
/** Seconds or milliseconds since 1970, of this century and no other reading. */
const EPOCH = /^1\d{9}(?:\d{3})?$/
const TIME =
  /(?:^|[ T,]+)(?:(?:at|um|à|às|a las)\s+)?(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:[.,](\d{1,9}))?)?\s*([AP]\.?M\.?|上午|下午)?\s*$/i
const ZONE = /(?<=[\d\sM])\s*(Z|(?:UTC|GMT)?[+-]\d{1,2}(?::?\d{2})?|[A-Z]{3,4}|[A-Z][A-Za-z]+\/[A-Za-z_/]+)$/

type Pieces = { date: string; clock: Clock; zone: string | undefined }

function pieces(text: string): Pieces | undefined {
  let rest = narrowed(trimmed(text))
    .replace(/(\d)\s*[时點点]\s*(\d{1,2})\s*分(?:\s*(\d{1,2})\s*秒)?/, '$1:$2:$3')
    .replace(/(上午|下午)\s*(\d{1,2}:\d{2}(?::\d{2})?)/, '$2 $1')
    .replace(/:$/, '')
    .replace(WEEKDAY, '')
    .replace(/\s[A-Z]{2,5}\s*\(((?:UTC|GMT)[+-][\d:]+)\)$/, ' $1')
    .replace(/^(\p{L}{3,9}\s+\d{1,2})\s+(\d{1,2}:.*)\s((?:19|20)\d{2})$/u, '$1 $3 $2')
  let zone: string | undefined
  const clockAt = rest.indexOf(':')
  if (clockAt > 0) {
    const match = ZONE.exec(rest)
    if (match && match.index > clockAt && !/^[AP]M$/i.test(match[1] as string)) {
      zone = match[1]
      rest = rest.slice(0, match.index).trimEnd()
    }
  }
  const time = TIME.exec(rest)
  if (!time) return clockAt > 0 ? undefined : { date: rest, clock: { h: 0, m: 0, s: 0, fraction: '' }, zone }
  const half = (time[5] ?? '').toUpperCase().replaceAll('.', '')
  let h = Number(time[1])
  if (half === 'PM' || half === '下午') h = h === 12 ? 12 : h + 12
  if ((half === 'AM' || half === '上午') && h === 12) h = 0
  const clock = { h, m: Number(time[2]), s: Number(time[3] ?? 0), fraction: time[4] ?? '' }
  return h > 23 || clock.m > 59 || clock.s > 59 ? undefined : { date: rest.slice(0, time.index), clock, zone }
}

function year(text: string): number {
  return text.length === 2 ? 2000 + Number(text) : Number(text)
}

const NUMERIC = /^(\d{1,2})([-/. ])(\d{1,2})\2(\d{4}|\d{2})$/

type Day = [year: number, month: number, day: number]

function dayOf(date: string, order: DateOrder | undefined): Day | 'order' | undefined {
  const ymd =
    /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/.exec(date) ??
    /^((?:19|20)\d{2})(\d{2})(\d{2})$/.exec(date)
  if (ymd) return [Number(ymd[1]), Number(ymd[2]), Number(ymd[3])]
  const numeric = NUMERIC.exec(date)
  if (numeric) {
    const [a, b] = [Number(numeric[1]), Number(numeric[3])]
    const y = year(numeric[4] as string)
    if (a === b) return [y, a, b]
    if (order === undefined) return 'order'
    return order === 'dmy' ? [y, b, a] : [y, a, b]
  }
  const dayFirst =
    /^(\d{1,2})(?:st|nd|rd|th|\.)?[-\s]+(?:de\s+)?(\p{L}{3,10})\.?[-\s,]+(?:de\s+)?(\d{4}|\d{2})$/u.exec(date)
  const monthFirst = /^(\p{L}{3,10})\.?[-\s]+(\d{1,2})(?:st|nd|rd|th)?[-,\s]\s*(\d{4}|\d{2})$/u.exec(date)
  const month = monthOf(dayFirst?.[2] ?? monthFirst?.[1] ?? '')
  if (month === undefined) return undefined
  return dayFirst
    ? [year(dayFirst[3] as string), month, Number(dayFirst[1])]
    : [year(monthFirst?.[3] ?? ''), month, Number(monthFirst?.[2])]
}

/**
 * What a value tells about the file's order of day and month; only the whole file may decide it. `dotted`: could be read
 * both ways, but where dots stand between day and month (German, Polish, Russian …) the day comes first.
 */
export function dateEvidence(text: string): DateEvidence {
  if (!/^\s*\d{1,2}[-/. ]\d{1,2}[-/. ]/.test(text)) return undefined
  const numeric = NUMERIC.exec(pieces(text)?.date ?? '')
  if (!numeric) return undefined
  const [a, b] = [Number(numeric[1]), Number(numeric[3])]
  if (a === b || a === 0 || b === 0) return undefined
  if (a > 12) return b > 12 ? undefined : 'dmy'
  if (b > 12) return 'mdy'
  return numeric[2] === '.' ? 'dotted' : 'ambiguous'
}

const two = (n: number) => String(n).padStart(2, '0')

function offsetText(minutes: number): string {
  const size = Math.abs(minutes)
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`
}

const SHANGHAI = 8 * 3_600_000

/** Calendar day in Asia/Shanghai, which has kept UTC+8 all year since 1992. */
export function businessDayOf(epochMilliseconds: number): string {
  return new Date(epochMilliseconds + SHANGHAI).toISOString().slice(0, 10)
}

function finish(day: Day, clock: Clock, zone: string | undefined): InstantReading {
  const [y, m, d] = day
  const wallClock = Date.UTC(y, m - 1, d, clock.h, clock.m, clock.s)
  const back = new Date(wallClock)
  if (y < 1970 || back.getUTCMonth() !== m - 1 || back.getUTCDate() !== d) return { fault: 'not-a-date' }
  if (zone === undefined) return { unknown: 'zone' }
  const offset = offsetAt(zone, wallClock)
  if (offset === undefined) return { unknown: 'zone' }
  const local = `${String(y).padStart(4, '0')}-${two(m)}-${two(d)}T${two(clock.h)}:${two(clock.m)}:${two(clock.s)}`
  return {
    instant: `${local}${clock.fraction ? `.${clock.fraction}` : ''}${offsetText(offset)}`,
    businessDay: businessDayOf(wallClock - offset * 60_000),
  }
}

function fromEpoch(digits: string): InstantReading {
  const milliseconds = Number(digits.padEnd(13, '0'))
  const instant = new Date(milliseconds)
    .toISOString()
    .replace(/\.000Z$/, 'Z')
    .replace('Z', '+00:00')
  return { instant, businessDay: businessDayOf(milliseconds) }
}

/**
 * A date or time as exports write it → instant with offset. `order` is what the whole file decided, `zone` the answer
 * for values that carry none. A bare five-digit number is an Excel day number that lost its format.
 */
export function readInstant(
  text: string,
  order: DateOrder | undefined,
  zone: string | undefined,
): InstantReading {
  const iso = ISO.exec(text)
  if (iso) {
    const [, y, m, d, h, min, s] = iso.map(Number) as [number, number, number, number, number, number, number]
    if (h > 23 || min > 59 || s > 59) return { fault: 'not-a-date' }
    return finish([y, m, d], { h, m: min, s, fraction: '' }, zone)
  }
  const plain = trimmed(text)
  if (/^\d{5}(\.\d+)?$/.test(plain)) return { fault: 'serial' }
  if (EPOCH.test(plain)) return fromEpoch(plain)
  const stamp = /^((?:19|20)\d{2}[-/.]?\d{2}[-/.]?\d{2})[ T]?(\d{2})(\d{2})(\d{2})$/.exec(plain)
  const found = pieces(stamp ? `${stamp[1]} ${stamp[2]}:${stamp[3]}:${stamp[4]}` : plain)
  if (!found) return { fault: 'not-a-date' }
  const day = dayOf(found.date.trim(), order)
  if (day === undefined) return { fault: 'not-a-date' }
  if (day === 'order') return { unknown: 'order' }
  const known = found.zone !== undefined && offsetAt(found.zone, 0) !== undefined
  return finish(day, found.clock, known ? found.zone : zone)
}
