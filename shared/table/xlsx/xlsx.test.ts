import ExcelJS from 'exceljs'
import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { handmade, number, text } from '../../../test/fixtures/import/handmade'
import { bytesOf, reasons, reportOf, run } from '../../../test/fixtures/import/run'
import { mul } from '../../money/decimal'
import type { Order, OrderLine } from '../../model/order'
import { isDateFormat } from './parts'
import { plainNumber, serialText } from './number'
import { columnOf } from './sheet'
import { readDirectory, readEntries } from './zip'

const HEADER = ['订单号', '下单时间', '货号', '商品名称', '数量', '单价', '币制']

async function workbook(build: (book: ExcelJS.Workbook) => void): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  build(book)
  return new Uint8Array(await book.xlsx.writeBuffer())
}

const headerRow = `<row r="1">${HEADER.map(text).join('')}</row>`
const dates = '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="22"/></cellXfs></styleSheet>'
const line = (
  row: number,
  id: string,
  time: string,
  quantity = number('1'),
  price = number('2.5500000000000001'),
) => `<row r="${row}">${id}${time}${text('S1')}${text('Lamp')}${quantity}${price}${text('USD')}</row>`

const ordersOf = (records: readonly unknown[]) => records as Order[]

describe('cells', () => {
  it('writes a stored double as the number that was entered', () => {
    expect(
      [
        '2.5500000000000001',
        '2.5499999999999998',
        '0.30000000000000004',
        '1E+2',
        '1.5E-7',
        '123456789012345680000',
        '-0.1',
        '17850',
      ].map(plainNumber),
    ).toEqual(['2.55', '2.55', '0.3', '100', '0.00000015', '123456789012345680000', '-0.1', '17850'])
    fc.assert(
      fc.property(
        fc.integer({ min: -(10 ** 12), max: 10 ** 12 }),
        fc.integer({ min: 0, max: 3 }),
        (units, places) => {
          // What Excel stores for a number of up to 15 digits, as 17 digits of the double.
          const entered = (units / 10 ** places).toPrecision(17)
          expect(mul(plainNumber(entered), String(10 ** places))).toBe(String(units === 0 ? 0 : units))
        },
      ),
    )
  })

  it('reads day numbers of both date systems, and a time of day alone', () => {
    expect([
      serialText('45000', false),
      serialText('45000.5', false),
      serialText('0.25', false),
      serialText('1', false),
      serialText('61', false),
    ]).toEqual(['2023-03-15', '2023-03-15 12:00:00', '06:00:00', '1900-01-01', '1900-03-01'])
    expect([serialText('43538', true), serialText('-1', false), serialText('x', false)]).toEqual([
      '2023-03-15',
      undefined,
      undefined,
    ])
  })

  it('knows date formats from others', () => {
    expect(['yyyy-mm-dd', '[$-804]yyyy"年"m"月"d"日"', 'h:mm:ss', '[h]:mm'].map(isDateFormat)).toEqual([
      true,
      true,
      true,
      true,
    ])
    expect(['0.00', '#,##0.00 "days"', 'General', '[Red]0', '@', '_-* #,##0_-'].map(isDateFormat)).toEqual([
      false,
      false,
      false,
      false,
      false,
      false,
    ])
    expect(['A1', 'Z9', 'AA1', 'XFD1'].map(columnOf)).toEqual([0, 25, 26, 16383])
  })
})

