import type { CaseFile } from './case-file'
import { isReviewed, type Filed } from './filed'
import type { Step, Timings } from './step'

/** 清单 that have reached customs and wait for this document. */
function waitingLists(document: Filed, file: CaseFile): Filed[] {
  const related = [...file.ofOrder(document.orderKey), ...file.ofWaybill(document.waybillKey)]
  return related.filter(
    (other) => other.message === 'CEB603' && other.status === '3' && other.nextAt === undefined,
  )
}

/**
 * Order and waybill: at customs they wait for the 清单 that names them and are taken in when it is examined. One that
 * was taken in before and is changed is taken in by itself, or its corrected 清单 could never follow it.
 */
export function advanceSupporting(due: Filed, file: CaseFile, timings: Timings): Step[] {
  const at = due.nextAt!
  if (due.status === '2') {
    const wake = at + timings.examine
    const forwarded: Step = { document: due, at, status: '3', info: '发送海关成功' }
    return [
      due.takenIn ? { ...forwarded, nextAt: wake } : forwarded,
      ...waitingLists(due, file).map((list) => ({ document: list, at, nextAt: wake })),
    ]
  }
  return [takeIn(due, at)]
}

/** 收款单: taken in after its 清单 is reviewed; until then it waits and holds nothing up. */
export function advancePayment(due: Filed, file: CaseFile, timings: Timings): Step[] {
  const at = due.nextAt!
  if (due.status === '2') {
    return [{ document: due, at, status: '3', info: '发送海关成功', nextAt: at + timings.examine }]
  }
  const isReady = due.takenIn || file.ofOrder(due.orderKey).some(isReviewed)
  return isReady ? [takeIn(due, at)] : [{ document: due, at }]
}

export const takeIn = (document: Filed, at: number): Step => ({
  document,
  at,
  status: '120',
  info: '[Code:1800;Desc:逻辑校验通过]',
  takenIn: true,
})
