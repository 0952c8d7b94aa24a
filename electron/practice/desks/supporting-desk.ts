import type { CaseFile } from './case-file'
import { isList } from './dossier'
import { isReviewed } from './filed'
import type { Filed } from './filed-document'
import type { Step, Timings } from './step'

/** 清单 that have reached customs and wait for this document. */
function waitingLists(document: Filed, file: CaseFile): Filed[] {
  const related = [...file.ofOrder(document.orderKey), ...file.ofWaybill(document.waybillKey)]
  return related.filter((other) => isList(other) && other.status === '3' && other.nextAt === undefined)
}

/**
 * Order and waybill: taken in when the 清单 that names them is examined. Without one they are taken in by themselves
 * after a while, and at once when customs had them before: a corrected 清单 waits for the 120 of what was corrected.
 */
export function advanceSupporting(due: Filed, file: CaseFile, timings: Timings): Step[] {
  const at = due.nextAt!
  if (due.status !== '2') return [takeIn(due, at)]
  const wait = due.takenIn ? timings.examine : timings.alone
  return [
    { document: due, at, status: '3', info: '发送海关成功', nextAt: at + wait },
    ...waitingLists(due, file).map((list) => ({ document: list, at, nextAt: at + timings.examine })),
  ]
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
