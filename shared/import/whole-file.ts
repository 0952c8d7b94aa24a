import { readEInvoice, type ReadInvoice } from '../rebate/import/einvoice'
import { readOfdInvoice } from '../rebate/import/ofd'
import { readRateJson } from '../rebate/import/rate-library'
import { tariffJsonRows } from '../tariff/read-json'
import { readDbf } from '../table/dbf'
import { fieldTables } from './fields/index'
import { FileFault } from '../table/file-fault'
import type { Bytes, Encoding, StreamDecoder } from '../table/ports'
import type { Wanted } from './recognise'
import type { RawRow } from '../table/rows'
import { readDirectory, readEntries } from '../table/xlsx/zip'

/** Files that are no rows of text but hold a table of a kind all the same, and are small enough to be read whole. */
export type WholeTable = { encoding: string; rows: RawRow[] }

type Opening = Pick<Wanted, 'kind'> & { bytes: Bytes; decoder(encoding: Encoding): StreamDecoder }

/** No library or invoice is nearly as large. */
const MAX_BYTES = 64 * 1024 * 1024

async function allBytes({ open }: Bytes): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of open()) {
    length += part.length
    if (length > MAX_BYTES) {
      const size = `> ${MAX_BYTES / 1024 / 1024} MB`
      throw new FileFault('file.format', { format: size, fixZh: '分成几个文件', fixEn: 'Split the file' })
    }
    parts.push(part)
  }
  const all = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

/** Rows under the headings of our own template, for formats whose fields have names of their own. */
function underTemplate(
  kind: 'invoices' | 'rates' | 'tariff',
  records: readonly Readonly<Record<string, string>>[],
): RawRow[] {
  const fields = Object.entries(fieldTables[kind])
  return [
    { row: 1, cells: fields.map(([, { label }]) => label.zh) },
    ...records.map((record, at) => ({ row: at + 2, cells: fields.map(([field]) => record[field] ?? '') })),
  ]
}

/** An invoice in one file has others of the same invoice beside it. */
const otherFile = {
  fixZh: '从税务数字账户下载同一张发票的 XML，或导出发票的 Excel 清单后导入',
  fixEn: 'Download the XML of the same invoice, or export the list of invoices as Excel, and import that',
}

const usable = { fixZh: '按模板整理成表格后导入', fixEn: 'Bring it into the template and import that' }

async function dbf(opening: Opening): Promise<WholeTable> {
  const read = readDbf(await allBytes(opening.bytes), opening.decoder)
  if (!read.ok) {
    throw new FileFault('file.format', { format: `DBF: ${read.why.zh} / ${read.why.en}`, ...usable })
  }
  return { encoding: 'dbf', rows: read.table.rows }
}

const textOf = async ({ bytes, decoder }: Opening): Promise<string> =>
  decoder('utf-8').decode(await allBytes(bytes))

const formWords = { digital: '数电票', electronic: '电子', paper: '' } as const

/** A file of one invoice as rows of our template; a code that is part of the number has a column of its own. */
function invoiceRows(read: ReadInvoice, encoding: string): WholeTable {
  if ('refused' in read) {
    const why = read.refused.map(({ why: { zh, en } }) => `${zh} / ${en}`).join('; ')
    throw new FileFault('file.format', { format: `${encoding.toUpperCase()}: ${why}`, ...otherFile })
  }
  const { invoice } = read
  const word = invoice.kind === 'vatSpecial' ? '增值税专用发票' : '增值税普通发票'
  const code = invoice.code ?? ''
  const records = invoice.lines.map(({ line: _line, ...line }) => ({
    code,
    number: invoice.number.slice(code.length),
    date: invoice.date,
    invoiceKind: `${formWords[invoice.form ?? 'paper']}（${word}）`,
    sellerTaxNo: invoice.sellerTaxNo,
    sellerName: invoice.sellerName,
    buyerTaxNo: invoice.buyerTaxNo,
    buyerName: invoice.buyerName,
    ...line,
  }))
  return { encoding, rows: underTemplate('invoices', records) }
}

