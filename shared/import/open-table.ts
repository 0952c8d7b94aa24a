import type { Bytes, Encoding, StreamDecoder } from '../table/ports'
import { kindParams, likelyParams } from './file-refusals'
import { FileFault } from '../table/file-fault'
import {
  COMPLETE,
  likelyKind,
  missingFields,
  otherKind,
  recognise,
  type Recognition,
  type Wanted,
} from './recognise'
import { isBlank, type RawRow } from '../table/rows'
import { Splitter } from '../table/text/splitter'
import { sniffEncoding, textHead, textRows } from '../table/text/text-rows'
import type { VerticalMerge } from '../table/xlsx/merges'
import { openOfd, openWhole, type WholeTable } from './whole-file'
import { openWorkbook } from '../table/xlsx/workbook'

const HEAD_CHARACTERS = 1 << 20
const HEAD_ROWS = 200
const DELIMITERS = [',', '\t', ';', '|'] as const

/** A file as one table whose header is known. `rows` starts after the header and can be called again. */
export type Table = {
  format: 'csv' | 'xlsx'
  /** As the report names it: an encoding, or `xlsx`. */
  encoding: string
  delimiter?: string
  sheet?: string
  /** Sheets that hold a table of the wanted kind, the one that is read first. */
  sheets: readonly string[]
  recognitions: Recognition[]
  head: RawRow[]
  /** Rows after the header row. `onBytes` hears how many bytes of the file were consumed. */
  rows(headerRow: number, onBytes?: (count: number) => void): AsyncGenerator<RawRow[]>
  merges: readonly VerticalMerge[]
}

export type Opening = Wanted & {
  bytes: Bytes
  decoder(encoding: Encoding): StreamDecoder
  /** Read the sheet of this name and no other. */
  sheet?: string
}

function counted(bytes: Bytes, onBytes?: (count: number) => void): AsyncIterable<Uint8Array> {
  if (!onBytes) return bytes.open()
  return (async function* () {
    for await (const chunk of bytes.open()) {
      onBytes(chunk.length)
      yield chunk
    }
  })()
}

async function* after(rows: AsyncGenerator<RawRow[]>, headerRow: number): AsyncGenerator<RawRow[]> {
  for await (const batch of rows) {
    const kept = (batch[0]?.row ?? 0) > headerRow ? batch : batch.filter((row) => row.row > headerRow)
    if (kept.length > 0) yield kept
  }
}

async function firstBytes(bytes: Bytes, wanted: number): Promise<Uint8Array> {
  const head = new Uint8Array(wanted)
  let length = 0
  for await (const chunk of bytes.open()) {
    const part = chunk.subarray(0, wanted - length)
    head.set(part, length)
    length += part.length
    if (length >= wanted) break
  }
  return head.subarray(0, length)
}

const foreign: readonly { magic: string; format: string; fixZh: string; fixEn: string }[] = [
  {
    magic: 'd0cf11e0',
    format: 'XLS (Excel 97–2003)',
    fixZh: '用 Excel 另存为 .xlsx',
    fixEn: 'Save it as .xlsx',
  },
  { magic: '1f8b', format: 'GZIP', fixZh: '先解压', fixEn: 'Unpack it first' },
  {
    magic: '25504446',
    format: 'PDF',
    fixZh: '从平台导出表格文件；发票下载 XML 或 Excel 清单',
    fixEn: 'Export a table from the platform; of invoices download the XML or the list as Excel',
  },
  { magic: '52617221', format: 'RAR', fixZh: '先解压', fixEn: 'Unpack it first' },
]

