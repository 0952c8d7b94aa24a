import { cmp, mul } from '../../money/decimal'
import { rules } from '../catalogue'
import { find, type ForexFinding } from '../cite'
import type { SaleOrder, SaleWaybill } from '../../model/forex/papers'
import type { Rates } from '../rates'
import { Caps } from './order-caps'
import { plain } from '../same-text'

/** Orders from this share of the cap on count as near it; so many of one buyer on one day are told. */
const NEAR_CAP = '0.9'
const BURST = 3

/**
 * A10: patterns a bank asks about, each with its reason. It is a question and no accusation, and stands apart from the
 * verdict of a receipt: what a person answered is kept with the order.
 */
export function plausibility(
  orders: readonly SaleOrder[],
  waybills: readonly SaleWaybill[],
  rates: Rates,
): ForexFinding[] {
  const found: ForexFinding[] = []
  const say = (target: string, zh: string, en: string) =>
    found.push(
      find(rules.A10, {
        target,
        params: { reasons: { zh, en } },
      }),
    )
  const caps = new Caps(rates)
  const near = new Map<string, string[]>()
  for (const order of orders) {
    const of = caps.of(order)
    const buyer = order.buyer?.name
    if (!of || of.over || !buyer || cmp(of.usd, mul(of.cap, NEAR_CAP)) < 0) continue
    const key = `${order.orderedOn ?? ''} ${plain(buyer)}`
    const group = near.get(key)
    if (group) group.push(order.id)
    else near.set(key, [order.id])
  }
  for (const ids of near.values()) {
    if (ids.length < BURST) continue
    for (const id of ids)
      say(id, '同一买家同日多笔接近限额', 'several orders of one buyer on one day near the cap')
  }
  const receivers = new Map<string, Map<string, string[]>>()
  for (const { no, orderId, consignee, country } of waybills) {
    if (consignee === undefined && country === undefined) continue
    const who = `${plain(consignee ?? '')} ${country ?? ''}`
    const group = receivers.get(no) ?? new Map<string, string[]>()
    group.set(who, [...(group.get(who) ?? []), orderId])
    receivers.set(no, group)
  }
  for (const [no, group] of receivers) {
    if (group.size < 2) continue
    for (const orderId of [...group.values()].flat()) {
      say(orderId, `运单 ${no} 用于不同收货人`, `waybill ${no} serves different consignees`)
    }
  }
  return found
}
