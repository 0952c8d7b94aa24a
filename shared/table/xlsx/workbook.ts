import { FileFault } from '../file-fault'
import type { Bytes, Encoding, StreamDecoder } from '../ports'
import type { RawRow } from '../rows'
import {
  relationsHandler,
  sharedStringsHandler,
  stylesHandler,
  workbookHandler,
  type WorkbookInfo,
} from './parts'
import { MergeFill, MergeScan, type VerticalMerge } from './merges'
import { SheetHandler, type CellContext } from './sheet'
import { XmlReader, type XmlHandler } from './xml'
import { readDirectory, readEntries, type EntrySink, type ZipEntry } from './zip'

export type Sheet = {
  name: string
  entry: ZipEntry
  /** The first rows. */
  head: RawRow[]
  merges: readonly VerticalMerge[]
}

export type Workbook = {
  sheets: Sheet[]
  rows(sheet: Sheet, file: AsyncIterable<Uint8Array>): AsyncGenerator<RawRow[]>
}

type Decoder = (encoding: Encoding) => StreamDecoder

function sinkOf(decoder: Decoder, handler: XmlHandler, enough: () => boolean = () => false): EntrySink {
  const reader = new XmlReader(decoder('utf-8'), handler)
  return (chunk, final) => {
    reader.push(chunk, final)
    return !enough()
  }
}

async function readAll(bytes: Bytes, wanted: readonly { entry: ZipEntry; sink: EntrySink }[]): Promise<void> {
  const pass = readEntries(bytes.open(), wanted)
  while (!(await pass.next()).done);
}

/** `worksheets/sheet1.xml`, `/xl/worksheets/sheet1.xml` and `../x.xml` as names inside the archive. */
function resolve(base: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1)
  const parts = base.split('/').slice(0, -1)
  for (const part of target.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.') parts.push(part)
  }
  return parts.join('/')
}

/** 版式文件 of an invoice, brought as something else. */
const ofd = {
  format: 'OFD',
  fixZh: 'OFD 是电子发票：在「进项发票」一类里导入',
  fixEn: 'An OFD is an e-invoice: import it among the purchase invoices',
}

async function readInventory(bytes: Bytes, decoder: Decoder, entries: readonly ZipEntry[]) {
  // Archives packed again on a Mac carry a shadow of every file, `__MACOSX/…/._name`.
  const real = entries.filter((entry) => !/(^|\/)(__MACOSX\/|\._)/.test(entry.name))
  const named = (file: string) =>
    real.find(({ name }) => name.slice(name.lastIndexOf('/') + 1).toLowerCase() === file.toLowerCase())
  const book = named('workbook.xml')
  if (named('ofd.xml')) throw new FileFault('file.format', ofd)
  if (!book)
    throw new FileFault('file.format', {
      format: 'ZIP',
      fixZh: '选择 .xlsx 文件，或先解压',
      fixEn: 'Choose an .xlsx file, or unpack it',
    })
  const info: WorkbookInfo = { from1904: false, sheets: [] }
  const targets = new Map<string, string>()
  const strings: string[] = []
  const dates: boolean[] = []
  const parts: [ZipEntry | undefined, XmlHandler][] = [
    [book, workbookHandler(info)],
    [named('workbook.xml.rels'), relationsHandler(targets)],
    [named('sharedStrings.xml'), sharedStringsHandler(strings)],
    [named('styles.xml'), stylesHandler(dates)],
  ]
  await readAll(
    bytes,
    parts.flatMap(([entry, handler]) => (entry ? [{ entry, sink: sinkOf(decoder, handler) }] : [])),
  )
  const sheets = info.sheets.flatMap(({ name, relation }) => {
    const path = resolve(book.name, targets.get(relation) ?? '')
    const entry = entries.find((candidate) => candidate.name.toLowerCase() === path.toLowerCase())
    return entry ? [{ name, entry }] : []
  })
  return { sheets, context: { strings, dates, from1904: info.from1904 } satisfies CellContext }
}

/**
 * Open an .xlsx file: shared strings and styles are read whole, of each visible sheet the first rows and the merged
 * ones; the rows of a sheet stream afterwards, in the order of the file, at constant memory.
 */
export async function openWorkbook(bytes: Bytes, decoder: Decoder, headRows: number): Promise<Workbook> {
  const entries = await readDirectory(bytes)
  const { sheets, context } = await readInventory(bytes, decoder, entries)
  const opened = sheets.map(({ name, entry }) => {
    const handler = new SheetHandler(context)
    const scan = new MergeScan(decoder('windows-1252'))
    return { name, entry, handler, scan }
  })
  await readAll(
    bytes,
    opened.map(({ entry, handler, scan }) => {
      const head = sinkOf(decoder, handler, () => handler.rows.length >= headRows)
      let reading = true
      const sink: EntrySink = (chunk, final) => {
        reading &&= head(chunk, final)
        scan.push(chunk)
        return true
      }
      return { entry, sink }
    }),
  )
  return {
    sheets: opened.map(({ name, entry, handler, scan }) => {
      const merges = new MergeFill(scan.found)
      const head = handler.rows.slice(0, headRows).map((row) => merges.apply(row))
      return { name, entry, head, merges: scan.found }
    }),
    async *rows(sheet, file) {
      const handler = new SheetHandler(context)
      const merges = new MergeFill(sheet.merges)
      for await (const _ of readEntries(file, [{ entry: sheet.entry, sink: sinkOf(decoder, handler) }])) {
        if (handler.rows.length === 0) continue
        yield handler.rows.map((row) => merges.apply(row))
        handler.rows = []
      }
      if (handler.rows.length > 0) yield handler.rows.map((row) => merges.apply(row))
    },
  }
}
