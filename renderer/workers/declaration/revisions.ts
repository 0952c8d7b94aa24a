import { staleness } from '#shared/declaration/staleness'
import type { DeclarationList } from '#shared/model/list'
import { orderRevision } from '../../data/read/overlays'
import type { OrderInputs } from './order-inputs'
import type { Sources } from './sources'

/** Tells whether a source of a 清单 moved on since it was built (待更新). */
export function outdatedCheck(sources: Sources, inputs: OrderInputs): (list: DeclarationList) => boolean {
  const goods = new Map([...sources.goods.values()].map(({ id, rev }) => [id, rev]))
  const revision = revisionsOf(sources, inputs, goods)
  return (list) => staleness(list, revision).length > 0
}

function revisionsOf(
  { templates, enterprise }: Sources,
  inputs: OrderInputs,
  goods: ReadonlyMap<string, number>,
): (record: string, id: string) => number | undefined {
  return (record, id) => {
    if (record === 'goods') return goods.get(id)
    if (record === 'template') return templates.get(id)?.rev
    if (record === 'enterprise') return enterprise.id === id ? enterprise.rev : undefined
    if (record === 'order') return orderRevision(inputs.overlaysOf(id))
    // Waybills and payments are facts: they are replaced by others, never changed.
    return 0
  }
}
