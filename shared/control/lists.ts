import coldChain from './data/cold-chain.json'
import specialGoods from './data/special-goods.json'
import type { CodeTable } from '../codes/table'
import { ControlList } from './list'

/**
 * The lists that are shipped: only what the plans of zones name themselves. Positive list, catalogue of inspection, export
 * licences and dual-use items are published by the authorities, change often, and are imported in the edition in force.
 */
export const shippedLists: readonly ControlList[] = [specialGoods, coldChain].map((list) =>
  ControlList.parse(list),
)

/**
 * The 正面清单 as the officer imported it among the code tables (`retail-import`), so that there is one of it. Rows that are no
 * longer in use are left out; without rows there is no list.
 * @param from day from which the edition in use holds
 */
export function positiveList(
  { rows, edition, source, complete }: CodeTable,
  from: string,
): ControlList | undefined {
  const inUse = rows.filter(({ mark }) => mark !== 'obsolete')
  if (inUse.length === 0) return undefined
  return {
    id: 'retail-import',
    kind: 'positive',
    name: { zh: '跨境电商零售进口商品清单', en: 'List of goods of retail import' },
    version: edition,
    from,
    complete,
    basis: { document: source, article: '', strength: 'primary' },
    entries: inUse.map(({ code, zh }) => ({ code, note: zh })),
  }
}
