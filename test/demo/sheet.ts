import ExcelJS from 'exceljs'

/** Rows below the header that holds this title, as title → text; rows without a value under it are no records. */
export async function readSheet(file: string, title: string): Promise<Record<string, string>[]> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.readFile(file)
  // The library counts rows and cells from 1 and leaves holes.
  const cells = (row: unknown) =>
    Array.isArray(row) ? Array.from(row, (cell: unknown) => String(cell ?? '')) : []
  const rows = Array.from(book.worksheets[0]!.getSheetValues(), cells)
  const head = rows.findIndex((row) => row.includes(title))
  if (head < 0) throw new Error(`${file} 中没有「${title}」列`)
  const titles = rows[head]!
  return rows
    .slice(head + 1)
    .map((row) => Object.fromEntries(titles.map((name, at) => [name, row[at] ?? ''])))
    .filter((row) => row[title])
}
