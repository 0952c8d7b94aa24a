import type { CebDocument } from '#shared/model/list'
import type { Original } from '#shared/protocol/engine/ports'
import type { BatchHead, SubmissionHead } from '#shared/protocol/engine/records'
import type { ReceiptFact } from '#shared/protocol/receipts'
import { readPlain, rowsBy } from '../connection/lookup'
import type { BookContext } from '../context'
import { documentMac, dossierOf, openAll } from './rows'
import type { BatchRow, OutboxRow, ReceiptRow, SealedRow } from './rows'

/** Messages as they were received, by id; those that are not kept (any more) are missing. */
export async function readOriginals(
  { connections, keys }: BookContext,
  ids: readonly string[],
): Promise<Original[]> {
  const rows = await connections.run('strict', (db) => db.table<SealedRow>('originals').bulkGet([...ids]))
  return openAll<Original>(
    keys,
    'originals',
    rows.filter((row) => row !== undefined),
  )
}

/** All that was ever handed in of some dossiers, and all that came back about it. */
export type DossierRows = {
  heads: SubmissionHead[]
  contents: Map<string, CebDocument>
  facts: ReceiptFact[]
  batches: Map<string, BatchHead>
}

/**
 * Every attempt of these dossiers with its content, the receipts that name its document or repeat its guid, and the batches it
 * left in. Whole tables are never read.
 */
export async function readDossiers(
  { connections, keys }: BookContext,
  dossiers: readonly string[],
): Promise<DossierRows> {
  const macs = await Promise.all(dossiers.map((dossier) => dossierOf(keys, dossier)))
  const outbox = await connections.run('strict', (db) =>
    readPlain(db, ['outbox'], (stores) => rowsBy<OutboxRow>(stores('outbox').index('dossier'), macs)),
  )
  const heads = await openAll<SubmissionHead>(keys, 'outbox', outbox)
  const named = new Map(
    heads.map(({ message, businessKey }) => [`${message} ${businessKey}`, { message, businessKey }]),
  )
  const docs = await Promise.all(
    [...named.values()].map(({ message, businessKey }) => documentMac(keys, message, businessKey)),
  )
  const guids = heads.flatMap(({ guid, messageGuid }) => (messageGuid ? [guid, messageGuid] : [guid]))
  const batchIds = [...new Set(heads.flatMap(({ batch }) => batch ?? []))]
  const stores = ['documents', 'receipts', 'batches']
  const raw = await connections.run('strict', (db) =>
    readPlain(db, stores, async (store) => {
      const [contents, byDocument, byGuid, batches] = await Promise.all([
        rowsBy<SealedRow>(
          store('documents'),
          heads.map(({ id }) => id),
        ),
        rowsBy<ReceiptRow>(store('receipts').index('doc'), docs),
        rowsBy<ReceiptRow>(store('receipts').index('guid'), guids),
        rowsBy<BatchRow>(store('batches'), batchIds),
      ])
      return { contents, receipts: [...byDocument, ...byGuid], batches }
    }),
  )
  const receipts = [...new Map(raw.receipts.map((row) => [row.id, row])).values()]
  const [contents, facts, batches] = await Promise.all([
    openAll<CebDocument>(keys, 'documents', raw.contents),
    openAll<ReceiptFact>(keys, 'receipts', receipts),
    openAll<BatchHead>(keys, 'batches', raw.batches),
  ])
  return {
    heads,
    contents: new Map(raw.contents.map(({ id }, i) => [id, contents[i]!])),
    facts: facts.sort((a, b) => a.seq - b.seq),
    batches: new Map(batches.map((batch) => [batch.id, batch])),
  }
}
