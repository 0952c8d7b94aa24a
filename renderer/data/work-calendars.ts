import { yearCalendarsOf } from '#shared/reference/read'
import { calendarsWith, type YearCalendar } from '#shared/time/work-calendar'
import type { Edition } from './editions'
import { publishedRows } from './reference'

/** Holidays by year: those that came with the software, and over them those that were taken and count in a book of this kind. */
export async function knownCalendars(
  isPractice: boolean,
): Promise<{ calendars: YearCalendar[]; published?: YearCalendar[]; edition?: Edition }> {
  const found = await publishedRows('work-calendar', isPractice)
  if (!found) return { calendars: calendarsWith([]) }
  const published = yearCalendarsOf(found.rows)
  return { calendars: calendarsWith(published), published, edition: found.edition }
}
