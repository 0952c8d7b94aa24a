import type { PreviewOutcome, RefusedRow } from '#shared/import/api'
import { importForexFile } from '#shared/forex/files/import'
import { previewForexFile } from '#shared/forex/files/preview'
import { importFile } from '#shared/import/import'
import type { Progress } from '#shared/import/ports'
import type { Encoding } from '#shared/table/ports'
import { previewFile } from '#shared/import/preview'
import { isForexFile } from '#shared/model/import-report'
import type { Book } from '../../data/book'
import { DataRefusal } from '../../data/errors/refusal'
import { contentDigest } from '../../data/imports/content-digest'
import { finishImport, removeImport } from '../../data/imports/end'
import { importLock } from '../../data/imports/lock'
import type { ImportJob, ImportProgress, SentinelPort } from '../../data/port'
import { inBook } from './in-book'
import type { MarkedTask } from './in-book'
import { SealedSpill } from './sealed-spill'
import { BookSink, digestText } from './sink'

export type ImportTask = MarkedTask & { file: File; job: ImportJob }
export type ImportEnd =
  | { ok: true; importId: string }
  | { ok: false; cancelled: true; importId?: string }
  | Extract<Awaited<ReturnType<typeof importFile>>, { refusal: unknown }>

/** One import, from the file's bytes to its last chunk on disk. Looked after by a lock, so that no two run in a book. */
export async function runImport(
  task: ImportTask,
  sentinel: SentinelPort,
  signal: { readonly aborted: boolean },
  progress: (p: ImportProgress) => void,
): Promise<ImportEnd> {
  const { database, who, file, job } = task
  return navigator.locks.request(importLock(database), { ifAvailable: true }, async (lock) => {
    if (!lock) throw new DataRefusal('importing', { file: file.name })
    return inBook(task, sentinel, (book) => importInto(book, database, who, file, job, signal, progress))
  })
}

/** The head of a file as the mapping screen shows it. */
export function preview(file: File, { kind, profile, map, options }: ImportJob): Promise<PreviewOutcome> {
  const told = { ...source(file), ...(map && { map }), ...(options && { options }) }
  return isForexFile(kind) ? previewForexFile({ ...told, kind }) : previewFile({ ...told, kind, profile })
}

const source = (file: File) => ({
  bytes: { size: file.size, open: () => stream(file) },
  fileName: file.name,
  decoder: (encoding: Encoding) => new TextDecoder(encoding),
})

async function importInto(
  book: Book,
  database: string,
  who: string,
  file: File,
  job: ImportJob,
  signal: { readonly aborted: boolean },
  progress: (p: ImportProgress) => void,
): Promise<ImportEnd> {
  const { context } = book
  const { kind, profile, map, options = {}, update = false } = job
  const sink = new BookSink(context, who, {
    kind,
    file: file.name,
    bytes: file.size,
    contentHash: await contentDigest(file),
    profile,
    ...(map && { map: structuredClone(map) as never }),
    options: Object.fromEntries(Object.entries(options).map(([key, value]) => [key, String(value)])),
    update,
  })
  const asked = {
    ...source(file),
    ...(map && { map }),
    options,
    update,
    existing: (keys: string[]) => sink.existing(keys),
    digest: digestText,
    signal,
    sink: {
      records: (items: Parameters<BookSink['records']>[0]) => sink.records(items),
      refused: (rows: RefusedRow[]) => sink.refused(rows),
      warnings: () => sink.warnings(),
    },
    onProgress: ({ stage, rows, bytes }: Progress) =>
      progress({ importId: sink.importId, stage, rows, bytes, total: file.size }),
  }
  const outcome = isForexFile(kind)
    ? await importForexFile({ ...asked, kind })
    : await importFile({ ...asked, kind, profile, spill: new SealedSpill(database, context.keys.kid) })
  if (outcome.ok) {
    const { id, writer } = await sink.begun()
    await writer.flush()
    await finishImport(context, who, id, outcome.report, outcome.header, outcome.decided)
    return { ok: true, importId: id }
  }
  const { importId } = sink
  if (importId) await removeImport(context, who, importId, file.name, 'cancelled')
  if ('refusal' in outcome) return outcome
  return { ok: false, cancelled: true, ...(importId && { importId }) }
}

async function* stream(file: File): AsyncIterable<Uint8Array> {
  const reader = file.stream().getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return
    yield value
  }
}