function refuseForeign(head: Uint8Array): void {
  if (head.length === 0) throw new FileFault('file.empty')
  const hex = [...head.subarray(0, 4)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  const found = foreign.find(({ magic }) => hex.startsWith(magic))
  if (found) throw new FileFault('file.format', found)
}

/** What begins like this is text, but no table. */
const documents: readonly { begins: RegExp; format: string; fixZh: string; fixEn: string }[] = [
  {
    begins: /^\s*(<!doctype html|<html|<table|<head|<meta|<style)/i,
    format: 'HTML',
    fixZh: '用 Excel 打开后另存为 .xlsx',
    fixEn: 'Open it in Excel and save it as .xlsx',
  },
  {
    begins: /^\s*<\?xml/i,
    format: 'XML',
    fixZh: '用 Excel 打开后另存为 .xlsx',
    fixEn: 'Open it in Excel and save it as .xlsx',
  },
  {
    begins: /^\s*(?:(?:\[\s*)+["{]|\{\s*")/,
    format: 'JSON',
    fixZh: '从平台导出 CSV、TSV 或 XLSX 文件',
    fixEn: 'Export CSV, TSV or XLSX from the platform',
  },
]

/** Control characters that no export writes; more than a few of them are a picture, a program, a database. */
const CONTROL = /[\u0000-\u0008\u000e-\u0019\u001b-\u001f]/g

function refuseNoTable(text: string): void {
  if (text.trim() === '') throw new FileFault('file.empty')
  const found = documents.find(({ begins }) => begins.test(text))
  if (found) {
    const { format, fixZh, fixEn } = found
    throw new FileFault('file.format', { format, fixZh, fixEn })
  }
  if ((text.match(CONTROL)?.length ?? 0) * 200 > text.length) throw new FileFault('file.binary')
}

function splitHead(text: string, delimiter: string): RawRow[] {
  const splitter = new Splitter(delimiter)
  const rows = splitter.push(text)
  return (text.length < HEAD_CHARACTERS ? [...rows, ...splitter.end()] : rows).slice(0, HEAD_ROWS)
}

/** How many of the rows have the commonest number of cells, for files whose columns nobody recognises. */
function regularity(rows: readonly RawRow[]): number {
  const widths = new Map<number, number>()
  for (const row of rows)
    if (row.cells.length > 1) widths.set(row.cells.length, (widths.get(row.cells.length) ?? 0) + 1)
  return Math.max(0, ...widths.values())
}

async function openText(opening: Opening): Promise<Table> {
  const { bytes, decoder } = opening
  const { encoding, bom } = await sniffEncoding(bytes)
  const text = await textHead(bytes, encoding, decoder, HEAD_CHARACTERS)
  refuseNoTable(text)
  const readings = DELIMITERS.map((delimiter) => {
    const head = splitHead(text, delimiter)
    const recognitions = recognise(head, opening)
    return { delimiter, head, recognitions, score: recognitions[0]?.score ?? -1, regular: regularity(head) }
  }).sort((a, b) => b.score - a.score || b.regular - a.regular)
  const [best] = readings
  if (!best || best.recognitions.length === 0) throw new FileFault('file.no-table')
  return {
    format: 'csv',
    encoding: bom && encoding === 'utf-8' ? 'utf-8-bom' : encoding,
    delimiter: best.delimiter,
    sheets: [],
    recognitions: best.recognitions,
    head: best.head,
    merges: [],
    rows: (headerRow, onBytes) =>
      after(textRows(counted(bytes, onBytes), decoder(encoding), best.delimiter), headerRow),
  }
}

async function openSheet(opening: Opening): Promise<Table> {
  const workbook = await openWorkbook(opening.bytes, opening.decoder, HEAD_ROWS)
  const wanted = workbook.sheets.filter(({ name }) => opening.sheet === undefined || name === opening.sheet)
  if (wanted.length === 0 && opening.sheet !== undefined) {
    const sheets = workbook.sheets.map(({ name }) => name).join(', ')
    throw new FileFault('file.no-sheet', { sheet: opening.sheet, sheets })
  }
  const readings = wanted
    .map((sheet) => ({
      sheet,
      recognitions: recognise(
        sheet.head.filter((row) => !isBlank(row)),
        opening,
      ),
    }))
    .sort((a, b) => (b.recognitions[0]?.score ?? -1) - (a.recognitions[0]?.score ?? -1))
  const [best] = readings
  if (!best || best.recognitions.length === 0) throw new FileFault('file.no-table')
  return {
    format: 'xlsx',
    encoding: 'xlsx',
    sheet: best.sheet.name,
    sheets: readings
      .filter(({ recognitions: [first] }) => (first?.score ?? 0) >= COMPLETE)
      .map(({ sheet }) => sheet.name),
    recognitions: best.recognitions,
    head: best.sheet.head,
    merges: best.sheet.merges,
    rows: (headerRow, onBytes) =>
      after(workbook.rows(best.sheet, counted(opening.bytes, onBytes)), headerRow),
  }
}

function openRows(opening: Opening, { encoding, rows }: WholeTable): Table {
  const head = rows.slice(0, HEAD_ROWS)
  const recognitions = recognise(head, opening)
  if (recognitions.length === 0) throw new FileFault('file.no-table')
  return {
    format: 'csv',
    encoding,
    sheets: [],
    recognitions,
    head,
    merges: [],
    async *rows(headerRow) {
      yield rows.filter(({ row }) => row > headerRow)
    },
  }
}

/** Open a file and find its header. Throws a `FileFault` for what is no table at all. */
export async function openTable(opening: Opening): Promise<Table> {
  const head = await firstBytes(opening.bytes, 512)
  refuseForeign(head)
  const zip = head[0] === 0x50 && head[1] === 0x4b
  const invoice = zip && opening.kind === 'invoices' ? await openOfd(opening) : undefined
  if (invoice) return openRows(opening, invoice)
  if (zip) return openSheet(opening)
  const whole = await openWhole(head, opening)
  return whole ? openRows(opening, whole) : openText(opening)
}

/** The reading to import by; throws a `FileFault` that says which columns are missing when there is none. */
export function chosen(table: Table, wanted: Wanted): Recognition {
  const [best] = table.recognitions
  if (!best) throw new FileFault('file.no-table')
  if (wanted.map) {
    const unbound = Object.keys(wanted.map).filter((field) => !best.binding.index.has(field))
    const names = unbound.map((field) => `${field}: ${JSON.stringify(wanted.map?.[field])}`)
    if (names.length > 0)
      throw new FileFault('file.map-column', { missing: names.join(', ') }, best.header, unbound, wanted.map)
  }
  const { mapping } = best.binding
  const missing = missingFields(wanted.kind, best, !wanted.map)
  const other = wanted.map || best.profile.id !== 'generic' ? undefined : otherKind(best.header, wanted.kind)
  if (other) {
    const params = { profileZh: other.title.zh, profileEn: other.title.en, ...kindParams(other.kind) }
    throw new FileFault('file.other-kind', params, best.header, missing, mapping)
  }
  if (missing.length === 0) return best
  if (!wanted.map && wanted.profile !== 'auto' && wanted.profile !== 'generic') {
    throw new FileFault('file.unknown-profile', { profile: wanted.profile }, best.header, missing, mapping)
  }
  const likely = wanted.map ? undefined : likelyKind(best, wanted.kind)
  throw new FileFault('file.unmapped', likelyParams(likely), best.header, missing, mapping)
}
