import { expect, it } from 'vitest'
import { causes, type Rejection } from './causes'

const vague = (copNo: string, sku: string): Rejection => ({
  copNo,
  message: 'CEB603',
  code: '100',
  info: `[Code:Y101;Desc:货号${sku} gname“礼品”：申报品名过于笼统（演练规则）]`,
})

it('shows a cause shared by many lists once, with the record where it is mended', () => {
  const found = causes([vague('L1', 'BOX-1'), vague('L2', 'BOX-1'), vague('L3', 'BOX-2')])
  expect(found).toMatchObject([
    {
      code: 'Y101',
      sku: 'BOX-1',
      field: 'gname',
      source: { record: 'goods', field: 'gname' },
      count: 2,
      copNos: ['L1', 'L2'],
    },
    { sku: 'BOX-2', count: 1 },
  ])
})

it('separates several decisions of one receipt and counts a list once for each', () => {
  const info = '[Code:1322;Desc:清单与订单的商品项不一致][Code:Y101;Desc:货号A gname“礼品”：笼统]'
  const found = causes([
    { copNo: 'L1', message: 'CEB603', code: '100', info },
    { copNo: 'L1', message: 'CEB603', code: '100', info },
  ])
  expect(found.map(({ code, count }) => [code, count])).toEqual([
    ['1322', 1],
    ['Y101', 1],
  ])
})

it('keeps a text it does not understand, under its raw code', () => {
  const text = '-301020 signature check failed'
  expect(
    causes([
      { copNo: 'L1', message: 'CEB603', code: '-301020', info: text },
      { copNo: 'L2', message: 'CEB603', code: '-301020', info: text },
    ]),
  ).toMatchObject([{ code: '-301020', text, field: '', sku: '', count: 2 }])
})

it('says what the dictionary knows of a code, and leads to the field it is about', () => {
  const [twice] = causes([{ copNo: 'L1', message: 'CEB603', code: '-621012', info: '清单状态不允许变更' }])
  expect(twice).toMatchObject({ code: '-621012', text: '清单状态不允许变更' })
  expect(twice?.meaning?.zh && twice.fix?.en).toBeTruthy()
  const [limit] = causes([{ copNo: 'L1', message: 'CEB603', code: '100', info: '[Code:1322;Desc:x]' }])
  expect(limit?.meaning?.zh).toMatch(/一致|不符/)
  const [odd] = causes([{ copNo: 'L1', message: 'CEB603', code: '100', info: '[Code:98765;Desc:x]' }])
  expect(odd).not.toHaveProperty('meaning')
})

it('leads from an import list to the records of an import, apart from those of an export', () => {
  const info = '[Code:Y1;Desc:country 与起运国不符]'
  const found = causes([
    { copNo: 'L1', message: 'CEB603', code: '100', info },
    { copNo: 'L2', message: 'CEB621', code: '100', info },
  ])
  expect(found.map(({ source }) => `${source?.record}.${source?.field}`)).toEqual([
    'order.country',
    'template.departureCountry',
  ])
})

it('reads a hostile text in work that grows with its length', () => {
  const times = 400_000
  const of = (info: string) =>
    causes([{ copNo: 'L1', message: 'CEB603', code: '100', info }]).map(({ code, count }) => [code, count])
  // Tried from each beginning to the end of the text, one of these alone would take an hour.
  expect(of('[Code:'.repeat(times))).toEqual([['100', 1]])
  expect(of('[Code:1;Desc:'.repeat(times))).toEqual([['100', 1]])
  expect(of(`${';Desc:'.repeat(times)}]`)).toEqual([['100', 1]])
  expect(of(`${'[Code:'.repeat(times)}1322;Desc:x]`)).toEqual([['1322', 1]])
  expect(of('x;Desc:y[Code:7;Desc:z]')).toEqual([['7', 1]])
  expect(of(`货号${' '.repeat(times)}，${'a_'.repeat(times)}`)).toEqual([['100', 1]])
})
