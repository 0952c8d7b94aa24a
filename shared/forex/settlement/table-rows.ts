import type { Bytes, Encoding, StreamDecoder } from '../../table/ports'
import { htmlRows, isHtml } from '../../table/html'
import type { RawRow } from '../../table/rows'
import { Splitter } from '../../table/text/splitter'
import { sniffEncoding, textHead, textRows } from '../../table/text/text-rows'
import { openWorkbook } from '../../table/xlsx/workbook'

/** The tables of a file: every sheet of a workbook, or the one of a text. */
export type FileTables = { encoding: string; tables: { name: string; rows: RawRow[] }[] }

type Decoder = (encoding: Encoding) => StreamDecoder

const DELIMITERS = [',', '\t', ';', '|'] as const
const HEAD_CHARACTERS = 1 << 18
const HEAD_ROWS = 20

/** How many rows have the commonest number of cells above one, and that number. */
function shape(text: string, delimiter: string): [regular: number, width: number] {
  const splitter = new Splitter(delimiter)
  const widths = new Map<number, number>()
  for (const { cells } of [...splitter.push(text), ...splitter.end()]) {
    if (cells.length > 1) widths.set(cells.length, (widths.get(cells.length) ?? 0) + 1)
  }
  return [...widths].reduce<[number, number]>(
    (best, [width, count]) =>
      count > best[0] || (count === best[0] && width > best[1]) ? [count, width] : best,
    [0, 0],
  )
}

/**
 * All rows of a CSV, TSV, XLSX or web page in memory: for statements and settlements, which are files of days or months.
 * @throws FileFault for a broken workbook
 */
export async function tableRows(bytes: Bytes, decoder: Decoder): Promise<FileTables> {
  const head = await firstBytes(bytes)
  if (head[0] === 0x50 && head[1] === 0x4b) {
    const workbook = await openWorkbook(bytes, decoder, HEAD_ROWS)
    const tables: FileTables['tables'] = []
    for (const sheet of workbook.sheets) {
      const rows: RawRow[] = []
      for await (const part of workbook.rows(sheet, bytes.open())) for (const row of part) rows.push(row)
      tables.push({ name: sheet.name, rows })
    }
    return { encoding: 'xlsx', tables }
  }
  const { encoding } = await sniffEncoding(bytes)
  const text = await textHead(bytes, encoding, decoder, HEAD_CHARACTERS)
  if (isHtml(text)) {
    const whole: string[] = []
    const stream = decoder(encoding)
    for await (const chunk of bytes.open()) whole.push(stream.decode(chunk, { stream: true }))
    whole.push(stream.decode())
    return { encoding, tables: [{ name: '', rows: htmlRows(whole.join('')) }] }
  }
  const shapes = DELIMITERS.map((delimiter) => ({ delimiter, shape: shape(text, delimiter) }))
  const best = shapes.reduce((a, b) =>
    b.shape[0] > a.shape[0] || (b.shape[0] === a.shape[0] && b.shape[1] > a.shape[1]) ? b : a,
  )
  const rows: RawRow[] = []
  for await (const part of textRows(bytes.open(), decoder(encoding), best.delimiter)) {
    for (const row of part) rows.push(row)
  }
  return { encoding, tables: [{ name: '', rows }] }
}

async function firstBytes(bytes: Bytes): Promise<Uint8Array> {
  for await (const chunk of bytes.open()) if (chunk.length > 0) return chunk
  return new Uint8Array()
}
