/** Calendar arithmetic on YYYY-MM-DD. Natural days: nothing here moves over a weekend or holiday. */

const DAY = 86_400_000
const utc = (day: string): number => Date.parse(`${day}T00:00:00Z`)
const iso = (time: number): string => new Date(time).toISOString().slice(0, 10)

export const addDays = (day: string, days: number): string => iso(utc(day) + days * DAY)

/** Days from one day to another; negative when the second is earlier. */
export const daysBetween = (from: string, to: string): number => Math.round((utc(to) - utc(from)) / DAY)

/** The same day so many months later, clamped to the end of the month: 31 January + 1 = 28 or 29 February. */
export function addMonths(day: string, months: number): string {
  const at = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months
  const year = Math.floor(at / 12)
  const month = (at % 12) + 1
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate()
  const date = Math.min(Number(day.slice(8, 10)), last)
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
}

/** First day of the month after. */
export const nextMonth = (day: string): string => addMonths(`${day.slice(0, 7)}-01`, 1)

/** 30 April of the year after: where the ordinary terms end. */
export const nextApril = (day: string, date = '04-30'): string => `${Number(day.slice(0, 4)) + 1}-${date}`

/** Last day of a 所属期 `YYYYMM`. */
export const lastDayOfMonth = (period: string): string =>
  addDays(nextMonth(`${period.slice(0, 4)}-${period.slice(4)}-01`), -1)

export const yearOf = (day: string): number => Number(day.slice(0, 4))
