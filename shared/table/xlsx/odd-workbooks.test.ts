import { describe, expect, it } from 'vitest'
import { handmade, number, text, workbookParts, zipped } from '../../../test/fixtures/import/handmade'
import { reasons, reportOf, run } from '../../../test/fixtures/import/run'
import type { Order } from '../../model/order'

const sheetRow = (row: number, ...cells: string[]) => `<row r="${row}">${cells.join('')}</row>`
const HEADER = sheetRow(1, ...['订单号', '商品名称', '数量', '单价'].map(text))
const LINE = sheetRow(2, text('A1'), text('Lamp'), number('2'), number('2.5'))
const orders = async (bytes: Uint8Array) => (await run(bytes, 'orders')).records as Order[]

/** The same archive with the end record of large ones: the plain one says "see there". */
function wide(archive: Uint8Array): Uint8Array {
  const end = archive.length - 22
  const view = new DataView(archive.buffer, archive.byteOffset)
  const count = view.getUint16(end + 10, true)
  const record = new DataView(new ArrayBuffer(56 + 20 + 22))
  const put = (at: number, ...words: number[]) =>
    words.forEach((word, i) => record.setUint32(at + 4 * i, word, true))
  put(0, 0x06064b50, 44, 0, 0, 0, 0, count, 0, count, 0)
  put(40, view.getUint32(end + 12, true), 0, view.getUint32(end + 16, true), 0)
  put(56, 0x07064b50, 0, end, 0, 1)
  put(76, 0x06054b50, 0, 0xffffffff, 0xffffffff, 0xffffffff)
  record.setUint16(96, 0, true)
  return new Uint8Array([...archive.subarray(0, end), ...new Uint8Array(record.buffer)])
}

describe('archives', () => {
  it('reads the end record of large archives', async () => {
    expect(await orders(wide(handmade(HEADER + LINE)))).toMatchObject([{ orderNo: 'A1' }])
  })

  it('passes by the shadows that a Mac puts beside every file', async () => {
    const shadows = { '__MACOSX/xl/_rels/._workbook.xml.rels': '\u0000', 'xl/._sharedStrings.xml': '\u0000' }
    expect(await orders(zipped({ ...shadows, ...workbookParts(HEADER + LINE) }))).toHaveLength(1)
  })
})

it('names an e-invoice that is brought as something else, and says where it belongs', async () => {
  const { outcome } = await run(zipped({ 'OFD.xml': '<ofd:OFD/>', 'Doc_0/Document.xml': '<a/>' }), 'orders')
  expect('refusal' in outcome && outcome.refusal).toMatchObject({
    rule: 'file.format',
    message: { zh: expect.stringContaining('OFD') },
    fix: { zh: expect.stringContaining('进项发票') },
  })
})

describe('text', () => {
  it('takes escaped characters for what they are, and leaves phonetic guides out', async () => {
    const id =
      '<c t="inlineStr"><is><r><t>A</t></r><r><t>1_x000D_</t></r><rPh sb="0" eb="1"><t>guide</t></rPh></is></c>'
    const row = sheetRow(2, id, text('a_x005F_x'), number('1'), number('1'))
    expect(await orders(handmade(HEADER + row))).toMatchObject([{ orderNo: 'A1', lines: [{ name: 'a_x' }] }])
  })
})

describe('merged rows', () => {
  const merged = (...ranges: string[]) => ({
    after: `<mergeCells>${ranges.map((range) => `<mergeCell ref="${range}"/>`).join('')}</mergeCells>`,
  })

  it('gives every line the order it is shown under, and counts a shown amount once', async () => {
    const header = sheetRow(1, ...['订单号', '订单总额', '商品名称', '数量', '单价'].map(text))
    const first = sheetRow(2, text('A1'), number('15'), text('Lamp'), number('2'), number('2.5'))
    const second = `<row r="3"><c r="C3" t="inlineStr"><is><t>Desk</t></is></c><c r="D3"><v>1</v></c><c r="E3"><v>10</v></c></row>`
    const other = sheetRow(4, text('A2'), number('1'), text('Cup'), number('1'), number('1'))
    const imported = await run(handmade(header + first + second + other, merged('A2:B3')), 'orders')
    expect(reportOf(imported)).toMatchObject({ rowsRead: 3, rowsAccepted: 3, amounts: { unspecified: '16' } })
    expect(imported.records).toMatchObject([
      { orderNo: 'A1', total: '15', lines: [{ name: 'Lamp' }, { name: 'Desk' }] },
      { orderNo: 'A2', total: '1' },
    ])
    expect(imported.warnings.map(({ rule, value }) => [rule, value])).toEqual([['sheet.merged', 'A2:B3']])
  })

  it('does not count a line total twice that is merged over two lines', async () => {
    const header = sheetRow(1, ...['订单号', '行金额', '商品名称'].map(text))
    const first = sheetRow(2, text('A1'), number('15'), text('Lamp'))
    const second = `<row r="3"><c r="C3" t="inlineStr"><is><t>Desk</t></is></c></row>`
    const imported = await run(handmade(header + first + second, merged('A2:A3', 'B2:B3')), 'orders')
    expect(reasons(imported)).toEqual(['3 field.required'])
    expect(reportOf(imported).amounts).toEqual({ unspecified: '15' })
  })

  it('reads a heading of two rows whose cells are merged', async () => {
    const upper = sheetRow(1, text('订单号'), text('商品'))
    const lower = `<row r="2"><c r="B2" t="inlineStr"><is><t>商品名称</t></is></c><c r="C2" t="inlineStr"><is><t>数量</t></is></c><c r="D2" t="inlineStr"><is><t>单价</t></is></c></row>`
    const row = sheetRow(3, text('A1'), text('Lamp'), number('2'), number('2.5'))
    const imported = await run(handmade(upper + lower + row, merged('A1:A2', 'B1:D1')), 'orders')
    expect(reportOf(imported)).toMatchObject({ rowsRead: 1, amounts: { unspecified: '5' } })
  })
})

describe('several sheets', () => {
  const book = () => {
    const parts = workbookParts(HEADER + LINE)
    const two = '<sheet name="4月" sheetId="2" r:id="r2"/></sheets>'
    return zipped({
      ...parts,
      'xl/workbook.xml': parts['xl/workbook.xml']!.replace('</sheets>', two),
      'xl/_rels/workbook.xml.rels': parts['xl/_rels/workbook.xml.rels']!.replace(
        '</Relationships>',
        '<Relationship Id="r2" Target="worksheets/sheet2.xml"/></Relationships>',
      ),
      'xl/worksheets/sheet2.xml': parts['xl/worksheets/sheet1.xml']!.replace('A1', 'B7'),
    })
  }

  it('asks which when several hold a table of the kind, and says which was read', async () => {
    const report = reportOf(await run(book(), 'orders'))
    expect(report.sheet).toBe('S')
    expect(report.questions?.map(({ id }) => id)).toContain('sheet')
    const other = await run(book(), 'orders', { options: { sheet: '4月' } })
    expect(other.records).toMatchObject([{ orderNo: 'B7' }])
    expect(reportOf(other).questions?.map(({ id }) => id)).not.toContain('sheet')
  })

  it('names the sheets there are when another is wanted', async () => {
    const { outcome } = await run(book(), 'orders', { options: { sheet: '5月' } })
    expect(outcome).toMatchObject({ ok: false, refusal: { rule: 'file.no-sheet' } })
    expect(JSON.stringify(outcome)).toContain('S, 4月')
  })
})