describe('workbooks', () => {
  it('reads text, numbers, dates, booleans and chooses the sheet whose header is known', async () => {
    const bytes = await workbook((book) => {
      book.addWorksheet('说明').addRow(['先看这里', 'x'])
      const hidden = book.addWorksheet('旧数据', { state: 'hidden' })
      hidden.addRow(HEADER)
      hidden.addRow(['X9', '2026-01-01', 'S', 'L', 1, 1, 'USD'])
      const sheet = book.addWorksheet('订单')
      sheet.addRow(['店铺订单导出'])
      sheet.addRow(HEADER)
      sheet.addRow([
        'A1',
        new Date(Date.UTC(2026, 3, 1, 10, 30)),
        'S1',
        { richText: [{ text: '台' }, { text: '灯' }] },
        2,
        2.55,
        'USD',
      ])
      sheet.addRow(['A2', '2026-04-01 11:00:00', 12345, 'Lamp', 1, 0.1, 'USD'])
    })
    const imported = await run(bytes, 'orders', { options: { timezone: 'Asia/Shanghai' } })
    expect(reportOf(imported)).toMatchObject({
      encoding: 'xlsx',
      profile: 'template-orders',
      rowsRead: 2,
      rowsAccepted: 2,
      amounts: { USD: '5.2' },
    })
    const [first, second] = ordersOf(imported.records)
    expect(first).toMatchObject({
      orderedAt: '2026-04-01T10:30:00+08:00',
      source: { firstRow: 3 },
      lines: [{ name: '台灯', price: '2.55' }],
    })
    expect(second?.lines[0]?.sku).toBe('12345')
  })

  it('gives the same rows however the file is cut, also when a writer streamed it without sizes', async () => {
    const bytes = await workbook((book) => {
      const sheet = book.addWorksheet('订单')
      sheet.addRow(HEADER)
      for (let i = 0; i < 300; i++)
        sheet.addRow([`A${i % 40}`, '2026-04-01 11:00:00', `S${i}`, 'Lamp', 1, i / 100, 'USD'])
    })
    const whole = await run(bytes, 'orders')
    expect(reportOf(whole).rowsAccepted).toBe(300)
    expect(await run(bytesOf(bytes, 97), 'orders')).toEqual(whole)
  })

  it('names what Excel did to numbers, dates and formulas, with row and column', async () => {
    const rows = [
      line(2, number('123456789012345680'), text('2026-04-01')),
      line(3, text('1.23457E+17'), text('2026-04-01')),
      line(4, text('A4'), number('45000')),
      line(5, text('A5'), '<c><f>TODAY()</f><v>45000</v></c>'),
      line(6, text('A6'), number('45000.5', 1)),
      line(7, number('45000', 1), text('2026-04-01')),
      line(8, text('A8'), text('2026-04-01'), '<c t="e"><v>#N/A</v></c>'),
      line(9, text('A9'), text('2026-04-01'), '<c t="b"><v>1</v></c>'),
      line(10, number('100'), text('2026-04-01')),
    ]
    const imported = await run(handmade(headerRow + rows.join(''), { styles: dates }), 'orders', {
      options: { timezone: 'UTC' },
    })
    expect(reasons(imported)).toEqual([
      '2 excel.precision',
      '3 excel.scientific',
      '4 excel.serial-date',
      '5 excel.formula',
      '7 excel.date-in-id',
      '8 excel.error',
      '9 field.decimal',
    ])
    expect(imported.refused[0]?.errors[0]).toMatchObject({
      row: 2,
      column: '订单号',
      value: '123456789012345680',
    })
    const [dated, plain] = ordersOf(imported.records)
    expect(dated).toMatchObject({ orderNo: 'A6', orderedAt: '2023-03-15T12:00:00+00:00' })
    expect(plain).toMatchObject({ orderNo: '100', lines: [{ price: '2.55' } as OrderLine] })
  })

  it('uses the date system of the workbook', async () => {
    const bytes = handmade(
      headerRow + line(2, text('A1'), number('43538', 1)),
      { styles: dates },
      '<workbookPr date1904="1"/>',
    )
    expect((await run(bytes, 'orders')).records[0]).toMatchObject({ fileTime: '2023-03-15' })
  })

  it('names merged cells and hidden rows, and counts rows as Excel numbers them', async () => {
    const hidden = line(5, text('A5'), text('2026-04-01')).replace('<row r="5">', '<row r="5" hidden="1">')
    const bytes = handmade(headerRow + line(2, text('A2'), text('2026-04-01')) + hidden, {
      after: '<mergeCells><mergeCell ref="A2:A3"/></mergeCells>',
    })
    const imported = await run(bytes, 'orders')
    expect(imported.warnings.map(({ row, rule, value }) => [row, rule, value])).toEqual([
      [5, 'row.hidden', ''],
      [2, 'sheet.merged', 'A2:A3'],
    ])
    expect(ordersOf(imported.records).map((order) => order.source.firstRow)).toEqual([2, 5])
  })

  it('places cells by their reference when a writer leaves empty ones out', async () => {
    const cells = HEADER.map((_, i) => String.fromCharCode(65 + i))
    const sparse = `<row r="3"><c r="A3" t="inlineStr"><is><t>A3</t></is></c><c r="C3" t="inlineStr"><is><t>S</t></is></c><c r="E3"><v>2</v></c><c r="F3"><v>1.5</v></c></row>`
    expect(cells).toHaveLength(7)
    const imported = await run(handmade(headerRow + sparse), 'orders')
    expect(imported.records[0]).toMatchObject({
      orderNo: 'A3',
      lines: [{ sku: 'S', quantity: '2', price: '1.5' }],
    })
  })
})

describe('archives that are not what they claim', () => {
  const refusal = async (bytes: Uint8Array) => {
    const { outcome } = await run(bytes, 'orders')
    return 'refusal' in outcome ? outcome.refusal.rule : outcome
  }
  const good = handmade(headerRow + line(2, text('A1'), text('2026-04-01')))

  const unpack = async (bytes: Uint8Array) => {
    const entries = await readDirectory(bytesOf(bytes))
    const wanted = entries.map((entry) => ({ entry, sink: () => true }))
    for await (const _ of readEntries(bytesOf(bytes).open(), wanted));
  }

  it('refuses a workbook that was cut or altered, at every place', async () => {
    for (const keep of [3, 30, good.length >> 1, good.length - 1]) {
      expect(await refusal(good.slice(0, keep))).toMatch(/^file\.(damaged|no-table|unmapped)$/)
    }
    const broken = Uint8Array.from(good)
    broken.fill(0xff, 60, 90)
    expect(await refusal(broken)).toBe('file.damaged')
  })

  it('answers any altered byte with rows or a named refusal, never an exception', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(good.length - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
        const altered = Uint8Array.from(good)
        altered[at] = (altered[at] ?? 0) ^ change
        const { outcome } = await run(altered, 'orders')
        expect(outcome.ok || 'refusal' in outcome).toBe(true)
      }),
      { numRuns: 300 },
    )
  })

  it('notices a changed digit by the checksum', async () => {
    const stored = zipSync({ 'a.xml': strToU8('<a>12345</a>') }, { level: 0 })
    const at = stored.indexOf('3'.charCodeAt(0), 30)
    const changed = Uint8Array.from(stored)
    changed[at] = '4'.charCodeAt(0)
    await expect(unpack(stored)).resolves.toBeUndefined()
    await expect(unpack(changed)).rejects.toThrow('file.damaged')
  })

  it('refuses a ZIP that is no workbook', async () => {
    expect(await refusal(zipSync({ 'a.txt': strToU8('hello') }))).toBe('file.format')
  })

  it('stops unpacking a bomb', async () => {
    const bomb = zipSync({ 'a.xml': new Uint8Array(20 << 20) })
    expect(bomb.length).toBeLessThan(1 << 16)
    await expect(unpack(bomb)).rejects.toThrow('file.too-large')
  })
})
