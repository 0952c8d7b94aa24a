import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import { Workbook } from './workbook'

async function readBack(bytes: Uint8Array) {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(bytes.buffer as ArrayBuffer)
  return book
}

describe('the workbook', () => {
  it('keeps codes, leading zeros and would-be formulas as text, and amounts as numbers', async () => {
    const book = new Workbook()
    book.sheet({
      name: '清单',
      preamble: ['演练 · 不具申报效力'],
      columns: [
        { title: '订单号', width: 20, kind: 'text' },
        { title: '金额', width: 12, kind: 'number' },
      ],
    })
    book.rows([
      ['0012', '12.50'],
      ['=HYPERLINK("x")', '1234567890123456.7'],
    ])
    book.rows([['@a', '-3']])
    const sheet = (await readBack(await book.finish())).getWorksheet('清单')!
    expect(sheet.getCell('A1').value).toBe('演练 · 不具申报效力')
    expect(sheet.getCell('A2').value).toBe('订单号')
    expect(sheet.getCell('A3').value).toBe('0012')
    expect(sheet.getCell('A3').numFmt).toBe('@')
    expect(sheet.getCell('B3').value).toBe(12.5)
    expect(sheet.getCell('B3').numFmt).toBe('#,##0.00')
    expect(sheet.getCell('A4').type).toBe(ExcelJS.ValueType.String)
    expect(sheet.getCell('A4').value).toBe('=HYPERLINK("x")')
    expect(sheet.getCell('B4').value).toBe('1234567890123456.7')
    expect(sheet.getCell('A5').value).toBe('@a')
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 2 })
  })

  it('offers choices as a drop-down', async () => {
    const book = new Workbook()
    book.sheet({
      name: 'a',
      columns: [{ title: 'A/B', width: 8, kind: 'text' }],
      choices: { 0: ['A', 'B'] },
    })
    const sheet = (await readBack(await book.finish())).getWorksheet('a')!
    expect(sheet.getCell('A2').dataValidation).toMatchObject({ type: 'list', formulae: ['"A,B"'] })
  })
})
