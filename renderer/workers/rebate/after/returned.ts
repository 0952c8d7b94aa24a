import { add } from '#shared/money/decimal'
import { claimedPart } from '#shared/rebate/book/claim'
import { standingOf } from '#shared/rebate/book/returned'
import { claimKey } from '#shared/rebate/keys'
import type * as Port from '../../../data/port'
import { batchLine } from '../facts'
import { keyOf } from '../store'
import type { RebateStore } from '../store'
import { itemRow } from '../views'

/** Quantity of each line of a batch that goes into its claim: what its links hold, or of a 生产企业 what did not come back. */
export function claimedOf(store: RebateStore, batch: string): Map<string, string> {
  const { record } = store.batch(batch)
  const claimed = new Map<string, string>()
  if (record.kind === 'trading') {
    for (const { record: link } of store.linksOf(batch)) {
      for (const { declarationNo, item, qty } of link.exports) {
        const key = claimKey(declarationNo, item)
        claimed.set(key, add(claimed.get(key) ?? '0', qty))
      }
    }
    return claimed
  }
  for (const line of store.linesOf(batch)) {
    const of = batchLine(store, line.record)
    const qty = of && (claimedPart(record, of) ?? of.item.qty)
    if (qty !== undefined) claimed.set(keyOf(line), qty)
  }
  return claimed
}

const order = ['paid', 'claimed', 'open', 'within', 'done'] as const

/** Every item of a 报关单 that came back, what is to be done soonest first. */
export const returnedItems = (store: RebateStore): Port.ReturnedRow[] =>
  [...store.items]
    .flatMap(([key, { item }]): Port.ReturnedRow[] => {
      const standing = standingOf(item, store.lineOf.get(key)?.record)
      const row = standing && itemRow(store, key)
      if (!row || !item.returned) return []
      const { name, unit, qty, exportDate, state, batch, batchNo } = row
      return [
        { key, name, unit, qty, exportDate, state, batch, batchNo, returned: item.returned, ...standing },
      ]
    })
    .sort((a, b) => order.indexOf(a.stage) - order.indexOf(b.stage) || (a.key < b.key ? -1 : 1))
