import { mayDo } from '#shared/protocol/actions'
import { grantedBefore } from '#shared/protocol/engine/lane'
import { entryIdOf } from '#shared/model/customs-entry'
import { businessKey } from '#shared/protocol/keys'
import type { Book } from '../../data/book'
import { readHistories } from '../../data/engine/dossier'
import { DataRefusal } from '../../data/errors/refusal'
import type { AppliedSummary } from '../../data/port'
import { eachRecord, getRecord } from '../../data/read/records'
import { queueParts } from '../declaration/parts-queue'
import { loadSources } from '../declaration/sources'

/**
 * Ask customs to delete a granted 汇总申请 (701, appType 3) while no 报关单 was made of it. Once it agrees the application is void and
 * its lists are free; turned down it stands as before, and may be asked for again.
 */
export async function deleteApplication(
  book: Book,
  who: string,
  id: string,
  why: string,
): Promise<AppliedSummary> {
  const { context } = book
  const stored = await getRecord(context, 'applications', id)
  if (!stored) throw new DataRefusal('missing', { table: 'applications', id })
  const { record } = stored
  const sources = await loadSources(book)
  const declared = await hasNumber(book, new Set(record.lists.map(({ invtNo }) => invtNo)))
  const histories = await readHistories(
    context,
    record.documents.map(({ head }) => ({ message: 'CEB701', businessKey: businessKey('CEB701', head)! })),
  )
  const may = histories.every(
    ({ last, attempts }) =>
      last &&
      mayDo(
        {
          message: 'CEB701',
          handling: last.stage,
          state: last.state,
          granted: grantedBefore(attempts, last),
          ...(declared && { summary: 'declared' as const }),
        },
        'delete',
        sources.zone,
      ),
  )
  if (!may || record.state !== 'accepted') throw new DataRefusal('summary-stands', { copNo: record.copNo })
  const deletionAt = context.now()
  const queued = await queueParts(book, who, why, sources, 'summary.delete', [
    {
      table: 'applications',
      message: 'CEB701',
      copNo: record.copNo,
      build: () => ({
        ...record,
        deletionAt,
        documents: record.documents.map(({ head, ...rest }) => ({
          ...rest,
          head: { ...head, appType: '3', ...(record.preNo && { preNo: record.preNo }) },
        })),
      }),
    },
  ])
  return { ...queued, applications: queued.copNos, lists: record.lists.length }
}

/** Whether a 报关单 with a number holds any of these lists. */
async function hasNumber({ context }: Book, invtNos: ReadonlySet<string>): Promise<boolean> {
  for await (const chunk of eachRecord(context, 'customsEntries')) {
    for (const { record } of chunk) {
      if (entryIdOf(record) === '') continue
      const lines = Object.values(record.parts).flatMap((part) => part.lines)
      if (lines.some(({ invtNo }) => invtNos.has(invtNo))) return true
    }
  }
  return false
}
