import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDbf } from './dbf'
import { CodeBook } from './book'
import { inForce, overlayOf, type OwnCode } from './own'
import type { CodeTable } from './table'
import { guessColumns, readCodes } from './read-codes'

const own = (more: Partial<OwnCode>): OwnCode => ({
  table: 'currency',
  code: '999',
  name: '泰铢 THB',
  firstSeen: '2026-01-01',
  source: 'typed',
  ...more,
})

describe('own codes', () => {
  it('lie over the shipped tables once they have a name, with the letters they end in', () => {
    expect(overlayOf([own({}), own({ code: '998', name: '  ' })])).toEqual({
      currency: [{ code: '999', zh: '泰铢 THB', iso: 'THB' }],
    })
    expect(overlayOf([own({ name: '某币', iso: 'XYZ', en: 'Some' })]).currency).toEqual([
      { code: '999', zh: '某币', iso: 'XYZ', en: 'Some' },
    ])
  })
})

const decoder = () => new TextDecoder('gb18030')

/** A dBase III file of these fields, as other programs write it. Values are ASCII or already bytes of GB18030. */
function dbf(
  fields: [string, number][],
  rows: (string | Uint8Array)[][],
  deleted: number[] = [],
): Uint8Array {
  const rowLength = 1 + fields.reduce((sum, [, length]) => sum + length, 0)
  const headerLength = 32 + fields.length * 32 + 1
  const bytes = new Uint8Array(headerLength + rows.length * rowLength + 1).fill(0x20)
  bytes.fill(0, 0, headerLength)
  const view = new DataView(bytes.buffer)
  bytes[0] = 3
  view.setUint32(4, rows.length, true)
  view.setUint16(8, headerLength, true)
  view.setUint16(10, rowLength, true)
  const put = (value: string | Uint8Array, at: number) =>
    bytes.set(typeof value === 'string' ? new TextEncoder().encode(value) : value, at)
  fields.forEach(([name, length], i) => {
    put(name, 32 + i * 32)
    bytes[32 + i * 32 + 11] = 0x43
    bytes[32 + i * 32 + 16] = length
  })
  bytes[headerLength - 1] = 0x0d
  rows.forEach((row, r) => {
    const start = headerLength + r * rowLength
    if (deleted.includes(r)) bytes[start] = 0x2a
    let at = start + 1
    fields.forEach(([, length], i) => {
      put(row[i]!, at)
      at += length
    })
  })
  bytes[bytes.length - 1] = 0x1a
  return bytes
}

describe('a dBase table', () => {
  const mei = new Uint8Array([0xc3, 0xc0, 0xd4, 0xaa])

  it('gives its fields and rows, in GB18030, without the deleted ones', () => {
    const bytes = dbf(
      [
        ['CURR_CODE', 3],
        ['CURR_NAME', 10],
      ],
      [
        ['502', mei],
        ['001', 'gone'],
        ['007', 'x'],
      ],
      [1],
    )
    expect(readDbf(bytes, decoder())).toEqual({
      fields: ['CURR_CODE', 'CURR_NAME'],
      rows: [
        ['502', '美元'],
        ['007', 'x'],
      ],
    })
  })

  it('is not made of anything else, and never of a file that is cut short', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => void readDbf(bytes, decoder())))
    const whole = dbf([['A', 3]], [['001'], ['002']])
    expect(readDbf(whole.subarray(0, whole.length - 5), decoder())).toBeUndefined()
    expect(readDbf(new TextEncoder().encode('代码,名称\n001,甲\n'.repeat(9)), decoder())).toBeUndefined()
  })
})

describe('codes of a file', () => {
  it.each([
    [['代码', '名称', '英文名称'], { code: 0, name: 1, en: 2, iso: -1 }],
    [['序号', '币制代码', '币制名称', 'ISO代码'], { code: 1, name: 2, en: -1, iso: 3 }],
    [['CURR_CODE', 'CURR_NAME'], { code: 0, name: 1, en: -1, iso: -1 }],
    [['a', 'b'], { code: -1, name: -1, en: -1, iso: -1 }],
  ])('%j has the columns %j', (header, columns) => expect(guessColumns(header)).toEqual(columns))

  it('are taken with their zeros, and what is wrong is named by row', () => {
    const cells = [
      ['007', '甲', 'Alpha', 'aaa'],
      ['7', '乙', '', ''],
      ['', '丙', '', ''],
      ['00/8', '丁', '', ''],
      ['009', '', '', ''],
      ['007', '又甲', '', ''],
      ['', '', '', ''],
    ]
    const rows = cells.map((row, i) => ({ row: i + 2, cells: row }))
    const columns = { code: 0, name: 1, en: 2, iso: 3 }
    const read = readCodes(rows, columns, 'unit', new Set([3]), { now: '2026-01-01', source: 'u.dbf' })
    expect(read.codes).toEqual([
      {
        table: 'unit',
        code: '007',
        name: '甲',
        en: 'Alpha',
        iso: 'AAA',
        firstSeen: '2026-01-01',
        source: 'u.dbf',
      },
    ])
    expect(read.faults.map(({ row, message }) => `${row} ${message.zh.slice(0, 6)}`)).toEqual([
      '3 与本表其他代',
      '4 没有代码',
      '5 代码只能是 ',
      '6 没有名称',
      '7 代码在文件中',
    ])
  })
})

describe('a published table', () => {
  const shipped: CodeTable = {
    id: 'unit',
    complete: true,
    source: '随软件',
    edition: '2020',
    rows: [
      { code: '001', zh: '台' },
      { code: '002', zh: '座' },
    ],
  }
  const published = {
    table: 'unit' as const,
    edition: '7',
    date: '2026-06-01',
    source: 'w',
    rows: [{ code: '001', zh: '台架' }],
  }

  it('takes the place of the shipped one; what it has not stays readable and is not offered', () => {
    const book = new CodeBook([inForce(shipped, { editions: [], published: [published] })])
    expect(book.table('unit')).toMatchObject({ edition: '7', source: 'w', complete: true })
    expect(book.lookup('unit', '001')).toEqual({ code: '001', zh: '台架' })
    expect(book.lookup('unit', '002')).toMatchObject({ zh: '座', mark: 'obsolete' })
    expect(book.search('unit', '002')).toEqual([])
  })

  it('leaves completeness to the officer, and own codes before it', () => {
    const said = {
      table: 'unit' as const,
      edition: 'u.xlsx',
      date: '2026-01-01',
      source: 'u.xlsx',
      complete: false,
    }
    const table = inForce(shipped, { editions: [said], published: [published] })
    expect(table).toMatchObject({ complete: false, edition: '7' })
    const later = { ...said, date: '2026-12-01' }
    expect(inForce(shipped, { editions: [later], published: [published] }).edition).toBe('u.xlsx')
    const own: OwnCode = { table: 'unit', code: '001', name: '机器', firstSeen: '', source: 'typed' }
    expect(new CodeBook([table], overlayOf([own])).lookup('unit', '001')).toMatchObject({
      zh: '机器',
      mark: 'added',
    })
  })
})
