import { describe, expect, it } from 'vitest'
import type { Order, OrderLine } from '../model/order'
import { isFullyCancelled, pairCancellations } from './pairing'

type Sold = [sku: string, quantity: string, price: string]

let row = 1

function order(orderNo: string, buyerId: string, time: string, lines: Sold[]): Order {
  const cancelled = orderNo.startsWith('C')
  return {
    record: 'order',
    kind: cancelled ? 'cancellation' : 'order',
    platform: '',
    shop: '',
    orderNo,
    ...(buyerId ? { buyerId } : {}),
    fileTime: time,
    lines: lines.map(([sku, quantity, price]): OrderLine => ({
      row: ++row,
      class: cancelled ? 'return' : 'goods',
      sku,
      name: sku,
      quantity,
      price,
    })),
    source: { profile: 'x', firstRow: 2, lastRow: 2 },
  }
}

describe('pairCancellations', () => {
  const mug: Sold = ['MUG', '6', '2.55']
  const back: Sold = ['MUG', '-6', '2.550']

  it('finds the one earlier order with the same goods, buyer, quantity and price', () => {
    const orders = [
      order('1', 'b', '2011-01-01', [mug]),
      order('2', 'other', '2011-01-01', [mug]),
      order('3', 'b', '2011-01-01', [['MUG', '5', '2.55']]),
      order('4', 'b', '2011-01-01', [['MUG', '6', '2.45']]),
      order('5', 'b', '2011-03-01', [mug]),
      order('C1', 'b', '2011-02-01', [back]),
    ]
    expect(pairCancellations(orders)).toEqual(new Map([['C1', { orderNo: '1' }]]))
  })

  it('leaves several fitting orders to a person', () => {
    const orders = [
      order('1', 'b', '2011-01-01', [mug]),
      order('2', 'b', '2011-01-02', [mug]),
      order('C1', 'b', '2011-02-01', [back]),
    ]
    expect(pairCancellations(orders).get('C1')).toBe('ambiguous')
  })

  it('gives a line away once', () => {
    const orders = [
      order('1', 'b', '2011-01-01', [mug]),
      order('C1', 'b', '2011-02-01', [back]),
      order('C2', 'b', '2011-02-02', [back]),
    ]
    expect(pairCancellations(orders)).toEqual(
      new Map<string, unknown>([
        ['C1', { orderNo: '1' }],
        ['C2', 'unmatched'],
      ]),
    )
  })

  it('pairs equal lines of one order one by one, and needs all lines to fit', () => {
    const twice = order('1', 'b', '2011-01-01', [mug, mug])
    expect(pairCancellations([twice, order('C1', 'b', '2011-02-01', [back, back])]).get('C1')).toEqual({
      orderNo: '1',
    })
    expect(
      pairCancellations([twice, order('C1', 'b', '2011-02-01', [back, ['CUP', '-1', '1']])]).get('C1'),
    ).toBe('unmatched')
    const spread = [order('1', 'b', '2011-01-01', [mug]), order('2', 'b', '2011-01-01', [['CUP', '1', '1']])]
    expect(
      pairCancellations([...spread, order('C1', 'b', '2011-02-01', [back, ['CUP', '-1', '1']])]).get('C1'),
    ).toBe('ambiguous')
  })

  it('never pairs without a buyer', () => {
    expect(
      pairCancellations([order('1', '', '2011-01-01', [mug]), order('C1', '', '2011-02-01', [back])]).get(
        'C1',
      ),
    ).toBe('unmatched')
  })
})

describe('isFullyCancelled', () => {
  const sold = order('1', 'b', '2011-01-01', [
    ['MUG', '6', '2.55'],
    ['CUP', '1', '1'],
  ])
  const cancels = (lines: Sold[]): Order => ({ ...order('C1', 'b', '2011-02-01', lines), cancels: '1' })

  it('needs every goods line to be taken back', () => {
    expect(isFullyCancelled(sold, [cancels([['MUG', '-6', '2.55']])])).toBe(false)
    expect(
      isFullyCancelled(sold, [
        cancels([
          ['MUG', '-6', '2.55'],
          ['CUP', '-1', '1.00'],
        ]),
      ]),
    ).toBe(true)
    expect(
      isFullyCancelled(sold, [
        {
          ...cancels([
            ['MUG', '-6', '2.55'],
            ['CUP', '-1', '1'],
          ]),
          cancels: '2',
        },
      ]),
    ).toBe(false)
  })
})
