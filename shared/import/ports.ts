import type { Text } from '../model/text'
import type { Mapping } from './profile'

/** What the importer cannot do itself because it knows neither Node nor the browser. */

export type Encoding = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be' | 'windows-1252'

/** The streaming half of the platform's TextDecoder: `(encoding) => new TextDecoder(encoding)` satisfies it. */
export type StreamDecoder = { decode(bytes?: Uint8Array, options?: { stream?: boolean }): string }

/** Content digest of a record (SHA-256 as hex or base64); may be synchronous or not. */
export type Digest = (text: string) => string | Promise<string>

/** Read only; the caller sets it. The importer looks at it between batches. */
export type Signal = { readonly aborted: boolean }

/** One temporary run of text lines that lies outside the heap. */
export type SpillRun = {
  append(lines: string[]): Promise<void>
  /** All lines of the run, in the order they were appended. */
  read(): AsyncIterable<string[]>
}

/** Temporary storage for grouping files that do not fit the heap. `dispose` removes everything, also after a fault. */
export type Spill = {
  run(name: string): Promise<SpillRun>
  dispose(): Promise<void>
}

/** A file that can be read from its start more than once (encoding and date order are decided by the whole file). */
export type Bytes = {
  /** Total size in bytes when known; progress needs it. */
  size?: number
  open(): AsyncIterable<Uint8Array>
}

export type Progress = {
  stage: 'survey' | 'read' | 'group'
  rows: number
  bytes: number
  totalBytes?: number
}

/** A whole file that cannot be imported: what is wrong, what was found, what to do. */
export type FileRefusal = {
  file: string
  rule: string
  message: Text
  fix: Text
  columns: string[]
  missing: { field: string; label: Text }[]
  fields: { field: string; label: Text; required: boolean }[]
  /** What was recognised so far, with '' for what is missing: a MAP.json to be completed. */
  map: Mapping
}
