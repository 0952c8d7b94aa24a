import { openWorkbook } from '#shared/table/xlsx/workbook'
import type { RawRow } from '#shared/table/rows'

const headRows = 20

/** Rows of the first visible sheet of an .xlsx file. Rejects with words when it is no such file. */
export async function workbookRows(file: File): Promise<RawRow[]> {
  const bytes = { size: file.size, open: () => file.stream() as unknown as AsyncIterable<Uint8Array> }
  const workbook = await openWorkbook(bytes, (encoding) => new TextDecoder(encoding), headRows)
  const [sheet] = workbook.sheets
  const rows: RawRow[] = []
  if (sheet) for await (const part of workbook.rows(sheet, bytes.open())) rows.push(...part)
  return rows
}
