import { ControlList } from '../control/list'
import { rowsOfList, tableOfList } from '../control/list-rows'
import { fieldFaults } from '../model/field-fault'
import { readZone } from '../zones/read-zone'
import { rowsOfZone, tableOfZone } from '../zones/zone-rows'
import { refusal, type ReferenceRefusal } from './refusals'
import type { Update } from './rows'

/**
 * A table from a file that nobody signed: the data of a zone, or a list of goods. Which of them it is, is told by what only
 * one of them has; an officer answers for where it came from.
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
  return refusal('reference-plain')
}
