import type { SubmissionHead } from '#shared/protocol/engine/records'
import type { ReceiptFact } from '#shared/protocol/receipts'
import { readPlain, rowsBy } from '../connection/lookup'
import type { BookContext } from '../context'
import { documentMac, openAll } from './rows'
import type { OutboxRow, ReceiptRow } from './rows'

/** Receipts by their ids, in the order asked. */
export async function readReceipts(
  { connections, keys }: BookContext,
  ids: readonly string[],
): Promise<ReceiptFact[]> {
  const rows = await connections.run('strict', (db) => db.table<ReceiptRow>('receipts').bulkGet([...ids]))
  return openAll<ReceiptFact>(
    keys,
    'receipts',
    rows.filter((row) => row !== undefined),
  )
}

/** A submission each receipt speaks of, in their order: by its document, or by the guid it repeats. */
export async function submissionsOf(
  { connections, keys }: BookContext,
  facts: readonly ReceiptFact[],
): Promise<(SubmissionHead | undefined)[]> {
  const docs = await Promise.all(
    facts.map(({ message, businessKey }) =>
      businessKey === undefined ? undefined : documentMac(keys, message, businessKey),
    ),
  )
  const rows = await connections.run('strict', (db) =>
    readPlain(db, ['outbox'], async (stores) => {
      const outbox = stores('outbox')
      const [byDocument, byGuid] = await Promise.all([
        rowsBy<OutboxRow>(outbox.index('doc'), [...new Set(docs.filter((doc) => doc !== undefined))]),
        rowsBy<OutboxRow>(outbox.index('guids'), [
          ...new Set(facts.filter((_, i) => docs[i] === undefined).map(({ guid }) => guid)),
        ]),
      ])
      return [...byDocument, ...byGuid]
    }),
  )
  const heads = await openAll<SubmissionHead>(keys, 'outbox', rows)
  const byDoc = new Map(rows.map(({ doc }, i) => [doc, heads[i]]))
  return facts.map(({ guid }, i) => {
    const doc = docs[i]
    return doc === undefined
      ? heads.find((head) => head.guid === guid || head.messageGuid === guid)
      : byDoc.get(doc)
  })
}
