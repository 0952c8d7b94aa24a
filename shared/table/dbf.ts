import type { Text } from '../model/text'
import type { Encoding, StreamDecoder } from './ports'
import type { RawRow } from './rows'

/**
 * dBASE III tables, the form in which customs' code tables, the tariff and the 退税率文库 are handed round: a header of 32
 * bytes, field descriptors of 32 bytes up to 0x0D, records of fixed length, each with a byte that says whether it is deleted.
 * Numbers and dates are text. Memo fields, whose text lies in an .FPT or .DBT beside the table, and binary ones are not read: their
 * columns say so in their name and hold nothing, so that nobody maps them unaware. Described at, for example, the Library of Congress (fdd000325) and docs.huihoo.com.
 */

export type DbfField = { name: string; type: string; offset: number; length: number }
export type DbfTable = {
  /** Day of the last change as the header says. */
  updated: string | undefined
  fields: DbfField[]
  /** The names as first row, then the records that are not deleted; `row` counts all of them. */
  rows: RawRow[]
  deleted: number
}

const HEADER = 32
const DESCRIPTOR = 32
const END = 0x0d
const DELETED = 0x2a
const PLAIN = new Set(['C', 'N', 'F', 'D', 'L'])
const versions = new Set([0x03, 0x30, 0x31, 0x43, 0x83, 0x8b, 0xf5])

/** Why bytes are no table that can be read; the remedy is the caller's to say. */
export type DbfFault = { ok: false; why: Text }
const broken = (zh: string, en: string): DbfFault => ({ ok: false, why: { zh, en } })

/** Language driver byte → encoding. Files of the tax office leave it 0 and are GBK. */
const encodingOf = (driver: number): Encoding =>
  driver === 0x03 || driver === 0x57 ? 'windows-1252' : 'gb18030'

/** Read a whole table; it is a few megabytes at most. */
export function readDbf(
  bytes: Uint8Array,
  decoder: (encoding: Encoding) => StreamDecoder,
): { ok: true; table: DbfTable } | DbfFault {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < HEADER + 1 || !versions.has(view.getUint8(0))) {
    return broken('文件头不是 dBASE', 'The header is not of dBASE')
  }
  const count = view.getUint32(4, true)
  const start = view.getUint16(8, true)
  const length = view.getUint16(10, true)
  const fields = readFields(bytes, start)
  const width = fields.reduce((sum, field) => sum + field.length, 1)
  if (fields.length === 0 || length < width || start > bytes.length) {
    return broken('字段说明与记录长度不符', 'Field descriptors do not fit the record')
  }
  // Some writers leave out the last byte (0x1A) or pad; a record that is cut off is another matter.
  if (bytes.length < start + count * length) {
    const whole = Math.floor((bytes.length - start) / length)
    return broken(
      `应有 ${count} 条记录，文件只到第 ${whole} 条`,
      `The header says ${count} records, the file ends after ${whole}`,
    )
  }
  const encoding = encodingOf(view.getUint8(29))
  const text = (from: number, size: number) => decoder(encoding).decode(bytes.subarray(from, from + size))
  const rows: RawRow[] = [{ row: 1, cells: fields.map(headingOf) }]
  let deleted = 0
  for (let at = 0; at < count; at++) {
    const from = start + at * length
    if (view.getUint8(from) === DELETED) {
      deleted += 1
      continue
    }
    const cells = fields.map(({ type, offset, length: size }) =>
      PLAIN.has(type)
        ? text(from + offset, size)
            .replaceAll('\0', '')
            .trim()
        : '',
    )
    rows.push({ row: at + 2, cells })
  }
  return { ok: true, table: { updated: updatedOn(view), fields, rows, deleted } }
}

const headingOf = ({ name, type }: DbfField): string => {
  if (PLAIN.has(type)) return name
  return type === 'M' ? `${name}（备注字段，在 .FPT 中，未读）` : `${name}（二进制字段，未读）`
}

function readFields(bytes: Uint8Array, start: number): DbfField[] {
  const fields: DbfField[] = []
  let offset = 1
  for (let at = HEADER; at + DESCRIPTOR <= start && bytes[at] !== END; at += DESCRIPTOR) {
    let name = ''
    for (let n = 0; n < 11 && bytes[at + n] !== 0; n++) name += String.fromCharCode(bytes[at + n]!)
    const length = bytes[at + 16]!
    fields.push({ name: name.trim(), type: String.fromCharCode(bytes[at + 11]!), offset, length })
    offset += length
  }
  return fields
}

function updatedOn(view: DataView): string | undefined {
  const [year, month, date] = [view.getUint8(1), view.getUint8(2), view.getUint8(3)]
  if (month < 1 || month > 12 || date < 1 || date > 31) return undefined
  // The year counts from 1900; writers of after 2000 that put two digits there mean 2000.
  const full = year < 80 ? 2000 + year : 1900 + year
  return `${full}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
}
