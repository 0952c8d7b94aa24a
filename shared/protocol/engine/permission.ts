import { kindOf } from '../document-kind'
import { notWithdrawn, whyNotSent } from '../act-refusals'
import { actOf, mayDo } from '../actions'
import { isFiling } from '../dependencies'
import type { ReceiptFact } from '../receipts'
import { situationOf, withdrawalOf, type DocumentView } from '../situations'
import { foldDocument } from '../states'
import { current, grantedBefore } from './lane'
import type { Enqueued, Reason, SubmissionHead } from './records'

/**
 * Why a submission must not be queued, by the table of acts: whoever asks for it, nothing customs would have to refuse
 * gets in line.
 * @param all submissions of its dossier and of its document, those queued before it in the same command included
 * @param facts receipts of its document
 */
export function forbidden(
  one: Enqueued,
  all: readonly SubmissionHead[],
  facts: readonly ReceiptFact[],
): Reason | undefined {
  const earlier = current(all, one)
  if (isFiling(one.message)) return earlier ? unlessSettled(earlier) : undefined
  const dossier = all.filter(({ dossier }) => dossier === one.dossier)
  const list = listOf(dossier)
  if (kindOf(one.message) === 'withdrawal' && list && !mayDo(list, 'withdraw'))
    return notWithdrawn[situationOf(list)]
  const appType = one.document.head.appType ?? '1'
  // New here, whatever others received about it: that is for the officer to confirm.
  if (!earlier && appType === '1') return undefined
  const view = kindOf(one.message) === 'list' && list ? list : viewOf(one, all, facts, list)
  return actOf(view, appType) ? undefined : whyNotSent(situationOf(view), appType)
}

/** A filing goes again once the one before it came to an end. */
function unlessSettled({ stage }: SubmissionHead): Reason | undefined {
  return stage === 'rejected' || stage === 'done' ? undefined : whyNotSent('in-queue', '1')
}

function viewOf(
  { message, businessKey }: Enqueued,
  all: readonly SubmissionHead[],
  facts: readonly ReceiptFact[],
  list: DocumentView | undefined,
): DocumentView {
  const earlier = current(all, { message, businessKey })
  const own = facts.filter((fact) => fact.message === message && fact.businessKey === businessKey)
  const known = earlier
    ? ({ handling: earlier.stage, state: earlier.state } as const)
    : ({ handling: 'none', state: foldDocument(message, [], own) } as const)
  const granted = kindOf(message) === 'summary' && grantedBefore(all, { message, businessKey })
  return { message, ...known, ...(granted && { granted }), ...(list && { usedBy: situationOf(list) }) }
}

/** The 清单 of a dossier with its 撤销申请单. */
function listOf(dossier: readonly SubmissionHead[]): DocumentView | undefined {
  const own = dossier.find(({ message }) => kindOf(message) === 'list')
  const last = own && current(dossier, own)
  if (!last) return undefined
  const asked = dossier.find(({ message }) => kindOf(message) === 'withdrawal')
  const request = asked && current(dossier, asked)
  const withdrawal = request && withdrawalOf(request.stage, request.state)
  return { message: last.message, handling: last.stage, state: last.state, ...(withdrawal && { withdrawal }) }
}
