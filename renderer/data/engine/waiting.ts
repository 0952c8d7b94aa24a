import { outsideOf } from '#shared/protocol/engine/memory-rows'
import { headOf } from '#shared/protocol/engine/heads'
import type { SubmissionHead } from '#shared/protocol/engine/records'
import { waitReason, type WaitReason } from '#shared/protocol/engine/waiting'
import type { BookContext } from '../context'
import { groupBy } from '../group-by'
import type { OutboxRow } from './rows'
import { loadSlice } from './slice'

/** Waiting submissions looked at; of more the first ones speak. */
const mostRead = 1_000

/** The first waiting submissions of the queue, each with what keeps it back. */
export async function readWaiting(
  context: BookContext,
): Promise<{ waiting: SubmissionHead; reason: WaitReason }[]> {
  const rows = await context.connections.run('strict', (db) =>
    db
      .table<OutboxRow>('outbox')
      .where('[stage+place]')
      .between(['waiting', -Infinity], ['waiting', Infinity])
      .limit(mostRead)
      .toArray(),
  )
  const { state } = await loadSlice(context, '', { submissions: rows.map(({ id }) => id) })
  const outside = outsideOf(state)
  const dossiers = groupBy([...state.submissions.values()].map(headOf), ({ dossier }) => dossier)
  return rows.flatMap(({ id }) => {
    const waiting = state.submissions.get(id)
    const dossier = waiting && dossiers.get(waiting.dossier)
    const reason = dossier && waitReason(waiting, dossier, outside)
    return reason ? [{ waiting: headOf(waiting), reason }] : []
  })
}
