import { readDbf as readTable } from '../table/dbf'
import type { StreamDecoder } from '../table/ports'

export type DbfTable = { fields: string[]; rows: string[][] }

/**
 * A table of codes as dBASE: its field names and its rows in the encoding of `decoder`, whatever the file says of it.
 * Undefined for bytes that are no such table.
 */
export function readDbf(bytes: Uint8Array, decoder: StreamDecoder): DbfTable | undefined {
  const read = readTable(bytes, () => decoder)
  if (!read.ok) return undefined
  const [, ...rows] = read.table.rows
  return { fields: read.table.fields.map(({ name }) => name), rows: rows.map(({ cells }) => cells) }
}
