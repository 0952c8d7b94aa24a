import type { Text } from '../../model/text'
import type { Capabilities } from '../api'
import { compose } from './compose'
import { pickBatch } from './pick'
import type { EngineStore, Fence, OutboxStore, Ports } from './ports'
import type { BatchHead } from './records'

/** What goes into a file: batches by id, and what is queued (of these dossiers only, when they are named). */
export type ExportWanted = {
  batches: readonly string[]
  queued: boolean
  dossiers?: ReadonlySet<string>
}
export type ExportedBatch = {
  id: string
  sha256: string
  marks: string[]
  documents: number
  bytes: Uint8Array
}
/** `epoch` and `account` the batches were taken out under; `more`: there was more than one file may hold. */
export type Exported = Fence & { account: string; cursor?: string; batches: ExportedBatch[]; more: boolean }

/** The service cannot be asked for its limits, so the file keeps to what every service is known to take. */
export const exportLimits: Pick<Capabilities['limits'], 'maxDocuments' | 'maxBatchBytes'> = {
  maxDocuments: 100,
  maxBatchBytes: 1_048_576,
}
/** Main takes a file in one piece; 48 MB of batches are some 30,000 documents. */
export const MOST_EXPORT_BYTES = 48 * 1_048_576
const WINDOW = 100_000

type Tools = Pick<Ports, 'signer' | 'clock' | 'codec' | 'sender'> & {
  store: EngineStore & Pick<OutboxStore, 'retry'>
  /** Heads of batches by id. */
  heads(ids: readonly string[]): Promise<BatchHead[]>
}

/**
 * Take batches out for a file: what is queued is fixed first, ids and bytes on disk, exactly as before a send. Each
 * batch given out is `sending` from here on: with the file it may leave. One in attention is open again by it.
 */
export async function takeOut(tools: Tools, { batches, queued, dossiers }: ExportWanted): Promise<Exported> {
  const { store, clock } = tools
  const now = clock.now()
  const at = new Date(now).toISOString()
  const { epoch, account, cursor } = await store.nextWork(now, 1)
  const out: ExportedBatch[] = []
  let size = 0
  const give = async ({ id, sha256, marks }: BatchHead): Promise<void> => {
    const bytes = await store.markSending(id, at, { epoch })
    if (!bytes) return
    size += bytes.byteLength
    out.push({ id, sha256, marks, documents: marks.length, bytes })
  }
  const heads = await tools.heads(batches)
  for (const head of heads) {
    if (size > MOST_EXPORT_BYTES) break
    if (head.stage === 'attention') await store.retry(head.id, now)
    await give(head)
  }
  while (queued && size <= MOST_EXPORT_BYTES) {
    const work = await store.nextWork(now, WINDOW)
    const waiting = dossiers ? work.queued.filter(({ dossier }) => dossiers.has(dossier)) : work.queued
    const picked = pickBatch(waiting, exportLimits, now)
    if (picked.length === 0) break
    const composed = await compose(tools, { epoch, account }, picked, exportLimits)
    if (!composed) continue
    if ('tooLarge' in composed)
      await store.park({ submission: composed.tooLarge.id }, composed.reason, { epoch })
    else if (await store.fixBatch(composed.fixed, { epoch })) await give(composed.fixed.batch)
  }
  const more = size > MOST_EXPORT_BYTES
  return { epoch, account, ...(cursor === undefined ? {} : { cursor }), batches: out, more }
}

/**
 * The file is closed, or failed on the way: either way its batches may be somewhere. Result unknown from here on, as
 * after a send without an answer.
 */
export async function tookOut(
  { store, clock }: Pick<Tools, 'store' | 'clock'>,
  { batches, epoch }: Exported,
  code: string,
): Promise<void> {
  const now = clock.now()
  const at = new Date(now).toISOString()
  for (const { id, bytes } of batches) {
    const call = { at, kind: 'export' as const, batch: id, code, ms: 0, bytes: bytes.byteLength }
    const exported = code === 'ok' ? { exportedAt: at } : {}
    await store.markSent(id, { call, counts: false, nextAt: now, ...exported }, { epoch })
  }
}

export const nothingToExport: Text = {
  zh: '没有可导出的单证：队列为空，或都已有结果',
  en: 'Nothing to export: the queue is empty, or everything has its result',
}
