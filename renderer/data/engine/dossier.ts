import type { CebDocument } from '#shared/model/list'
import type { SubmissionHead } from '#shared/protocol/engine/records'
import { current } from '#shared/protocol/engine/lane'
import type { ReceiptFact } from '#shared/protocol/receipts'
import type { BookContext } from '../context'
import { readAs } from './read'
import { openAll } from './rows'
import type { SealedRow } from './rows'

/** A document of a 清单, as customs knows it. */
export type DocumentKey = { message: string; businessKey: string }
/** Every attempt at one document with everything received about it; `last` speaks for it now. */
export type DocumentHistory = DocumentKey & {
  attempts: SubmissionHead[]
  facts: ReceiptFact[]
  last?: SubmissionHead
}

/** Histories of documents, in the order asked: attempts of whatever 清单 count, because customs knows no 清单. */
export function readHistories(
  context: BookContext,
  documents: readonly DocumentKey[],
): Promise<DocumentHistory[]> {
  return readAs(context, '', { documents }, (store) =>
    Promise.all(
      documents.map(async ({ message, businessKey }) => {
        const [attempts, facts] = await Promise.all([
          store.submissions(message, businessKey),
          store.receipts(message, businessKey),
        ])
        const last = current(attempts, { message, businessKey })
        return { message, businessKey, attempts, facts, ...(last && { last }) }
      }),
    ),
  )
}

/** What was queued under these submissions, by their ids. */
export async function readQueued(
  { connections, keys }: BookContext,
  ids: readonly string[],
): Promise<Map<string, CebDocument>> {
  const rows = await connections.run('strict', (db) => db.table<SealedRow>('documents').bulkGet([...ids]))
  const found = rows.filter((row) => row !== undefined)
  const documents = await openAll<CebDocument>(keys, 'documents', found)
  return new Map(found.map(({ id }, i) => [id, documents[i]!]))
}
