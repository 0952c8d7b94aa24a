import { z } from 'zod'
import { ControlList } from '../control/list'
import { rowsOfList, tableOfList } from '../control/list-rows'
import { fieldFaults } from '../model/field-fault'
import { YearCalendarRow } from '../model/year-calendar'
import { readZone } from '../zones/read-zone'
import { rowsOfZone, tableOfZone } from '../zones/zone-rows'
import { calendarTable } from './kinds'
import { refusal, type ReferenceRefusal } from './refusals'
import type { Update } from './rows'

/** Holidays in a plain file: the years the notices were published for, and what its writer calls this state of them. */
const PlainCalendar = z.strictObject({
  version: z.string().trim().min(1),
  years: z.array(YearCalendarRow).min(1),
})

/**
 * A table from a file that nobody signed: the data of a zone, a list of goods, or holidays by year. Which of them it is, is
 * told by what only one of them has; an officer answers for where it came from.
 */
export function plainUpdate(json: unknown, file: string): Update | ReferenceRefusal {
  if (typeof json !== 'object' || json === null) return refusal('reference-plain')
  const whole = { from: null, base: null, drop: [] }
  const has = (field: string) => Object.hasOwn(json, field)
  if (has('divisions') || has('customsPrefix')) {
    const read = readZone(json, file)
    if (!read.ok) return refusal('reference-faults', { file }, read.faults)
    const { zone } = read
    return { ...whole, table: tableOfZone(zone.id), to: zone.edition, put: rowsOfZone(zone) }
  }
  if (has('entries') || has('kind')) {
    // Who signed it is no saying of the file: an update that is signed comes by its own way.
    const { data: list, error } = ControlList.omit({ reference: true, practice: true }).safeParse(json)
    if (!list) return refusal('reference-faults', { file }, fieldFaults(error))
    return { ...whole, table: tableOfList(list.id), to: list.version, put: rowsOfList(list) }
  }
  if (has('years')) {
    const { data: calendar, error } = PlainCalendar.safeParse(json)
    if (!calendar) return refusal('reference-faults', { file }, fieldFaults(error))
    const put = calendar.years.map((row) => ({ key: String(row.year), row }))
    return { ...whole, table: calendarTable, to: calendar.version, put }
  }
  return refusal('reference-plain')
}
