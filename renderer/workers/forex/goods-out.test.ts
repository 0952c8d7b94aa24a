import { expect, it } from 'vitest'
import { goodsOut } from './goods-out'
import type { ForexStore } from './store'

const item = (no: string, supervisionMode: string, more: object = {}) => ({
  item: {
    no,
    item: 1,
    supervisionMode,
    amount: '100.00',
    currency: 'USD',
    exportDate: '2026-10-05',
    ...more,
  },
  origin: 'import',
})
const store = {
  trade: () =>
    Promise.resolve({
      papers: [
        { no: 'LIST', day: '2026-10-02', shop: 's', fob: { USD: '30.00' } },
        { no: 'NOTED', day: '2026-10-03', shop: 's', fob: { USD: '40.00' } },
        { no: 'WAITS', day: '', shop: 's', fob: { USD: '50.00' } },
      ],
      orderItems: [{ declarationNo: 'FILE', item: 1, orderId: 'A', amount: '100.00' }],
      orders: new Map([['A', { shop: 'main' }]]),
    }),
  items: () =>
    Promise.resolve(
      new Map<string, object>([
        ['FILE#1', item('FILE', '0110')],
        ['B2B#1', item('B2B', '9710')],
        ['NOTED#1', item('NOTED', '9810')],
        ['SUM#1', item('SUM', '9610')],
        ['DERIVED#1', { ...item('DERIVED', '0110'), origin: 'summary' }],
        ['AT-SEA#1', item('AT-SEA', '9810', { exportDate: undefined })],
      ]),
    ),
} as unknown as ForexStore

it('counts every paper that left once: 清单, noted 报关单, and those that only a file told of', async () => {
  expect((await goodsOut(store)).map(({ ref, amount }) => [ref, amount])).toEqual([
    ['LIST', '30.00'],
    ['NOTED', '40.00'],
    ['FILE#1', '100.00'],
    ['B2B#1', '100.00'],
  ])
})
