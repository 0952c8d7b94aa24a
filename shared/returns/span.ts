const DAY = 86_400_000

/** Part of a calendar; months and years end on the last day of a shorter month. */
export type Span = { years?: number; months?: number; days?: number }

const at = (day: string): [number, number, number] => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return [year, month, date]
}
const text = (time: number) => new Date(time).toISOString().slice(0, 10)

/**
 * The day a span after another one. 31 August and six months is the last day of February; 29 February and a year is the 28th.
 * @param day YYYY-MM-DD
 */
export function addSpan(day: string, { years = 0, months = 0, days = 0 }: Span): string {
  const [year, month, date] = at(day)
  const first = new Date(Date.UTC(year + years, month - 1 + months, 1))
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  return text(first.getTime() + (Math.min(date, last) - 1 + days) * DAY)
}

/** Days from one day to another, negative when it lies before. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY)
}
