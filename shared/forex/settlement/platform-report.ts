import { abs, add, cmp, neg, sum } from '../../money/decimal'
import type { Settlement, SettlementLine } from '../ledger/levels'
import type { CostClass, PlatformReport } from '../../model/forex/netting'

/** What the pre-check of a netting wants, and what a person still has to say about it. */
export type NettingDraft = {
  report: PlatformReport
  /** Costs whose class the words of the file do not tell. */
  unclassified: { id: string; amount: string }[]
  /** Held back and released, brought from before, adjusted: they explain the payout and are no costs. */
  timing: { reserves: string; earlier: string; adjustments: string }
}

const totalOf = (lines: readonly SettlementLine[], ...types: readonly SettlementLine['type'][]): string =>
  sum(lines.filter(({ type }) => types.includes(type)).map(({ amount }) => amount))

/**
 * A settlement as the statement behind a netted receipt: sales, customers' refunds, costs by class with the settlement as
 * their document. Returned costs reduce their class. Nothing is classed that the file does not word.
 */
export function nettingDraft(
  settlement: Settlement,
  { creditId, counterparty }: { creditId: string | null; counterparty?: string },
): NettingDraft {
  const { id, currency, lines, paidOn } = settlement
  const byClass = new Map<CostClass, string>()
  const unclassified: NettingDraft['unclassified'] = []
  for (const { id: lineId, type, cost, amount } of lines) {
    if (type !== 'fee' && type !== 'tax') continue
    if (cost === undefined) unclassified.push({ id: lineId, amount: neg(amount) })
    else byClass.set(cost, add(byClass.get(cost) ?? '0', neg(amount)))
  }
  // More returned than charged is no cost: a person says what it is.
  for (const [cost, amount] of byClass) {
    if (cmp(amount, '0') < 0) unclassified.push({ id: `${id}-${cost}`, amount })
  }
  const costs = [...byClass]
    .filter(([, amount]) => cmp(amount, '0') > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([cost, amount]) => ({ id: `${id}-${cost}`, class: cost, amount, documentId: id }))
  const returned = totalOf(lines, 'refund')
  return {
    report: {
      id,
      creditId,
      currency,
      ...(paidOn !== '' && { to: paidOn }),
      ...(counterparty !== undefined && { counterparty }),
      sales: totalOf(lines, 'sale'),
      customerRefunds: cmp(returned, '0') < 0 ? abs(returned) : '0',
      costs,
    },
    unclassified,
    timing: {
      reserves: totalOf(lines, 'reserveHeld', 'reserveReleased'),
      earlier: totalOf(lines, 'earlierBalance'),
      adjustments: totalOf(lines, 'adjustment'),
    },
  }
}
