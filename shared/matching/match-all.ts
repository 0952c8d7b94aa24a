import type { Break, BreakKind, OrderMatch } from './break'
import type { MatchConfig } from './config'
import type { PaymentFacts, WaybillFacts } from './facts'
import { Findings } from './findings'
import type { MatchIndex } from './match-index'
import { matchOrder } from './match-order'

/** Match every order of the index, in the order they were added. */
export function* matchAll(index: MatchIndex, config: MatchConfig): Generator<OrderMatch> {
  for (const order of index.orders.values()) yield matchOrder(order, index.candidates(order), config)
}

/** Payments and waybills without an order, as breaks of the number they name. */
export function* orphanBreaks(index: MatchIndex, config: MatchConfig): Generator<Break> {
  for (const fact of index.orphans()) {
    const findings = new Findings(fact.orderNo, config)
    if (isPayment(fact)) {
      findings.add('payment-orphan', 'payment.orderNo', '', fact.paymentNo)
    } else findings.add('waybill-orphan', 'waybill.orderNo', '', fact.logisticsNo)
    yield* findings.breaks
  }
}

const isPayment = (fact: PaymentFacts | WaybillFacts): fact is PaymentFacts => 'paymentNo' in fact

/**
 * Totals of a run. `orders` = matched + pending + blocked + cancelled + none; of `none` nothing is ever declared
 * (cancellation records, adjustments, orders without goods).
 */
export type MatchTotals = {
  orders: number
  matched: number
  pending: number
  blocked: number
  cancelled: number
  none: number
  byKind: Partial<Record<BreakKind, number>>
}

export class MatchCounter {
  readonly totals: MatchTotals = {
    orders: 0,
    matched: 0,
    pending: 0,
    blocked: 0,
    cancelled: 0,
    none: 0,
    byKind: {},
  }

  addOrder(match: OrderMatch): void {
    this.totals.orders++
    this.totals[match.state]++
    match.breaks.forEach((found) => this.addBreak(found))
  }

  addBreak({ kind }: Break): void {
    this.totals.byKind[kind] = (this.totals.byKind[kind] ?? 0) + 1
  }
}
