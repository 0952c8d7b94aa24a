import type { CaseFile } from './case-file'
import type { Filed } from './filed'
import { isOrderOf, isWaybillOf, matchRejections } from './matching'
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
  const order = file
    .ofOrder(list.orderKey)
    .find((other) => isOrderOf(other, list) && atCustoms.has(other.status))
  const waybill = file
    .ofWaybill(list.waybillKey)
    .find((other) => isWaybillOf(other, list) && atCustoms.has(other.status))
  // Not a rejection: the other documents may still be on their way, and they wake the list when they arrive.
  if (!order || !waybill) return [{ document: list, at }]

  const others = new Set([...file.ofOrder(list.orderKey), ...file.ofWaybill(list.waybillKey)])
  others.delete(list)
  const rejections = [
    ...matchRejections(list, order, waybill, [...others]),
    ...practiceRejections(list.content),
    ...requestedRejection(list),
  ]
  const supporting = [order, waybill]
    .filter((other) => other.status === '3')
    .map((other) => takeIn(other, at))
  if (rejections.length > 0) {
    return [...supporting, { document: list, at, status: '100', info: rejectionInfo(rejections) }]
  }
  return [...supporting, { ...takeIn(list, at), nextAt: at + timings.review }]
}

function review(list: Filed, file: CaseFile, timings: Timings): Step[] {
  const at = list.nextAt!
  const payments = file
    .ofOrder(list.orderKey)
    .filter((other) => other.message === 'CEB403' && other.status === '3')
    .map((payment) => ({ document: payment, at, nextAt: at + timings.examine }))
  return [{ document: list, at, status: '399', info: '海关审结', nextAt: at + timings.release }, ...payments]
}

/** 清单: 2 → 3 → 120 or 100 → (300 | 500) → 399 → 800 → 899. Examined when its order and its waybill are at customs. */
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
