import type { Text } from '../model/text'
import type { Mapping } from '../table/mapping'

/** What the importer cannot do itself because it knows neither Node nor the browser. */

/** Content digest of a record (SHA-256 as hex or base64); may be synchronous or not. */
export type Digest = (text: string) => string | Promise<string>

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
