import type { Transaction } from 'dexie'
import { emptyState } from '#shared/protocol/engine/memory-state'
import type { MemoryState } from '#shared/protocol/engine/memory-state'
import type { BatchHead, Submission, SubmissionHead } from '#shared/protocol/engine/records'
import type { CebDocument } from '#shared/model/list'
import type { ReceiptFact } from '#shared/protocol/receipts'
import type { BookContext } from '../context'
import { documentMac } from '../sealing/blind'
import { open, openBytes } from '../sealing/cipher'
import { openAll } from './rows'
import type { BatchRow, EngineHead, EngineRow, OutboxRow, ReceiptRow, SealedRow } from './rows'

/** What a verb starts from. Everything its rules can look at is loaded along. */
export type Seeds = {
  submissions?: readonly string[]
  documents?: readonly { message: string; businessKey: string }[]
  dossiers?: readonly string[]
  marks?: readonly string[]
  guids?: readonly string[]
  batches?: readonly string[]
  facts?: readonly string[]
  /** Batches whose bytes are needed, and submissions whose contents are. */
  bytes?: readonly string[]
  contents?: readonly string[]
}

/** Part of the store as plain state, with the revision it was read at. */
export type Slice = { state: MemoryState; rev: number }

const openBatchStages = ['fixed', 'sending', 'sent', 'attention']
/** Contents are never looked at by the rules; they are read when a batch is composed. */
const unread = { head: {} }

/**
 * Load, in one read transaction, all that can bear on the seeds: their batches and members, every attempt of the
 * documents concerned, their whole dossiers, all receipts of those documents, and every open batch (ghosts hold
 * documents back). Rules that run on this slice decide as they would on the whole store.
 */
export async function loadSlice(
  { connections, keys }: BookContext,
  account: string,
  seeds: Seeds,
): Promise<Slice> {
  const docs = await Promise.all(
    (seeds.documents ?? []).map(({ message, businessKey }) => documentMac(keys, message, businessKey)),
  )
  const raw = await connections.run('strict', (db) =>
    db.transaction('r', tables, (tx) => readSlice(tx, seeds, docs)),
  )
  const [head, heads, batches, facts, bytes, contents] = await Promise.all([
    raw.engine && (open(keys, 'engine', 'engine', raw.engine) as Promise<EngineHead>),
    openAll<SubmissionHead>(keys, 'outbox', raw.outbox),
    openAll<BatchHead>(keys, 'batches', raw.batches),
    openAll<ReceiptFact>(keys, 'receipts', raw.receipts),
    Promise.all(raw.bytes.map((row) => openBytes(keys, 'batchBytes', row.id, row))),
    openAll<CebDocument>(keys, 'documents', raw.documents),
  ])
  const documents = new Map(contents.map((document, i) => [raw.documents[i]!.id, document]))
  const state: MemoryState = {
    ...emptyState(account),
    ...head,
    submissions: new Map(
      heads.map((one): [string, Submission] => [
        one.id,
        { ...one, document: documents.get(one.id) ?? unread },
      ]),
    ),
    batches: new Map(batches.map((batch) => [batch.id, batch])),
    bytes: new Map(bytes.map((plain, i) => [raw.bytes[i]!.id, plain])),
    facts: new Map(facts.map((fact) => [fact.id, fact])),
  }
  return { state, rev: raw.engine?.rev ?? 0 }
}

const tables = ['engine', 'outbox', 'documents', 'batches', 'batchBytes', 'receipts']
type Raw = {
  engine?: EngineRow
  outbox: OutboxRow[]
  documents: SealedRow[]
  batches: BatchRow[]
  bytes: SealedRow[]
  receipts: ReceiptRow[]
}

async function readSlice(tx: Transaction, seeds: Seeds, docs: readonly string[]): Promise<Raw> {
  const engine = await tx.table('engine').get('engine')
  const open: BatchRow[] = await tx.table('batches').where('stage').anyOf(openBatchStages).toArray()
  const named: (BatchRow | undefined)[] = await tx.table('batches').bulkGet([...(seeds.batches ?? [])])
  const batches = distinct([...open, ...named.filter((row) => row !== undefined)])

  const outbox = tx.table('outbox')
  const anyOf = (index: string, values: readonly string[] = []): Promise<OutboxRow[]> =>
    values.length === 0 ? Promise.resolve([]) : (outbox.where(index).anyOf(values).toArray() as never)
  const found = await Promise.all([
    anyOf('id', seeds.submissions),
    anyOf('doc', docs),
    anyOf('dossier', seeds.dossiers),
    anyOf('mark', seeds.marks),
    anyOf('guids', seeds.guids),
    anyOf('batch', seeds.batches),
  ])
  const first = distinct(found.flat())
  const around = await Promise.all([
    anyOf('doc', unique(first.map(({ doc }) => doc))),
    anyOf('dossier', unique(first.map(({ dossier }) => dossier))),
  ])
  const submissions = distinct([...first, ...around.flat()])

  const table = tx.table('receipts')
  const by = (index: string, values: readonly string[]): Promise<ReceiptRow[]> =>
    values.length === 0 ? Promise.resolve([]) : (table.where(index).anyOf(values).toArray() as never)
  const receipts = await Promise.all([
    by('id', seeds.facts ?? []),
    by('doc', unique([...docs, ...submissions.map(({ doc }) => doc)])),
    by('guid', unique(submissions.flatMap(({ guids }) => guids))),
  ])
  const bytes: (SealedRow | undefined)[] = await tx.table('batchBytes').bulkGet([...(seeds.bytes ?? [])])
  const documents: (SealedRow | undefined)[] = await tx
    .table('documents')
    .bulkGet([...(seeds.contents ?? [])])
  return {
    engine,
    batches,
    outbox: submissions,
    documents: documents.filter((row) => row !== undefined),
    bytes: bytes.filter((row) => row !== undefined),
    receipts: distinct(receipts.flat()),
  }
}

const unique = (values: readonly string[]): string[] => [...new Set(values)]
const distinct = <T extends { id: string }>(rows: readonly T[]): T[] => [
  ...new Map(rows.map((row) => [row.id, row])).values(),
]
