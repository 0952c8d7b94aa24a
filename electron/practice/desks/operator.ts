import type { CaseFile } from './case-file'
import type { Filed } from './filed-document'
import { isList } from './dossier'
import { belongsTo } from './matching'
import { rejectionInfo } from './rejection'
import type { Step, Timings } from './step'
import { takeIn } from './supporting-desk'

/** What a trainer can decide of a 清单: 放行, 退单, 人工审核, 查验. The last two hold it until the next decision. */
export type OperatorDecision =
  | { kind: 'release' }
  | { kind: 'reject'; code: string; text: string }
  | { kind: 'examine' }
  | { kind: 'inspect' }

/** Stations of a 清单 on its way; what has not begun or has ended is decided no more. */
const onTheWay = ['2', '3', '120', '300', '500', '399']

/**
 * Decide a 清单 by hand, at once and whatever its matching would say.
 * @returns the steps in order; undefined when the list is past deciding
 */
export function decide(
  list: Filed,
  file: CaseFile,
  decision: OperatorDecision,
  now: number,
  timings: Timings,
): Step[] | undefined {
  if (!isList(list) || list.withdrawn || !onTheWay.includes(list.status)) return undefined
  const says = (status: string, info: string): Step => ({ document: list, at: now, status, info })
  if (decision.kind === 'reject') {
    return list.status === '399'
      ? undefined
      : [says('100', rejectionInfo([{ code: decision.code, desc: decision.text }]))]
  }
  const steps: Step[] = []
  if (list.status === '2') steps.push(says('3', '发送海关成功'))
  if (list.status === '2' || list.status === '3') {
    const partners = [...file.ofOrder(list.orderKey), ...file.ofWaybill(list.waybillKey)].filter(
      (other) => other.status === '3' && belongsTo(other, list),
    )
    steps.push(...[...new Set(partners)].map((other) => takeIn(other, now)), takeIn(list, now))
  }
  if (decision.kind === 'examine' || decision.kind === 'inspect') {
    if (list.status === '399') return undefined
    return [...steps, decision.kind === 'examine' ? says('300', '人工审核') : says('500', '查验')]
  }
  if (list.status !== '399') steps.push(says('399', '海关审结'))
  return [...steps, { ...says('800', '[Code:2600;Desc:放行]'), nextAt: now + timings.close }]
}
