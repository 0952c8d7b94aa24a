import { DataRefusal } from './errors/refusal'

const mb = 1_048_576

/** What kinds of files that are read in one piece have at most, in bytes. What is read as a stream has no bound here. */
export const wholeFiles = {
  /** A token, a key, a certificate: a few lines. */
  line: mb / 4,
  /** Data of a zone, lists and tables as JSON. */
  list: 32 * mb,
  /** A table of dBASE. */
  table: 64 * mb,
  /** A scan, an original, a paper. */
  paper: 64 * mb,
  /** What is carried between computers and services; the channels take no more. */
  carried: 128 * mb,
  /** Messages of customs: a day of a large desk. */
  messages: 128 * mb,
  /** A 卷宗 with all its papers. */
  audit: 1024 * mb,
} as const
export type WholeFile = keyof typeof wholeFiles

function refuseLarge(file: File, kind: WholeFile): void {
  const most = wholeFiles[kind]
  if (file.size <= most) return
  const size = { mb: (file.size / mb).toFixed(1), max: most / mb }
  throw new DataRefusal('file-too-large', { file: file.name, ...size })
}

/**
 * All bytes of a file, where a file of this kind is small. The only place that reads one whole: a wrong one, chosen by a slip,
 * would take the memory of the window.
 * @throws `file-too-large` before the first byte is read
 */
export async function bytesOfFile(file: File, kind: WholeFile): Promise<Uint8Array<ArrayBuffer>> {
  refuseLarge(file, kind)
  return new Uint8Array(await file.arrayBuffer())
}

/** The same as UTF-8 text. */
export async function textOfFile(file: File, kind: WholeFile): Promise<string> {
  refuseLarge(file, kind)
  return file.text()
}
