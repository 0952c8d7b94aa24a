import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { Bytes } from '#shared/table/ports'

/** A file on disk as the importer reads it. Rejects when there is no such file. */
export async function fileBytes(path: string): Promise<Bytes> {
  const { size } = await stat(path)
  return { size, open: () => createReadStream(path, { highWaterMark: 256 * 1024 }) }
}
