import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDbf } from '../import/dbf'
import type { RawRow } from '../import/rows'
import { shippedHeadings } from './headings'
import { readTariffJson, readTariffRows } from './read-tariff'
import { TariffRow, tariffOn } from './tariff'

const sheet = (...rows: string[][]): RawRow[] => rows.map((cells, at) => ({ row: at + 1, cells }))
const units = new Map([
  ['千克', '035'],
  ['个', '007'],
  ['套', '006'],
])
const unitCode = (text: string) => (/^\d{3}$/.test(text) ? text : units.get(text))

it('the shipped headings are sound, in order, and never look like what may be declared', () => {
  const codes = shippedHeadings.rows.map(({ code }) => code)
  expect(codes).toEqual([...new Set(codes)].sort())
  expect(shippedHeadings.complete).toBe(false)
  for (const row of shippedHeadings.rows) {
    expect(TariffRow.parse(row)).toEqual(row)
    expect(row.code).toHaveLength(4)
  }
})

describe('a tariff as a sheet', () => {
  const header = [
    '序号',
    '商品编码',
    '商品名称',
    '法定第一单位',
    '法定第二单位',
    '监管条件',
    '出口税率',
    '增值税率(%)',
  ]

  it('is read with its units, conditions and rates; what is not known of a heading is told', () => {
    const read = readTariffRows(
      sheet(
        ['2026 年税则'],
        [...header, '暂定税率'],
        ['1', '6912.00.10.00', '陶餐具', '千克', '个', 'A B', '0', '13%', '5'],
        ['2', '7323940000', '搪瓷器具', '035', '', '', '-', '13', ''],
      ),
      unitCode,
    )
    expect(read.rows).toEqual([
      {
        code: '6912001000',
        name: '陶餐具',
        unit1: '035',
        unit2: '007',
        conditions: 'AB',
        exportDuty: '0',
        vat: '13',
      },
      { code: '7323940000', name: '搪瓷器具', unit1: '035', vat: '13' },
    ])
    expect(read).toMatchObject({ refused: [], remarks: [], unknown: ['序号', '暂定税率'] })
  })

  it('names each row and cell it cannot take', () => {
    const read = readTariffRows(
      sheet(
        header,
        ['', '912001000', '丢零', '千克', '', '', '', ''],
        ['', 'ABC', '乱码', '千克', '', '', '', ''],
        ['', '6912001000', '', '千克', '', '', '', ''],
        ['', '6912001000', '陶餐具', '桶', '', '', '10%或3元/千克', ''],
        ['', '6912001000', '又一个', '千克', '', '', '', ''],
        ['', '', '', '', '', '', '', ''],
      ),
      unitCode,
    )
    const places = (all: typeof read.refused) => all.map(({ row, field }) => `${row} ${field}`)
    expect(places(read.refused)).toEqual(['2 code', '3 code', '4 name', '6 code'])
    expect(places(read.remarks)).toEqual(['5 unit1', '5 exportDuty'])
    expect(read.rows).toEqual([{ code: '6912001000', name: '陶餐具' }])
    for (const { why, fix } of [...read.refused, ...read.remarks]) {
      expect(why.zh && why.en && fix.zh && fix.en).not.toBe('')
    }
  })

  it('joins the two digits that stand apart, and keeps entries of one code by day', () => {
    const read = readTariffRows(
      sheet(
        ['CODE_T', 'CODE_S', 'G_NAME', 'BEGIN_DATE', 'END_DATE'],
        ['69120010', '00', '陶餐具', '20250101', '20251231'],
        ['69120010', '00', '陶餐具', '20260101', '20991231'],
        ['69120010', '00', '陶餐具', '明年', ''],
      ),
      unitCode,
    )
    expect(read.rows.map(({ code, from, to }) => [code, from, to])).toEqual([
      ['6912001000', '2025-01-01', '2025-12-31'],
      ['6912001000', '2026-01-01', undefined],
    ])
    expect(read.refused.map(({ field }) => field)).toEqual(['from'])
    const tariff = { edition: 'x', source: 'x', complete: true, rows: read.rows }
    expect(tariffOn(tariff, '2025-12-31').rows).toHaveLength(1)
    expect(tariffOn(tariff, '2026-01-01').rows[0]!.from).toBe('2026-01-01')
  })

  it('is refused as a whole without code and name, and read with a mapping', () => {
    const strange = sheet(['a', 'b'], ['6912001000', '陶餐具'])
    expect(readTariffRows(strange, unitCode).refused.map(({ row, field }) => [row, field])).toEqual([
      [0, 'header'],
    ])
    expect(readTariffRows(strange, unitCode, { code: 'a', name: 'b' }).rows).toHaveLength(1)
  })

  it('takes sound rows only, whatever the cells hold (property)', () => {
    const cell = fc.oneof(
      fc.string({ maxLength: 12 }),
      fc.constantFrom('6912001000', '13%', '千克', '2026-01-01', 'toString'),
    )
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 8, maxLength: 8 }), { maxLength: 8 }), (rows) => {
        const read = readTariffRows(sheet(header, ...rows), unitCode)
        for (const row of read.rows) expect(TariffRow.safeParse(row).success).toBe(true)
        const filled = rows.filter((cells) => cells.some((text) => text.trim() !== '')).length
        expect(read.rows.length + new Set(read.refused.map(({ row }) => row)).size).toBe(filled)
      }),
    )
  })
})

