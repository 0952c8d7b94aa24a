import { shiftPeriod, writtenPeriod, type Period } from './period'
import { nextDay, workday, yearCalendars, type YearCalendar } from '../time/work-calendar'

/** Lists closed last month are summarised before the 15th (公告2018-194, seen in secondary pages only). */
export const DUE_DAY = 15

/**
 * Until when a month is to be summarised.
 * `day` YYYY-MM-DD; `nominal` the day before it was moved; `certain` false when the holidays of that year are not known
 * here, so that only weekends were looked at.
 */
export type Due = { day: string; nominal: string; certain: boolean }

/**
 * The due day of a period: `dueDay` of the next month, moved to the next working day when that is a day off.
 * @param dueDay the 15th, or the earlier day a zone sets
 */
export function dueOf(
  period: Period,
  dueDay: number = DUE_DAY,
  calendars: readonly YearCalendar[] = yearCalendars,
): Due {
  const nominal = `${writtenPeriod(shiftPeriod(period, 1))}-${String(dueDay).padStart(2, '0')}`
  let day = nominal
  let certain = true
  for (;;) {
    const { works, certain: known } = workday(day, calendars)
    certain &&= known
    if (works) return { day, nominal, certain }
    day = nextDay(day)
  }
}
