import type { CalendarEntry } from '#shared/rebate/deadlines/calendar'

/** What a duty of the calendar is about: a receipt, an advance, an item of a 报关单. */
export const dutyTarget = ({ id, rule }: Pick<CalendarEntry, 'id' | 'rule'>): string =>
  id.slice(`forex-${rule}-`.length)
