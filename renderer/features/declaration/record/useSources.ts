import type { FieldProvenance } from '#shared/declaration/field-provenance'
import { useBook } from '../../../app/book'
import { openRoom, openTab } from '../../../app/navigation'
import { useChanges } from '../../../app/useChanges'
import { useQueryState } from '../../../app/useQuery'
import type { ListField } from '../../../data/port'

/** Records whose own view opens by id; of the others the room is opened. */
const views: Readonly<Record<string, string>> = {
  goods: 'goods/record',
  order: 'orders/record',
  template: 'templates/record',
}
const rooms: Readonly<Record<string, string>> = {
  enterprise: 'enterprise',
  zone: 'zones',
  waybill: 'waybills',
  payment: 'payments',
}

/** Go to where a value of a 清单 is mended. `title` names the tab until its record is read. */
export function openSource({ origin, at }: ListField, title: string): void {
  if (typeof origin !== 'object') return
  const view = views[origin.record]
  if (view && at) openTab({ view, params: { id: at.id }, title })
  else openRoom(rooms[origin.record] ?? 'home')
}

/** A place in the documents of a 清单: the message, the line counted from 1 (0 is the head), the element. */
export const placeOf = ({
  document,
  line = 0,
  element,
}: Pick<FieldProvenance, 'document' | 'line' | 'element'>): string => `${document} ${line} ${element}`

/** Where every value of a 清单 comes from. */
export function useSources(list: string) {
  const port = useBook()
  const changes = useChanges('lists', 'goods', 'templates', 'enterprise', 'overlays')
  return useQueryState(async () => port.listFields(list), `${list} ${changes}`)
}
