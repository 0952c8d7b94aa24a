/** Public holidays of one year as the State Council announces them: days off, and weekend days worked instead. */
export type YearCalendar = {
  year: number
  source: string
  /** First and last day (MM-DD) of each stretch of days off. */
  off: readonly (readonly [from: string, to: string])[]
  /** Saturdays and Sundays (MM-DD) that are worked. */
  worked: readonly string[]
}

/** The arrangements this version ships. A year nobody knows has weekends only, and whoever asks is told so. */
export const yearCalendars: readonly YearCalendar[] = [
  {
    year: 2025,
    source: '国务院办公厅关于2025年部分节假日安排的通知',
    off: [
      ['01-01', '01-01'],
      ['01-28', '02-04'],
      ['04-04', '04-06'],
      ['05-01', '05-05'],
      ['05-31', '06-02'],
      ['10-01', '10-08'],
    ],
    worked: ['01-26', '02-08', '04-27', '09-28', '10-11'],
  },
  {
    year: 2026,
    source: '国务院办公厅关于2026年部分节假日安排的通知',
    off: [
      ['01-01', '01-03'],
      ['02-15', '02-23'],
      ['04-04', '04-06'],
      ['05-01', '05-05'],
      ['06-19', '06-21'],
      ['09-25', '09-27'],
      ['10-01', '10-07'],
    ],
    worked: ['01-04', '02-14', '02-28', '05-09', '09-20', '10-10'],
  },
]

/** The shipped arrangements with published ones, by year; of a year that is in both the published one counts. */
export function calendarsWith(
  published: readonly YearCalendar[],
  shipped: readonly YearCalendar[] = yearCalendars,
): YearCalendar[] {
  const years = new Set(published.map(({ year }) => year))
  return [...shipped.filter(({ year }) => !years.has(year)), ...published].sort((a, b) => a.year - b.year)
}

/** Whether a day (YYYY-MM-DD) is worked; `certain` is false for a year whose holidays are not known here. */
export function workday(
  day: string,
  calendars: readonly YearCalendar[] = yearCalendars,
): { works: boolean; certain: boolean } {
  const calendar = calendars.find(({ year }) => String(year) === day.slice(0, 4))
  const date = day.slice(5)
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  const weekend = weekday === 0 || weekday === 6
  if (!calendar) return { works: !weekend, certain: false }
  if (calendar.worked.includes(date)) return { works: true, certain: true }
  const off = calendar.off.some(([from, to]) => date >= from && date <= to)
  return { works: !off && !weekend, certain: true }
}

/** The day after, YYYY-MM-DD. */
export const nextDay = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
