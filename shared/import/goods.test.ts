import { expect, it } from 'vitest'
import { reasons, reportOf, run } from '../../test/fixtures/import/run'
import type { Goods } from '../model/goods'

const header =
  '货号,商品名称,申报品名,规格型号,商品编码,条形码,成交单位,法定第一单位,每件折第一单位,净重,毛重,A简化/B汇总'
const fields = header.split(',')
const sound: Record<string, string> = {
  ...{
    货号: 'S',
    商品名称: 'Mug',
    申报品名: '搪瓷杯',
    规格型号: '用途:日用',
    商品编码: '7323940000',
    条形码: '无',
  },
  ...{ 成交单位: '个', 法定第一单位: '035 千克', 每件折第一单位: '0.35', 净重: '0.35', 毛重: '0.4' },
  ...{ 'A简化/B汇总': 'A' },
}
const file = (...rows: Record<string, string>[]) =>
  [header, ...rows.map((row) => fields.map((name) => ({ ...sound, ...row })[name]).join(','))].join('\n')

const planted: Record<string, string>[] = [
  { 货号: 'OK' },
  { 货号: 'OK', 毛重: '0.5' },
  { 货号: 'OK' },
  { 货号: 'HS', 商品编码: '7323' },
  { 货号: 'NAME', 申报品名: '' },
  { 货号: 'UNIT', 成交单位: '坨' },
  { 货号: 'UNIT2', 成交单位: '008 个' },
  { 货号: 'UNIT3', 成交单位: '7' },
  { 货号: 'WIDE', 商品编码: '７３２３９４００００', 成交单位: ' 007　' },
  { 货号: 'ZERO', 每件折第一单位: '0' },
  { 货号: 'MINUS', 净重: '-1' },
  { 货号: 'HEAVY', 净重: '0.5' },
  { 货号: 'HS', 商品编码: '7323940000' },
  { 货号: 'GTIN', 条形码: '6901234567890' },
]

it('names each fault of a goods master by row, column and remedy, and takes the others in', async () => {
  const read = await run(file(...planted), 'goods')
  expect(reasons(read)).toEqual([
    '3 goods.repeated',
    '5 field.digits',
    '6 field.required',
    '7 field.unit',
    '8 field.unit',
    '9 field.digits',
    '11 goods.positive',
    '12 goods.positive',
    '13 goods.weights',
  ])
  const errors = read.refused.flatMap((row) => row.errors)
  expect(errors.every(({ column, fix }) => column !== undefined && fix !== undefined)).toBe(true)
  expect(errors[0]!.message.zh).toBe('货号 OK 在第 2 行已有，内容不同')
  expect(read.warnings.map(({ row, rule }) => `${row} ${rule}`)).toEqual(
    expect.arrayContaining(['4 row.repeated', '15 goods.bar-code']),
  )
  const goods = read.records as Goods[]
  expect(goods.map(({ sku, unit, unit1, gcode }) => `${sku} ${unit} ${unit1} ${gcode}`).sort()).toEqual(
    ['GTIN', 'HS', 'OK', 'WIDE'].map((sku) => `${sku} 007 035 7323940000`),
  )
  expect(reportOf(read)).toMatchObject({ rowsRead: 14, rowsAccepted: 5, rowsRefused: 9 })
})

it('takes in what was corrected of the refused rows, and nothing twice', async () => {
  const first = await run(file(...planted), 'goods')
  const known = new Map(first.items.map(({ key, digest }) => [key, { digest }]))
  const mended = planted.map((row) => ({ 货号: row['货号']! }))
  const again = await run(file(...mended), 'goods', { existing: async () => known })
  expect(again.items.map(({ key }) => key)).toEqual(
    ['NAME', 'UNIT', 'UNIT2', 'UNIT3', 'ZERO', 'MINUS', 'HEAVY'].map((sku) => `goods|${sku}`),
  )
  expect(reasons(again)).toEqual(['15 record.changed'])
})
