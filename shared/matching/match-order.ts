import { cmp } from '../money/decimal'
import type { Break, BreakKind, Note, OrderMatch } from './break'
import type { Candidates } from './candidates'
import { checkPayments } from './check-payments'
import { checkWaybills } from './check-waybills'
import type { MatchConfig } from './config'
import type { OrderFacts } from './facts'
import { Findings } from './findings'
import { breakTexts } from './texts'

/**
 * 三单对碰 of one order (domain rules: order ↔ 收款单 and order ↔ 运单 by order number within the enterprise, amounts
 * and currency equal, a 清单 uses an order and a waybill once). Pure: a change re-matches just the orders it touches.
 */
export function matchOrder(order: OrderFacts, candidates: Candidates, config: MatchConfig): OrderMatch {
  const findings = new Findings(order.orderNo, config)
  const near = [...candidates.payments, ...candidates.waybills].filter(({ link }) => link === 'near')
  const result = {
    order: order.id,
    orderNo: order.orderNo,
    payments: [] as string[],
    waybills: candidates.waybills.filter(({ link }) => link !== 'near').map(({ fact }) => fact.id),
    ...(near.length && { near: near.map(({ fact }) => fact.id) }),
  }
  if (order.kind !== 'order') {
    const [waybill] = candidates.waybills
    if (order.kind === 'cancellation' && waybill && !candidates.lists.length) {
      findings.add('order-cancelled', 'waybill.orderNo', order.orderNo, waybill.fact.logisticsNo)
    }
    const ended = order.cancels === order.orderNo ? 'cancelled' : 'none'
    return { ...result, state: findings.breaks.length ? 'blocked' : ended, ...accept(findings, candidates) }
  }

  const cancelled = candidates.cancelledBy?.full === true
  if (candidates.cancelledBy) {
    findings.note(cancelled ? 'cancelled' : 'cancelled-part', { by: candidates.cancelledBy.orderNo })
  }
  const untouched = candidates.payments.length + candidates.waybills.length === 0
  if (cancelled && untouched) return { ...result, state: 'cancelled', ...accept(findings, candidates) }

  checkOrder(order, candidates, findings)
  if (candidates.ambiguousWith.length && !candidates.manual) {
    return { ...result, state: 'blocked', ...accept(findings, candidates) }
  }
  const due = !order.unsold && cmp(order.amount, '0') > 0
  if (due || candidates.payments.length) result.payments = checkPayments(order, candidates, findings, due)
  const shipped = order.goods !== '' && (!order.giftsOnly || candidates.waybills.length > 0)
  if (shipped || candidates.waybills.length) checkWaybills(order, candidates, findings)

  const { breaks, notes } = accept(findings, candidates)
  const state = cancelled
    ? 'cancelled'
    : breaks.some(({ effect }) => effect === 'block')
      ? 'blocked'
      : breaks.length
        ? 'pending'
        : shipped
          ? 'matched'
          : 'none'
  return { ...result, state, breaks, notes }
}

function checkOrder(order: OrderFacts, candidates: Candidates, findings: Findings): void {
  if (order.refusedRows > 0) findings.add('order-incomplete', 'order.refusedRows', `${order.refusedRows}`, '')
  const [twin] = candidates.ambiguousWith
  if (twin && !candidates.manual) {
    findings.add(
      'order-number-shared',
      'order.orderNo',
      order.orderNo,
      `${twin.platform} ${twin.shop}`.trim(),
    )
  }
  for (const list of candidates.lists) {
    if (list.goods && list.goods !== order.goods) {
      findings.add('goods-differ', 'list.goods', onOneLine(order.goods), onOneLine(list.goods))
    } else findings.add('order-declared', 'list.orderNo', order.orderNo, list.copNo)
  }
}

const onOneLine = (goods: string) => goods.replaceAll('\n', ' ')

/** Breaks that the officer accepted with a reason become notes. */
function accept(findings: Findings, { manual }: Candidates): { breaks: Break[]; notes: Note[] } {
  if (!manual?.accepts?.length) return { breaks: findings.breaks, notes: findings.notes }
  const accepted = (kind: BreakKind) => manual.accepts?.includes(kind) === true
  for (const { kind } of findings.breaks.filter((found) => accepted(found.kind))) {
    const { zh, en } = breakTexts[kind].label
    findings.note('accepted', { who: manual.who, reason: manual.reason, zh, en })
  }
  return { breaks: findings.breaks.filter(({ kind }) => !accepted(kind)), notes: findings.notes }
}
