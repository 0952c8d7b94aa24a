import type { MemoryState } from '#shared/protocol/engine/memory-state'
import type { BatchHead, BatchStage, SubmissionHead } from '#shared/protocol/engine/records'
import type { CebDocument } from '#shared/model/list'
import type { ReceiptFact } from '#shared/protocol/receipts'
import { readPlain, rowOf, rowsBy } from '../connection/lookup'
import type { BookContext } from '../context'
import { open, openBytes } from '../sealing/cipher'
import { documentMac, dossierOf, markOf, openAll, stateOf } from './rows'
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
  /** Batches in these stages are looked at with their members. */
  stages?: readonly BatchStage[]
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
 * documents concerned, their whole dossiers, all receipts of those documents, every open batch and every ghost (they
 * hold documents back). Rules that run on this slice decide as they would on the whole store.
 */
export async function loadSlice(
  { connections, keys }: BookContext,
  account: string,
  seeds: Seeds,
): Promise<Slice> {
  const [docs, dossiers, marks] = await Promise.all([
    Promise.all((seeds.documents ?? []).map((one) => documentMac(keys, one.message, one.businessKey))),
    Promise.all((seeds.dossiers ?? []).map((dossier) => dossierOf(keys, dossier))),
    Promise.all((seeds.marks ?? []).map((mark) => markOf(keys, mark))),
  ])
  const raw = await connections.run('strict', (db) =>
    readPlain(db, tables, (stores) => readSlice(stores, { ...seeds, dossiers, marks }, docs)),
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
    ...stateOf(account, head),
    bytes: new Map(bytes.map((plain, i) => [raw.bytes[i]!.id, plain])),
  }
  for (const batch of batches) state.batches.set(batch.id, batch)
  for (const one of heads) {
    state.submissions.set(one.id, { ...one, document: documents.get(one.id) ?? unread })
  }
  for (const fact of facts) state.facts.set(fact.id, fact)
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

async function readSlice(
  stores: (name: string) => IDBObjectStore,
  seeds: Seeds,
  docs: readonly string[],
): Promise<Raw> {
  const engine = await rowOf<EngineRow>(stores('engine'), 'engine')
  const [open, ghosts, named] = await Promise.all([
    rowsBy<BatchRow>(stores('batches').index('stage'), openBatchStages),
    rowsBy<BatchRow>(stores('batches').index('ghost'), [1]),
    rowsBy<BatchRow>(stores('batches'), seeds.batches ?? []),
  ])
  const staged = open.filter(({ stage }) => seeds.stages?.includes(stage as BatchStage)).map(({ id }) => id)
  const outbox = (index: string, values: readonly string[] = []) =>
    rowsBy<OutboxRow>(index === 'id' ? stores('outbox') : stores('outbox').index(index), unique(values))
  const first = await Promise.all([
    outbox('id', seeds.submissions),
    outbox('doc', docs),
    outbox('dossier', seeds.dossiers),
    outbox('mark', seeds.marks),
    outbox('guids', seeds.guids),
    outbox('batch', [...(seeds.batches ?? []), ...staged]),
  ])
  // A batch before a person may be settled by what its documents are told: it is looked at whole.
  const touched = new Set(first.flat().map(({ batch }) => batch))
  const parked = open.filter(({ id, stage }) => stage === 'attention' && touched.has(id)).map(({ id }) => id)
  const seed = distinct([...first.flat(), ...(await outbox('batch', parked))])
  const around = await Promise.all([
    outbox(
      'doc',
      seed.map(({ doc }) => doc),
    ),
    outbox(
      'dossier',
      seed.map(({ dossier }) => dossier),
    ),
  ])
  const submissions = distinct([...seed, ...around.flat()])
  const receipts = await Promise.all([
    rowsBy<ReceiptRow>(stores('receipts'), unique(seeds.facts ?? [])),
    rowsBy<ReceiptRow>(
      stores('receipts').index('doc'),
      unique([...docs, ...submissions.map(({ doc }) => doc)]),
    ),
    rowsBy<ReceiptRow>(stores('receipts').index('guid'), unique(submissions.flatMap(({ guids }) => guids))),
  ])
  return {
    engine,
    batches: distinct([...open, ...ghosts, ...named]),
    outbox: submissions,
    documents: await rowsBy<SealedRow>(stores('documents'), seeds.contents ?? []),
    bytes: await rowsBy<SealedRow>(stores('batchBytes'), seeds.bytes ?? []),
    receipts: distinct(receipts.flat()),
  }
}

const unique = (values: readonly string[]): string[] => [...new Set(values)]
const distinct = <T extends { id: string }>(rows: readonly T[]): T[] => [
  ...new Map(rows.map((row) => [row.id, row])).values(),
]
