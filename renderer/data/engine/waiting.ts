import { outsideOf } from '#shared/protocol/engine/memory-rows'
import { headOf } from '#shared/protocol/engine/heads'
import type { Reason, SubmissionHead } from '#shared/protocol/engine/records'
import { waitReason } from '#shared/protocol/engine/waiting'
import type { BookContext } from '../context'
import { groupBy } from '../group-by'
import type { OutboxRow } from './rows'
import { loadSlice } from './slice'

/** Waiting submissions looked at; of more the first ones speak. */
const mostRead = 1_000

/**
 * The first submissions of the queue that wait, each with what keeps it back; and of those that only a person can decide the
 * ones that no batch speaks for.
 */
export async function readWaiting(
  context: BookContext,
): Promise<{ waiting: SubmissionHead; reason: Reason & { message?: string } }[]> {
  const inStage = async (stage: string) =>
    context.connections.run('strict', (db) =>
      db
        .table<OutboxRow>('outbox')
        .where('[stage+place]')
        .between([stage, -Infinity], [stage, Infinity])
        .limit(mostRead)
        .toArray(),
    )
  const rows = [...(await inStage('attention')), ...(await inStage('waiting'))]
  const { state } = await loadSlice(context, '', { submissions: rows.map(({ id }) => id) })
  const outside = outsideOf(state)
  const dossiers = groupBy([...state.submissions.values()].map(headOf), ({ dossier }) => dossier)
  return rows.flatMap(({ id }) => {
    const waiting = state.submissions.get(id)
    if (waiting?.stage === 'attention') {
      const isParked = state.batches.get(waiting.batch ?? '')?.stage === 'attention'
      return isParked || !waiting.reason ? [] : [{ waiting: headOf(waiting), reason: waiting.reason }]
    }
    const dossier = waiting && dossiers.get(waiting.dossier)
    const reason = dossier && waitReason(waiting, dossier, outside)
    return reason ? [{ waiting: headOf(waiting), reason }] : []
  })
}
