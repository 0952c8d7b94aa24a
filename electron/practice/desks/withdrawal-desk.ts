import type { CaseFile } from './case-file'
import type { Filed } from './filed-document'
import { outcomeOf } from './outcomes'
import { rejectionInfo } from './rejection'
import type { Step, Timings } from './step'

/** A 清单 can be withdrawn from 120 until it is closed (899). */
export const canWithdraw = (list: Filed) =>
  list.takenIn && !list.withdrawn && list.status !== '100' && list.status !== '899'

/** 撤销申请单: 2 → 3 → 399, which voids the 清单 and frees its order and waybill; or 100 when the list moved on. */
export function advanceWithdrawal(due: Filed, file: CaseFile, timings: Timings): Step[] {
  const at = due.nextAt!
  if (due.status === '2') {
    return [{ document: due, at, status: '3', info: '发送海关成功', nextAt: at + timings.examine }]
  }
  const list = file.listByInvtNo(due.content.head.invtNo)
  const isAsked = outcomeOf(due) === 'reject'
  if (!list || !canWithdraw(list) || isAsked) {
    const desc = isAsked ? '按演练前缀退单（演练规则）' : '清单状态已不允许撤销（演练规则）'
    return [{ document: due, at, status: '100', info: rejectionInfo([{ code: 'Y301', desc }]) }]
  }
  return [
    { document: due, at, status: '399', info: '海关审结，同意撤销', takenIn: true },
    { document: list, at, withdrawn: true },
  ]
}
