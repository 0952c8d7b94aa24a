import { nextDay, workday, yearCalendars, type YearCalendar } from '../time/work-calendar'
import type { WorkCalendar } from '../model/forex/common'

const weekend = (day: string): boolean => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())

/** The day that lies `count` working days after a day; undefined where the calendar does not reach. */
export function workingDaysAfter(day: string, count: number, calendar: WorkCalendar): string | undefined {
  const holidays = new Set(calendar.holidays)
  const workdays = new Set(calendar.workdays)
  let at = day
  for (let left = count; left > 0;) {
    at = nextDay(at)
    if (at < calendar.from || at > calendar.to) return undefined
    if (workdays.has(at) || (!weekend(at) && !holidays.has(at))) left -= 1
  }
  return at
}

/** Years that follow on one another, as the State Council announced them, as one calendar; by default those that are shipped. */
export function workCalendar(years: readonly YearCalendar[] = yearCalendars): WorkCalendar {
  const numbers = years.map(({ year }) => year)
  const from = `${Math.min(...numbers)}-01-01`
  const to = `${Math.max(...numbers)}-12-31`
  const holidays: string[] = []
  const workdays: string[] = []
  for (let at = from; at <= to; at = nextDay(at)) {
    const { works } = workday(at, years)
    if (works && weekend(at)) workdays.push(at)
    if (!works && !weekend(at)) holidays.push(at)
  }
  return { from, to, holidays, workdays }
}
