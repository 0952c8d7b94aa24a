import type { CaseFile } from './case-file'
import type { Filed } from './filed-document'
import { isOrderOf, isPaymentOf, isWaybillOf, matchRejections, type Partners } from './matching'
import { outcomeOf } from './outcomes'
import { practiceRejections } from './practice-rules'
import { rejectionInfo, type Rejection } from './rejection'
import type { Step, Timings } from './step'
import { takeIn } from './supporting-desk'

/** Statuses of a document that has reached customs; below them it is still with the single window. */
const atCustoms = new Set(['3', '120'])

function requestedRejection(list: Filed): Rejection[] {
  const outcome = outcomeOf(list)
  const isAsked = outcome === 'reject' || (outcome === 'reject-once' && list.attempt === 1)
  return isAsked ? [{ code: 'Y100', desc: '按演练前缀退单（演练规则）' }] : []
}

function examine(list: Filed, file: CaseFile, timings: Timings): Step[] {
  const at = list.nextAt!
  const around = [...file.ofOrder(list.orderKey), ...file.ofWaybill(list.waybillKey)]
  const partners = {
    order: best(around, (other) => isOrderOf(other, list)),
    receipts: best(around, (other) => isPaymentOf(other, list)),
    logistics: best(around, (other) => isWaybillOf(other, list)),
  }
  // Not a rejection: the other documents may still be on their way, and they wake the list when they arrive.
  if (isAwaiting(list, partners)) return [{ document: list, at }]

  const others = new Set(around)
  others.delete(list)
  const here = Object.values(partners).filter((other) => other !== undefined)
  const rejections = [
    ...matchRejections(list, partners, [...others]),
    ...practiceRejections(list.content),
    ...requestedRejection(list),
  ]
  const supporting = here.filter((other) => other.status === '3').map((other) => takeIn(other, at))
  if (rejections.length > 0) {
    return [...supporting, { document: list, at, status: '100', info: rejectionInfo(rejections) }]
  }
  return [...supporting, { ...takeIn(list, at), nextAt: at + timings.review }]
}

/** Of several the one that has reached customs. */
const best = (all: readonly Filed[], fits: (other: Filed) => boolean): Filed | undefined => {
  const fitting = all.filter(fits)
  return fitting.find((other) => atCustoms.has(other.status)) ?? fitting[0]
}

/**
 * An export needs its order and waybill. Documents of an import are transmitted by platform, payment company and carrier:
 * what never came here counts as theirs and as sound (演练规则), what is on its way is waited for.
 */
function isAwaiting(list: Filed, { order, receipts, logistics }: Partners): boolean {
  const has = (other: Filed | undefined) => other !== undefined && atCustoms.has(other.status)
  if (list.message === 'CEB603') return !has(order) || !has(logistics)
  return [order, receipts, logistics].some((other) => other !== undefined && !has(other))
}

function review(list: Filed, file: CaseFile, timings: Timings): Step[] {
  const at = list.nextAt!
  const payments = file
    .ofOrder(list.orderKey)
    .filter((other) => other.message === 'CEB403' && other.status === '3')
    .map((payment) => ({ document: payment, at, nextAt: at + timings.examine }))
  return [{ document: list, at, status: '399', info: '海关审结', nextAt: at + timings.release }, ...payments]
}

/** 清单: 2 → 3 → 120 or 100 → (300 | 500) → 399 → 800 → 899. Examined when what it refers to is at customs. */
export function advanceList(list: Filed, file: CaseFile, timings: Timings): Step[] {
  const at = list.nextAt!
  const outcome = outcomeOf(list)
  switch (list.status) {
    case '2':
      if (outcome === 'silent') return [{ document: list, at }]
      if (outcome === 'send-fails' && list.attempt === 1) {
        return [{ document: list, at, status: '4', info: '发送海关失败，请重新发送' }]
      }
      return [{ document: list, at, status: '3', info: '发送海关成功', nextAt: at + timings.examine }]
    case '3':
      return examine(list, file, timings)
    case '120': {
      const nextAt = at + timings.inspect
      if (outcome === 'examine') return [{ document: list, at, status: '300', info: '人工审核', nextAt }]
      if (outcome === 'inspect') return [{ document: list, at, status: '500', info: '查验', nextAt }]
      if (outcome === 'unknown-status')
        return [{ document: list, at, status: '777', info: '演练：代码表没有的状态', nextAt }]
      return review(list, file, timings)
    }
    case '399':
      return [
        { document: list, at, status: '800', info: '[Code:2600;Desc:放行]', nextAt: at + timings.close },
      ]
    case '800':
      return [{ document: list, at, status: '899', info: '结关' }]
    default:
      return review(list, file, timings)
  }
}
