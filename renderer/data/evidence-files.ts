import { fileTypeOf, type EvidenceDocument } from '#shared/evidence/document'
import { pagesOf } from '#shared/evidence/pages'
import type { BookContext } from './context'
import { DataRefusal } from './errors/refusal'
import { nameMac } from './sealing/blind'
import { sha256Hex } from './sealing/bytes'
import { openBytes, sealBytes } from './sealing/cipher'
import type { Seal } from './sealing/cipher'
import { bytesOfFile } from './whole-file'

const table = 'evidenceFiles'
const maxBytes = 20 * 1_048_576
/** A backup leaves in parts of this size; a row larger than one would be held twice. */
const partBytes = 512 * 1024
const form = 1

type FileRow = Seal & { id: string }
export type StoredFile = NonNullable<EvidenceDocument['file']>

const placeOf = ({ keys }: BookContext, hash: string) => nameMac(keys, table, hash)
const partId = (place: string, at: number) => `${place}.${String(at).padStart(4, '0')}`

/**
 * Put the bytes of a file under seal, in parts, found by a keyed digest: the same file twice lies there once. What a paper
 * later refers to is there before the paper says so. Refused with `file-type` and `file-large`.
 */
export async function storeFile(context: BookContext, file: File): Promise<StoredFile> {
  if (file.size > maxBytes) {
    const mb = (file.size / 1_048_576).toFixed(1)
    throw new DataRefusal('file-large', { file: file.name, mb, max: maxBytes / 1_048_576 })
  }
  const bytes = await bytesOfFile(file, 'paper')
  const type = fileTypeOf(bytes)
  if (!type) throw new DataRefusal('file-type', { file: file.name })
  const hash = await sha256Hex(bytes)
  const place = await placeOf(context, hash)
  const rows: FileRow[] = []
  for (let at = 0; at * partBytes < bytes.length; at += 1) {
    const id = partId(place, at)
    const part = bytes.slice(at * partBytes, (at + 1) * partBytes)
    rows.push({ id, ...(await sealBytes(context.keys, table, id, form, part)) })
  }
  await context.connections.run('strict', (db) =>
    db.transaction('rw', table, (tx) => tx.table<FileRow>(table).bulkPut(rows)),
  )
  const pages = pagesOf(type, new TextDecoder('latin1').decode(bytes))
  return { hash, type, size: bytes.length, ...(pages !== undefined && { pages }) }
}

/** The bytes of a stored file, compared with its digest. Refused with `tampered` when they differ or some are gone. */
export async function readFile(
  context: BookContext,
  { hash, size }: StoredFile,
): Promise<Uint8Array<ArrayBuffer>> {
  const place = await placeOf(context, hash)
  const rows = await context.connections.run('strict', (db) =>
    db.table<FileRow>(table).where('id').between(partId(place, 0), partId(place, 9999), true, true).toArray(),
  )
  const bytes = new Uint8Array(size)
  let at = 0
  for (const row of rows) {
    const part = await openBytes(context.keys, table, row.id, row)
    if (at + part.length > size) throw new DataRefusal('tampered', { table, id: place })
    bytes.set(part, at)
    at += part.length
  }
  if (at !== size || (await sha256Hex(bytes)) !== hash)
    throw new DataRefusal('tampered', { table, id: place })
  return bytes
}
