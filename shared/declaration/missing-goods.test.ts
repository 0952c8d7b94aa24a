import { expect, it } from 'vitest'
import { line, order } from './fixture.test-data'
import { missingGoods, missingGoodsSheet } from './missing-goods'

const waiting = [
  order({ lines: [line({ sku: 'A', name: 'Cup' }), line({ row: 3, sku: 'A' }), line({ row: 4, sku: 'B' })] }),
  order({ orderNo: '2', lines: [line({ sku: 'A' }), line({ row: 3, class: 'freight', sku: 'POST' })] }),
  order({ orderNo: '3', kind: 'cancellation', lines: [line({ sku: 'C' })] }),
]

it('lists each unknown SKU once with the orders it holds up, most first', () => {
  expect(missingGoods(waiting, (sku) => sku === 'B')).toEqual([{ sku: 'A', name: 'Cup', orders: 2 }])
  expect(missingGoods(waiting, () => false).map(({ sku, orders }) => [sku, orders])).toEqual([
    ['A', 2],
    ['B', 1],
  ])
})

it('makes a sheet that the goods import reads: its own headings, one row a SKU', () => {
  const { header, rows } = missingGoodsSheet(missingGoods(waiting, () => false))
  expect(header.slice(0, 3)).toEqual(['货号', '商品名称', '申报品名'])
  expect(rows[0]?.slice(0, 3)).toEqual(['A', 'Cup', ''])
  expect(rows.every((row) => row.length === header.length)).toBe(true)
})
