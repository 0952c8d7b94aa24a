import { current } from '#shared/protocol/engine/lane'
import type { SubmissionHead } from '#shared/protocol/engine/records'
import { situationOf } from '#shared/protocol/situations'
import type { Situation } from '#shared/protocol/situations'
import type { SealedRecord } from '../port'
import type { ListState } from '../order-state'

type StoredList = SealedRecord<'lists'>

const bySituation: Readonly<Record<Situation, ListState>> = {
  draft: 'draft',
  'in-queue': 'waiting',
  'on-the-way': 'waiting',
  unresolved: 'waiting',
  refused: 'refused',
  'not-forwarded': 'waiting',
  rejected: 'refused',
  'in-process': 'waiting',
  held: 'inspected',
  released: 'released',
  closed: 'cleared',
  good: 'waiting',
  returned: 'refused',
  withdrawn: 'void',
}

/** Review and inspection are their own column of the 日清表 although customs is still at work. */
const atTheCounter = new Set(['review', 'inspection'])

/**
 * The 清单 as the submissions of its dossier say it stands: the 603 speaks, but a companion document that was sent
 * back needs the officer just as well. A voided list stays void.
 */
export function listAfter(list: StoredList, dossier: readonly SubmissionHead[]): StoredList {
  if (list.state === 'void') return list
  const own = dossier.find(({ message }) => message === 'CEB603')
  const last = own && current(dossier, own)
  if (!last) return own ? { ...list, state: 'draft' } : list
  const { stage, state: answer } = last
  const situation = situationOf({ message: 'CEB603', handling: stage, state: answer })
  const companionBack = dossier.some((one) => {
    const speaks = current(dossier, one) === one && one.message !== 'CEB603'
    const at = speaks && situationOf({ message: one.message, handling: one.stage, state: one.state })
    return at === 'refused' || at === 'rejected' || at === 'returned'
  })
  const counter = situation === 'in-process' && atTheCounter.has(answer.standing)
  const state = counter ? 'inspected' : bySituation[situation]
  const { preNo = list.list.preNo, invtNo = list.list.invtNo } = answer
  const refusal = answer.refusal?.open ? answer.refusal : undefined
  const spoken = refusal ?? (answer.code === '' ? undefined : answer)
  const words = spoken
    ? { code: spoken.code, text: spoken.info }
    : last.reason && { code: last.reason.code, text: last.reason.text.zh }
  return {
    ...list,
    state: companionBack && state === 'waiting' ? 'refused' : state,
    queuedAt: last.queuedAt,
    ...(words && { answer: words }),
    list: { ...list.list, ...(preNo && { preNo }), ...(invtNo && { invtNo }), attempt: last.attempt },
  }
}
