import { sum } from '#shared/money/decimal'
import { itemFob } from '#shared/rebate/book/fob'
import { bondedOf, ratioOf } from '#shared/rebate/handbooks'
import type { DeclarationItem } from '#shared/model/rebate/export-line'
import { cents } from '#shared/rules/explain'
import type * as Port from '../../../data/port'
import type { RebateStore } from '../store'

/** Handbooks by number, each with what went out under it: items, FOB in CNY where its rate is known, bonded material in it. */
export function handbooks(store: RebateStore): Port.HandbookRow[] {
  const items = new Map<string, DeclarationItem[]>()
  for (const [key, { item }] of store.items) {
    const exportDate = item.exportDate ?? store.lineOf.get(key)?.record.exportDate
    const { handbookNo } = item
    if (!handbookNo || exportDate === undefined) continue
    items.set(handbookNo, [...(items.get(handbookNo) ?? []), { ...item, exportDate }])
  }
  const fx = store.fxTable()
  return [...store.handbooks.values()]
    .map((handbook) => {
      const own = items.get(handbook.number) ?? []
      const fobs = own.flatMap((item) => itemFob(item, fx).fobCny ?? [])
      const ratio = ratioOf(handbook)
      return {
        ...handbook,
        ...(ratio !== undefined && { ratio }),
        adjusted: handbook.adjustedRatio !== undefined,
        items: own.length,
        fobCny: cents(sum(fobs)),
        bonded: cents(sum(fobs.flatMap((fob) => bondedOf(fob, handbook) ?? []))),
      }
    })
    .sort((a, b) => (a.number < b.number ? -1 : 1))
}
