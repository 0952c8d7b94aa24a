import type { StreamDecoder } from '../import/ports'

export type DbfField = { name: string; at: number; length: number }
export type DbfTable = { fields: string[]; rows: string[][] }

const HEADER = 32
const FIELD = 32
const FIELDS_END = 0x0d
const DELETED = 0x2a

/**
 * A dBase III/IV table as customs' code tables are handed round: text of fixed width, deleted rows left out. Returns
 * undefined for bytes that are no such table. Memo fields (kept in another file) come out as what stands in the row.
 */
export function readDbf(bytes: Uint8Array, decoder: StreamDecoder): DbfTable | undefined {
  if (bytes.length < HEADER + 1) return undefined
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const count = view.getUint32(4, true)
  const headerLength = view.getUint16(8, true)
  const rowLength = view.getUint16(10, true)
  const text = (at: number, length: number) => decoder.decode(bytes.subarray(at, at + length))
  const fields: DbfField[] = []
  let place = 1
  for (let at = HEADER; bytes[at] !== FIELDS_END; at += FIELD) {
    if (at + FIELD > headerLength || at + FIELD > bytes.length) return undefined
    const end = bytes.subarray(at, at + 11).indexOf(0)
    const length = bytes[at + 16]!
    fields.push({ name: text(at, end < 0 ? 11 : end).trim(), at: place, length })
    place += length
  }
  const isSound = fields.length > 0 && place === rowLength && headerLength > HEADER
  if (!isSound || headerLength + count * rowLength > bytes.length + 1) return undefined
  const rows: string[][] = []
  for (let row = 0; row < count; row += 1) {
    const start = headerLength + row * rowLength
    if (bytes[start] === DELETED) continue
    rows.push(fields.map(({ at, length }) => text(start + at, length).trim()))
  }
  return { fields: fields.map(({ name }) => name), rows }
}
