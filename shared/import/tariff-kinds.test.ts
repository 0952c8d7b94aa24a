import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { reportOf, run } from '../../test/fixtures/import/run'
import { tariffRowOf, type CodeChangeFact, type TariffFact } from '../tariff/facts'
import { TariffRow } from '../tariff/tariff'

const csv = (...rows: string[][]) =>
  rows.map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\n')
const units = new Map([
  ['千克', '035'],
  ['个', '007'],
])
const unitCode = (text: string) => (/^\d{3}$/.test(text) ? text : units.get(text))
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
const rowsOf = (records: readonly unknown[]) =>
  (records as TariffFact[]).map((fact) => tariffRowOf(fact, unitCode).row)

describe('a tariff', () => {
  it('is read with units, conditions and rates; a title row is passed over', async () => {
    const read = await run(
      csv(
        [...header, '暂定税率'],
        ['1', '6912.00.10.00', '陶餐具', '千克', '个', 'A B', '0', '13%', '5'],
        ['2', '7323940000', '搪瓷器具', '035', '', '', '-', '13', ''],
      ),
      'tariff',
    )
    expect(rowsOf(read.records)).toEqual([
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
  })

  it('names each row it cannot take, and each cell it leaves out', async () => {
    const read = await run(
      csv(
        header,
        ['', '912001000', '丢零', '千克', '', '', '', ''],
        ['', 'ABC', '乱码', '千克', '', '', '', ''],
        ['', '6912001000', '', '千克', '', '', '', ''],
        ['', '6912001000', '陶餐具', '桶', '', '', '10%或3元/千克', ''],
      ),
      'tariff',
    )
    expect(read.refused.map(({ row, errors }) => [row, errors[0]!.column, errors[0]!.rule])).toEqual([
      [2, '商品编码', 'tariff.code'],
      [3, '商品编码', 'tariff.code'],
      [4, '商品名称', 'field.required'],
    ])
    expect(reportOf(read).warnings).toMatchObject({ 'tariff.rate': 1 })
    const [fact] = read.records as TariffFact[]
    expect(tariffRowOf(fact!, unitCode)).toEqual({
      row: { code: '6912001000', name: '陶餐具' },
      unknown: ['桶'],
    })
  })

  it('joins two digits that stand apart, keeps entries of one code by day, and reads an open end', async () => {
    const read = await run(
      csv(
        ['CODE_T', 'CODE_S', 'G_NAME', 'BEGIN_DATE', 'END_DATE'],
        ['69120010', '00', '陶餐具', '20250101', '20251231'],
        ['69120010', '00', '陶餐具', '20260101', '20991231'],
        ['69120010', '00', '陶餐具', '明年', ''],
        ['69120010', '00', '陶餐具', '20260101', '20251231'],
      ),
      'tariff',
    )
    expect(rowsOf(read.records).map(({ code, from, to }) => [code, from, to])).toEqual([
      ['6912001000', '2025-01-01', '2025-12-31'],
      ['6912001000', '2026-01-01', undefined],
    ])
    expect(read.refused.map(({ row }) => row)).toEqual([4, 5])
  })

  it('comes as JSON too, with what is no row named by its place', async () => {
    const row = { code: '6912001000', name: '陶餐具', vat: 13 }
    const read = await run(
      `\ufeff${JSON.stringify({ edition: '2026', rows: [row, { code: '69' }, 7] })}`,
      'tariff',
    )
    expect(rowsOf(read.records)).toEqual([{ ...row, vat: '13' }])
    expect(read.refused.map(({ row: at }) => at)).toEqual([3, 4])
    expect((await run('{"a":1}', 'tariff')).outcome).toMatchObject({ ok: false })
  })

  it('takes sound rows only, whatever the cells hold (property)', async () => {
    const cell = fc.oneof(
      fc.string({ maxLength: 12 }),
      fc.constantFrom('6912001000', '13%', '千克', '2026-01-01', 'toString'),
    )
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(cell, { minLength: 8, maxLength: 8 }), { maxLength: 6 }),
        async (rows) => {
          const { records } = await run(csv(header, ...rows), 'tariff')
          for (const row of rowsOf(records)) expect(TariffRow.safeParse(row).success).toBe(true)
        },
      ),
      { numRuns: 40, examples: [[[['1', '.', '陶餐具', '千克', '', '', '', '']]]] },
    )
  })
})

it('old and new codes: the day may be told, a dropped code has no new one, others are refused', async () => {
  const table = csv(
    ['旧编码', '新编码'],
    ['6912001000', '6912001100'],
    ['7323.94.00.00', ''],
    ['691200', '1'],
  )
  expect((await run(table, 'code-changes')).outcome).toMatchObject({
    ok: false,
    refusal: { missing: [{ field: 'on' }] },
  })
  const map = { from: '旧编码', to: '新编码', on: { constant: '2027-01-01' } }
  const read = await run(table, 'code-changes', { map })
  expect((read.records as CodeChangeFact[]).map(({ from, to, on }) => [from, to, on])).toEqual([
    ['6912001000', '6912001100', '2027-01-01'],
    ['7323940000', undefined, '2027-01-01'],
  ])
  expect(read.refused.map(({ errors }) => errors.map(({ rule }) => rule))).toEqual([
    ['tariff.ten-digits', 'tariff.ten-digits'],
  ])
})
