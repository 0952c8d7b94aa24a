import { isListMessage } from '#shared/declaration/dossier-messages'
import { kindOf } from '#shared/protocol/document-kind'
import { current } from '#shared/protocol/engine/lane'
import type { SubmissionHead } from '#shared/protocol/engine/records'
import { returnInstant } from '#shared/protocol/receipts'
import { situationOf, withdrawalOf } from '#shared/protocol/situations'
import type { Withdrawal } from '#shared/protocol/situations'
import type { SealedRecord } from '../port'
import { listStateOf } from '../order-state'
import { wordsOf } from './parts-state'

type StoredList = SealedRecord<'lists'>

/** Review and inspection are their own column of the 日清表 although customs is still at work. */
const atTheCounter = new Set(['review', 'inspection'])

type Answer = { code: string; text: string }

function withdrawalAfter(
  dossier: readonly SubmissionHead[],
): { state: Withdrawal; queuedAt: string; answer?: Answer } | undefined {
  const asked = dossier.find(({ message }) => kindOf(message) === 'withdrawal')
  const last = asked && current(dossier, asked)
  const state = last && withdrawalOf(last.stage, last.state)
  if (!state) return undefined
  const answer = wordsOf(last)
  return { state, queuedAt: last.queuedAt, ...(answer && { answer }) }
}

/**
 * The 清单 as the submissions of its dossier say it stands: itself speaks, but a companion document that was sent
 * back needs the officer just as well. A voided list stays void.
 */
export function listAfter(list: StoredList, dossier: readonly SubmissionHead[]): StoredList {
  if (list.state === 'void') return list
  const own = dossier.find(({ message }) => isListMessage(message))
  const last = own && current(dossier, own)
  if (!last) return own ? { ...list, state: 'draft' } : list
  const { stage, state: answer } = last
  const withdrawal = withdrawalAfter(dossier)
  const view = { message: own!.message, handling: stage, state: answer }
  const situation = situationOf({ ...view, ...(withdrawal && { withdrawal: withdrawal.state }) })
  const companionBack = dossier.some((one) => {
    const speaks = current(dossier, one) === one && kindOf(one.message) === 'data'
    const at = speaks && situationOf({ message: one.message, handling: one.stage, state: one.state })
    return at === 'refused' || at === 'rejected' || at === 'returned'
  })
  const counter = situation === 'stored' && atTheCounter.has(answer.standing)
  const state = counter ? 'inspected' : listStateOf[situation]
  const { preNo = list.list.preNo, invtNo = list.list.invtNo } = answer
  const words = wordsOf(last)
  const answeredAt = returnInstant((answer.refusal?.open ? answer.refusal : answer).time)
  return {
    ...list,
    ...(list.withdrawal && { withdrawal: { document: list.withdrawal.document, ...withdrawal } }),
    state: companionBack && state === 'waiting' ? 'refused' : state,
    queuedAt: last.queuedAt,
    ...(words && { answer: words }),
    ...(answeredAt && { answeredAt }),
    list: { ...list.list, ...(preNo && { preNo }), ...(invtNo && { invtNo }), attempt: last.attempt },
  }
}
