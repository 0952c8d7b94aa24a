import { mul } from '#shared/money/decimal'
import { claimedPart, fobsOf } from '#shared/rebate/book/claim'
import type { BatchLine } from '#shared/rebate/book/claim'
import { shareOf } from '#shared/rebate/book/fob'
import { claimKey } from '#shared/rebate/keys'
import { itemKey } from '#shared/rebate/match/index'
import { cents } from '#shared/rules/explain'
import { resultOf, runNamed } from '../check'
import { linesAndPapers } from '../facts'
import type { RebateStore } from '../store'

/**
 * 生产企业: 免抵退税额 of a part of each line, by the rates of the newest run and before what the period takes off. Lines without
 * quantity, exchange rate or rate are left out.
 * @param qtyOf the part in the deal unit; none of a line it does not tell
 */
export function taxesOf(
  store: RebateStore,
  batch: string,
  qtyOf: (line: BatchLine) => string | undefined,
): Map<string, string> {
  const { record } = store.batch(batch)
  const { lines } = linesAndPapers(store, batch)
  const fobs = fobsOf({ batch: record, lines, fx: store.fxTable() })
  const run = runNamed(store, batch)
  const rates = new Map(
    (run ? resultOf(store, run).lines : []).map(({ key, rebateRate }) => [key, rebateRate]),
  )
  return new Map(
    lines.flatMap((line) => {
      const qty = qtyOf(line)
      if (qty === undefined) return []
      const { no, item, qty: whole } = line.item
      const key = claimKey(no, item)
      const fob = shareOf(fobs.get(itemKey(no, item))?.fobCny, qty, whole)
      const rate = rates.get(key)
      return fob !== undefined && rate !== undefined ? [[key, cents(mul(fob, rate))] as const] : []
    }),
  )
}

/** 免抵退税额 of what is claimed of each line of a 生产企业; nothing of a trading company. */
export const lineTaxes = (store: RebateStore, batch: string): ReadonlyMap<string, string> =>
  store.made(`line taxes ${batch}`, () => {
    const { record } = store.batch(batch)
    if (record.kind !== 'manufacturer') return new Map<string, string>()
    return taxesOf(store, batch, (line) => claimedPart(record, line) ?? line.item.qty)
  })
