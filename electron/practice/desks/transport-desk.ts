import { businessKey } from '#shared/protocol/keys'
import type { CaseFile } from './case-file'
import type { Filed } from './filed-document'
import { rejectionInfo } from './rejection'
import type { Step, Timings } from './step'
import { takeIn } from './supporting-desk'

/** Keys of the waybills that a 总分单 names. */
export const parcelsOf = ({ message, content }: Pick<Filed, 'message' | 'content'>): string[] =>
  message === 'CEB607'
    ? (content.lines ?? []).flatMap(
        ({ logisticsNo = '' }) => businessKey('CEB505', { ...content.head, logisticsNo }) ?? [],
      )
    : []

/** 运抵单 and 离境单: 2 → 3 → 120. They say what happened, customs only stores them. */
export function advanceReport(due: Filed, _file: CaseFile, timings: Timings): Step[] {
  const at = due.nextAt!
  return due.status === '2'
    ? [{ document: due, at, status: '3', info: '发送海关成功', nextAt: at + timings.examine }]
    : [takeIn(due, at)]
}

const onBoard = new Set(['800', '899'])

/** 清单总分单: 2 → 3 → 120, or 100 when a parcel has no 清单 that was released (演练规则). */
export function advanceConsolidation(due: Filed, file: CaseFile, timings: Timings): Step[] {
  const at = due.nextAt!
  if (due.status === '2') return advanceReport(due, file, timings)
  const rejections = parcelsOf(due).flatMap((waybill) => {
    const released = file
      .ofWaybill(waybill)
      .some((one) => one.message === 'CEB603' && !one.withdrawn && onBoard.has(one.status))
    const number = waybill.split('|').at(-1)
    return released ? [] : [{ code: 'Y503', desc: `运单${number}没有已放行的清单（演练规则）` }]
  })
  return rejections.length > 0
    ? [{ document: due, at, status: '100', info: rejectionInfo(rejections) }]
    : [takeIn(due, at)]
}
