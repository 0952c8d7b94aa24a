import type { ReceiptFact } from '#shared/protocol/receipts'
import type { BatchHead, SubmissionHead } from '#shared/protocol/engine/records'
import { emptyState, type MemoryState } from '#shared/protocol/engine/memory-state'
import type { Seal } from '../sealing/cipher'
import { receiptColumns, type ReceiptColumns } from './receipt-columns'
import { nameMac } from '../sealing/blind'
import { open, seal } from '../sealing/cipher'
import type { BookKeys } from '../sealing/keys'

/** State of the engine as a whole. Its revision moves with every write of the store: one writer at a time wins. */
const headFields = [
  'epoch',
  'account',
  'hold',
  'line',
  'pull',
  'cursor',
  'filingCursor',
  'hasFiled',
  'untaken',
  'unsigned',
  'openFilings',
  'pass',
  'reading',
  'recheck',
  'sample',
  'heardAt',
  'restarts',
  'place',
] as const satisfies readonly (keyof MemoryState)[]
export type EngineHead = Pick<MemoryState, (typeof headFields)[number]>

export const engineHead = (state: MemoryState): EngineHead =>
  Object.fromEntries(headFields.map((name) => [name, state[name]])) as EngineHead

/** The store as its head says it stands, without rows; a head from before there was a reading is read anew. */
export const stateOf = (account: string, head: Partial<EngineHead> | undefined): MemoryState => ({
  ...emptyState(account),
  ...(head && { reading: { version: 0 } }),
  ...head,
})
export type EngineRow = Seal & { id: 'engine'; rev: number }

export type OutboxRow = Seal & {
  id: string
  doc: string
  dossier: string
  mark: string
  guids: string[]
  stage: string
  place: number
  batch?: string
}
export type BatchRow = Seal & { id: string; stage: string; ghost?: 1 }
export type ReceiptRow = Seal & { id: string; doc?: string; guid: string } & Partial<ReceiptColumns>
export type SealedRow = Seal & { id: string }

export const documentMac = (keys: BookKeys, message: string, businessKey: string): Promise<string> =>
  nameMac(keys, 'document', message, businessKey)
export const dossierOf = (keys: BookKeys, dossier: string): Promise<string> =>
  nameMac(keys, 'dossier', dossier)
export const markOf = (keys: BookKeys, mark: string): Promise<string> => nameMac(keys, 'mark', mark)

export async function outboxRow(keys: BookKeys, head: SubmissionHead): Promise<OutboxRow> {
  const { id, dossier, mark, stage, place, batch, message, businessKey, guid, messageGuid } = head
  const [doc, dossierMac, markMac, sealed] = await Promise.all([
    documentMac(keys, message, businessKey),
    dossierOf(keys, dossier),
    markOf(keys, mark),
    seal(keys, 'outbox', id, 1, head),
  ])
  const guids = messageGuid ? [guid, messageGuid] : [guid]
  return {
    id,
    doc,
    dossier: dossierMac,
    mark: markMac,
    guids,
    stage,
    place,
    ...(batch && { batch }),
    ...sealed,
  }
}

export async function batchRow(keys: BookKeys, batch: BatchHead): Promise<BatchRow> {
  const ghost = batch.ghost ? { ghost: 1 as const } : {}
  return { id: batch.id, stage: batch.stage, ...ghost, ...(await seal(keys, 'batches', batch.id, 1, batch)) }
}

export async function receiptRow(keys: BookKeys, fact: ReceiptFact): Promise<ReceiptRow> {
  const { id, guid, message, businessKey } = fact
  const [doc, sealed] = await Promise.all([
    businessKey === undefined ? undefined : documentMac(keys, message, businessKey),
    seal(keys, 'receipts', id, 1, fact),
  ])
  return { id, guid, ...(doc && { doc }), ...receiptColumns(fact), ...sealed }
}

export async function sealedRow(
  keys: BookKeys,
  table: string,
  id: string,
  value: unknown,
): Promise<SealedRow> {
  return { id, ...(await seal(keys, table, id, 1, value)) }
}

export async function engineRow(keys: BookKeys, head: EngineHead, rev: number): Promise<EngineRow> {
  return { id: 'engine', rev, ...(await seal(keys, 'engine', 'engine', 1, head)) }
}

/** Open rows of one engine table. */
export function openAll<T>(keys: BookKeys, table: string, rows: readonly SealedRow[]): Promise<T[]> {
  return Promise.all(rows.map((row) => open(keys, table, row.id, row) as Promise<T>))
}
