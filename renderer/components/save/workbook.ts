import ExcelJS from 'exceljs'
import {
  cellValue,
  numberFormat,
  type ExcelColumn,
  type ExcelPort,
  type ExcelRow,
  type ExcelSheet,
} from './excel'

/** Columns whose letters a spreadsheet would take for a number, a date or a formula carry the format of text. */
const textFormat = '@'

/** A workbook that is filled sheet by sheet. Strings are written as strings: no cell of ours is ever a formula. */
export class Workbook implements ExcelPort {
  private book = new ExcelJS.Workbook()
  private current: { sheet: ExcelJS.Worksheet; columns: readonly ExcelColumn[] } | undefined

  sheet({ name, preamble = [], columns, choices = {} }: ExcelSheet): void {
    const sheet = this.book.addWorksheet(name, {
      views: [{ state: 'frozen', ySplit: preamble.length + 1 }],
    })
    columns.forEach(({ width, kind }, at) => {
      const column = sheet.getColumn(at + 1)
      column.width = width
      // What is typed into an empty column stays as it is typed: leading zeros, long numbers.
      if (kind === 'text') column.numFmt = textFormat
    })
    for (const line of preamble) sheet.addRow([line])
    const header = sheet.addRow(columns.map((column) => column.title))
    header.font = { bold: true }
    header.eachCell((cell) => {
      cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFEEF1F5' } }
      cell.border = { bottom: { style: 'thin' } }
    })
    for (const [at, options] of Object.entries(choices)) {
      const letter = sheet.getColumn(Number(at) + 1).letter
      const from = preamble.length + 2
      for (let row = from; row < from + 500; row += 1) {
        sheet.getCell(`${letter}${row}`).dataValidation = {
          type: 'list',
          allowBlank: true,
          formulae: [`"${options.join(',')}"`],
        }
      }
    }
    this.current = { sheet, columns }
  }

  rows(rows: readonly ExcelRow[]): void {
    const { sheet, columns } = this.current!
    for (const values of rows) {
      const row = sheet.addRow(columns.map(({ kind }, at) => cellValue(values[at] ?? '', kind)))
      columns.forEach((_column, at) => {
        const cell = row.getCell(at + 1)
        cell.numFmt = typeof cell.value === 'number' ? numberFormat(values[at]!) : textFormat
      })
    }
  }

  async finish(): Promise<Uint8Array> {
    return new Uint8Array(await this.book.xlsx.writeBuffer())
  }
}
