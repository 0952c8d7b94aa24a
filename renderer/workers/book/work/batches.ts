import type { BatchHead, SubmissionHead } from '#shared/protocol/engine/records'
import type { Book } from '../../../data/book'
import { readBatches, readMembers } from '../../../data/engine/batches'
import { callsOf } from '../../../data/engine/calls'
import { groupBy } from '../../../data/group-by'
import type { BatchPage, BatchView } from '../../../data/port'
import type { Projection } from '../projection/projection'
import { pageLimit } from '../views'

const open: readonly BatchHead['stage'][] = ['fixed', 'sending', 'sent']
const copNosListed = 20
const isRefused = ({ stage }: SubmissionHead) => stage === 'rejected'

/** One page of the batches, newest first, each with its 清单 and the requests made about it. */
export async function pageBatches(
  { context }: Book,
  projection: Projection,
  { offset, limit }: { offset: number; limit: number },
): Promise<BatchPage> {
  const all = await readBatches(context)
  const page = all.slice(offset, offset + Math.min(limit, pageLimit))
  const ids = page.map(({ id }) => id)
  const [members, calls] = await Promise.all([readMembers(context, ids), callsOf(context, new Set(ids))])
  const membersOf = groupBy(members, ({ batch }) => batch)
  const callsBy = groupBy(calls, ({ batch }) => batch)
  // What was queued before submissions carried their number has that of its 清单.
  const before = ({ dossier }: SubmissionHead) => projection.lists.get(dossier)?.batchNo || []
  const copNosOf = (lists: readonly string[]) =>
    lists.flatMap((list) => projection.lists.get(list)?.copNo ?? []).slice(0, copNosListed)
  const rows = page.map((head): BatchView => {
    const { id, stage, createdAt, size, unclear, nextAt, reason, verdict, ghost, marks, exportedAt } = head
    const inside = membersOf.get(id) ?? []
    const lists = [...new Set(inside.map(({ dossier }) => dossier))]
    const why = reason ?? verdict
    return {
      id,
      stage,
      createdAt,
      documents: head.submissions.length || marks.length,
      lists: lists.length,
      batchNos: [...new Set(inside.flatMap((one) => one.batchNo ?? before(one)))],
      copNos: copNosOf(lists),
      refused: copNosOf([...new Set(inside.filter(isRefused).map(({ dossier }) => dossier))]),
      size,
      unclear,
      ...(open.includes(stage) && nextAt > 0 && { nextAt: new Date(nextAt).toISOString() }),
      ...(why && { reason: why }),
      ghost,
      ...(exportedAt && { exportedAt }),
      calls: (callsBy.get(id) ?? []).map(({ batch: _batch, ...call }) => call),
    }
  })
  return { rows, total: all.length }
}
