import { readDbf } from '#shared/codes/dbf'
import { sniffEncoding, textRows } from '#shared/table/text/text-rows'
import { openWorkbook } from '#shared/table/xlsx/workbook'
import type { RawRow } from '#shared/table/rows'
import { bytesOfFile } from '../../data/whole-file'

/** A file of codes: its headings and what stands under them. */
export type CodeFile = { header: string[]; rows: { row: number; cells: readonly string[] }[] }

const headRows = 20

async function workbookRows(file: File): Promise<RawRow[]> {
  const bytes = bytesOf(file)
  const workbook = await openWorkbook(bytes, (encoding) => new TextDecoder(encoding), headRows)
  const [sheet] = workbook.sheets
  const rows: RawRow[] = []
  if (sheet) for await (const part of workbook.rows(sheet, bytes.open())) rows.push(...part)
  return rows
}

const bytesOf = (file: File) => ({
  size: file.size,
  open: () => file.stream() as unknown as AsyncIterable<Uint8Array>,
})

async function delimitedRows(file: File): Promise<RawRow[]> {
  const bytes = bytesOf(file)
  const { encoding } = await sniffEncoding(bytes)
  const delimiter = file.name.toLowerCase().endsWith('.tsv') ? '\t' : ','
  const rows: RawRow[] = []
  for await (const part of textRows(bytes.open(), new TextDecoder(encoding), delimiter)) rows.push(...part)
  return rows
}

/** Read a table of codes from Excel, CSV/TSV or DBF; undefined when it holds none. Rejects with words for a broken file. */
export async function readCodeFile(file: File): Promise<CodeFile | undefined> {
  const name = file.name.toLowerCase()
  if (name.endsWith('.dbf')) {
    const table = readDbf(await bytesOfFile(file, 'table'), new TextDecoder('gb18030'))
    return table && { header: table.fields, rows: table.rows.map((cells, at) => ({ row: at + 1, cells })) }
  }
  const rows = name.endsWith('.xlsx') ? await workbookRows(file) : await delimitedRows(file)
  const filled = rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  // Titles stand in one cell; the headings are the first row with more.
  const at = filled.findIndex(({ cells }) => cells.filter((cell) => cell.trim() !== '').length > 1)
  const head = filled[at]
  return head && { header: head.cells.map((cell) => cell.trim()), rows: filled.slice(at + 1) }
}
