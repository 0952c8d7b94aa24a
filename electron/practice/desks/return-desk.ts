import { quantitiesLeft, quantityFaults, type ReturnedItem } from '#shared/returns/quantities'
import type { CaseFile } from './case-file'
import type { Filed } from './filed-document'
import { rejectionInfo, type Rejection } from './rejection'
import type { Step, Timings } from './step'
import { takeIn } from './supporting-desk'

const released = new Set(['800', '899'])

const itemsOf = ({ content }: Filed): ReturnedItem[] =>
  (content.lines ?? []).map(({ gnum = '', qty = '' }) => ({ gnum, qty }))

/** 退货申请单: 2 → 3 → 120 → 800 for goods that left, 399 for goods that came in; or 100. The 清单 stays as it is. */
export function advanceReturn(due: Filed, file: CaseFile, timings: Timings): Step[] {
  const at = due.nextAt!
  if (due.status === '2') {
    return [{ document: due, at, status: '3', info: '发送海关成功', nextAt: at + timings.examine }]
  }
  if (due.status === '120') {
    return due.message === 'CEB213'
      ? [{ document: due, at, status: '800', info: '退货放行' }]
      : [{ document: due, at, status: '399', info: '海关审结，同意退货' }]
  }
  const rejections = whyNot(due, file)
  return rejections.length > 0
    ? [{ document: due, at, status: '100', info: rejectionInfo(rejections) }]
    : [{ ...takeIn(due, at), nextAt: at + timings.review }]
}

function whyNot(due: Filed, file: CaseFile): Rejection[] {
  const { invtNo = '' } = due.content.head
  const list = file.listByInvtNo(invtNo)
  if (!list || list.withdrawn || !released.has(list.status)) {
    return [{ code: 'Y601', desc: `清单${invtNo}不存在或未放行（演练规则）` }]
  }
  const earlier = file
    .ofOrder(due.orderKey)
    .filter((one) => one !== due && one.takenIn && one.status !== '100')
    .map(itemsOf)
  const left = quantitiesLeft(list.content.lines ?? [], earlier)
  return quantityFaults(itemsOf(due), left).map(({ gnum, fault, left: rest }) =>
    fault === 'unknown'
      ? { code: '-625209', desc: `清单没有第${gnum}项商品` }
      : { code: 'Y602', desc: `第${gnum}项退货数量不对，可退${rest}（演练规则）` },
  )
}