it('a tariff as DBF is read by the reader all tables share', () => {
  const fields: [string, number][] = [
    ['CODE_TS', 10],
    ['G_NAME', 6],
  ]
  const width = 17
  const start = 32 + 32 * fields.length + 1
  const bytes = new Uint8Array(start + width + 1).fill(0x20, start)
  const view = new DataView(bytes.buffer)
  bytes[0] = 3
  view.setUint32(4, 1, true)
  view.setUint16(8, start, true)
  view.setUint16(10, width, true)
  fields.forEach(([name, length], at) => {
    bytes.set(
      [...name].map((c) => c.charCodeAt(0)),
      32 + 32 * at,
    )
    bytes[32 + 32 * at + 11] = 0x43
    bytes[32 + 32 * at + 16] = length
  })
  bytes[start - 1] = 0x0d
  bytes.set(
    [...'6912001000'].map((c) => c.charCodeAt(0)),
    start + 1,
  )
  bytes.set([0xcc, 0xd5, 0xb1, 0xad], start + 11)
  const read = readDbf(bytes, (encoding) => new TextDecoder(encoding))
  if (!read.ok) throw new Error(read.why.en)
  expect(readTariffRows(read.table.rows, unitCode).rows).toEqual([{ code: '6912001000', name: '陶杯' }])
})

describe('a tariff as JSON', () => {
  it('is read as list or with its edition, sound rows beside refused ones', () => {
    const row = { code: '6912001000', name: '陶餐具' }
    expect(readTariffJson(JSON.stringify([row])).rows).toEqual([row])
    const read = readTariffJson(
      `\ufeff${JSON.stringify({ edition: '2026', rows: [row, { code: '69', name: 'x' }, 7] })}`,
    )
    expect(read.rows).toEqual([row])
    expect(read.refused.map(({ row: at, field }) => [at, field])).toEqual([
      [2, 'code'],
      [3, ''],
    ])
  })

  it('never throws on what is none (property)', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        const { rows, refused } = readTariffJson(text)
        expect(rows.every((row) => TariffRow.safeParse(row).success)).toBe(true)
        for (const { fix } of refused) expect(fix.zh).not.toBe('')
      }),
    )
    expect(readTariffJson('{').refused[0]!.row).toBe(0)
    expect(readTariffJson('{"a":1}').refused).toHaveLength(1)
  })
})