const eInvoice = async (opening: Opening): Promise<WholeTable> =>
  invoiceRows(readEInvoice(await textOf(opening)), 'xml')

/** No invoice has as many parts, or one as large: an archive made to fill the memory has. */
const MAX_PARTS = 200
const MAX_PART_BYTES = 8 * 1024 * 1024

/** 版式文件 of an invoice, by its XML parts; undefined for an archive that is none. */
export async function openOfd(opening: Opening): Promise<WholeTable | undefined> {
  const entries = await readDirectory(opening.bytes)
  if (!entries.some(({ name }) => /(^|\/)ofd\.xml$/i.test(name))) return undefined
  const parts = entries.filter(({ name }) => /\.xml$/i.test(name))
  const large = parts.find(({ size }) => size > MAX_PART_BYTES)
  if (large || parts.length > MAX_PARTS) {
    throw new FileFault('file.too-large', { detail: large?.name ?? `${parts.length} entries` })
  }
  const texts = parts.map(() => '')
  const wanted = parts.map((entry, at) => {
    const decoder = opening.decoder('utf-8')
    let held = 0
    return {
      entry,
      sink: (chunk: Uint8Array, final: boolean) => {
        held += chunk.length
        if (held > MAX_PART_BYTES) throw new FileFault('file.too-large', { detail: entry.name })
        texts[at] += decoder.decode(chunk, { stream: !final })
        return true
      },
    }
  })
  for await (const _ of readEntries(opening.bytes.open(), wanted));
  return invoiceRows(readOfdInvoice(texts), 'ofd')
}

async function rateJson(opening: Opening): Promise<WholeTable | undefined> {
  let read: ReturnType<typeof readRateJson>
  try {
    read = readRateJson(await textOf(opening))
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
  if ('refused' in read) {
    const why = read.refused.map(({ field, why: { en } }) => `${field}: ${en}`).join('; ')
    throw new FileFault('file.format', { format: `JSON: ${why}`, ...usable })
  }
  const records = read.library.entries.map(({ to, ...entry }) => ({ ...entry, to: to ?? '' }))
  return { encoding: 'json', rows: underTemplate('rates', records) }
}

async function tariffJson(opening: Opening): Promise<WholeTable | undefined> {
  try {
    const records = tariffJsonRows(await textOf(opening))
    if (records) return { encoding: 'json', rows: underTemplate('tariff', records) }
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
  throw new FileFault('file.format', { format: 'JSON', ...usable })
}

const versions: ReadonlySet<number> = new Set([0x03, 0x30, 0x31, 0x43, 0x83, 0x8b, 0xf5])

/** A header of dBASE: version, a date that can be, and zeros where nothing else has them. */
const isDbf = (head: Uint8Array): boolean =>
  head.length >= 32 && versions.has(head[0]!) && head[2]! <= 12 && head[3]! <= 31 && head[12] === 0

/**
 * A dBASE table, a 数电票, a library or a tariff as JSON as rows; undefined for everything that is read as text or as a workbook.
 * Throws a `FileFault` for one of these that is broken.
 */
export async function openWhole(head: Uint8Array, opening: Opening): Promise<WholeTable | undefined> {
  if (isDbf(head)) return dbf(opening)
  const begins = opening
    .decoder('utf-8')
    .decode(head)
    .replace(/^\ufeff/, '')
    .trimStart()
  if (opening.kind === 'invoices' && begins.startsWith('<') && /<\??xml|<EInvoice/i.test(begins)) {
    return eInvoice(opening)
  }
  if (opening.kind === 'rates' && /^[[{]/.test(begins)) return rateJson(opening)
  if (opening.kind === 'tariff' && /^[[{]/.test(begins)) return tariffJson(opening)
  return undefined
}
