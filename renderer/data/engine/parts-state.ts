import { current, grantedBefore } from '#shared/protocol/engine/lane'
import type { SubmissionHead } from '#shared/protocol/engine/records'
import { situationOf } from '#shared/protocol/situations'
import type { Situation } from '#shared/protocol/situations'
import type { ReturnState } from '#shared/returns/case'

const back: readonly Situation[] = ['refused', 'rejected', 'returned']

type Sent = {
  state: ReturnState
  deletionAt?: string | undefined
  batchNo?: string | undefined
  queuedAt?: string | undefined
  preNo?: string | undefined
  answer?: { code: string; text: string } | undefined
}

/**
 * A document that goes in parts under one number (汇总申请, 总分单), or alone beside its 清单 (退货), as its submissions say it stands: one part that came
 * back is for the officer, and only when all are at their good end is the whole. What was given up stays so.
 */
export function partsAfter<R extends Sent>(record: R, dossier: readonly SubmissionHead[]): R {
  if (record.state === 'void') return record
  const parts = [...new Map(dossier.map((one) => [one.businessKey, one])).values()]
    .map((one) => current(dossier, one))
    .filter((one) => one !== undefined)
  if (parts.length === 0) return { ...record, state: 'draft' }
  const situations = parts.map((one) =>
    situationOf({ message: one.message, handling: one.stage, state: one.state }),
  )
  const refused = parts[situations.findIndex((one) => back.includes(one))]
  // Before it is answered a submission shows the state of the one before it.
  const good = situations.every((one, i) => one === 'good' && parts[i]!.state.attempt === parts[i]!.attempt)
  // What was queued since then asks for the deletion; taken back, the earlier submissions speak again.
  const { deletionAt, ...rest } = record
  const deletes = deletionAt !== undefined && parts.every(({ queuedAt }) => queuedAt >= deletionAt)
  // A request that came back leaves the grant of before, also when one after it was queued and taken back.
  const stands = refused !== undefined && (deletes || grantedBefore(dossier, refused))
  const state = stateOf(refused !== undefined, stands, good, deletes)
  const speaks = refused ?? parts.find((one) => one.state.code !== '') ?? parts[0]!
  const said = wordsOf(speaks)
  const { preNo } = speaks.state
  return {
    ...rest,
    ...(deletes && { deletionAt }),
    state,
    queuedAt: speaks.queuedAt,
    ...(preNo && { preNo }),
    ...(said && { answer: said }),
  } as R
}

/** A deletion that was turned down leaves what stands. */
function stateOf(refused: boolean, stands: boolean, good: boolean, deletes: boolean): ReturnState {
  if (refused) return stands ? 'accepted' : 'refused'
  if (!good) return 'waiting'
  return deletes ? 'void' : 'accepted'
}

/** What was last said to a submission: by customs, else by the single window. */
export function wordsOf({ state, reason }: SubmissionHead): { code: string; text: string } | undefined {
  const refusal = state.refusal?.open ? state.refusal : undefined
  const spoken = refusal ?? (state.code === '' ? undefined : state)
  if (spoken) return { code: spoken.code, text: spoken.info }
  return reason && { code: reason.code, text: reason.text.zh }
}
