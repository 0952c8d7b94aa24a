import { describe, expect, it } from 'vitest'
import { line, order } from './fixture.test-data'
import { proposeMerge, proposeMerges, type Traveller } from './propose-merges'

const traveller = (
  orderNo: string,
  over: Parameters<typeof order>[0] = {},
  bound?: Traveller['bound'],
): Traveller => ({
  id: orderNo,
  order: order({ orderNo, ...over }),
  ...(bound && { bound }),
})
const later = { orderedAt: '2026-03-02T02:00:00Z' }

describe('合单 proposed by a shared waybill', () => {
  it('is one declared order under the number of the oldest, with everything of both', () => {
    const [one] = proposeMerges(new Map([['LP1', [traveller('#2', later), traveller('#1')]]]))
    expect(one).toMatchObject({ waybillNo: 'LP1', orderNo: '#1', currency: 'USD', lines: 2 })
    expect(one!.orders.map(({ orderNo }) => orderNo)).toEqual(['#1', '#2'])
    expect(one!.amount).toBe('50')
    expect(one!.fault).toBeUndefined()
  })

  it('is not proposed for a waybill of one order, and what cannot be done comes last with its reason', () => {
    const stranger = traveller('#4', { consignee: 'B. Other' })
    const found = proposeMerges(
      new Map([
        ['LP0', [traveller('#9')]],
        ['LP2', [traveller('#3'), stranger]],
        ['LP1', [traveller('#1'), traveller('#2')]],
      ]),
    )
    expect(found.map(({ waybillNo, fault }) => [waybillNo, fault])).toEqual([
      ['LP1', undefined],
      ['LP2', 'differs'],
    ])
  })

  it.each([
    ['one order', [traveller('#1')], 'few'],
    ['a listed order', [traveller('#1'), traveller('#2', {}, 'listed')], 'listed'],
    ['an order of another 合单', [traveller('#1', {}, 'merged'), traveller('#2')], 'merged'],
    [
      'too many lines',
      [
        traveller('#1', { lines: Array.from({ length: 100 }, (_, i) => line({ row: i + 2 })) }),
        traveller('#2'),
      ],
      'lines',
    ],
  ] as const)('%s is refused', (_name, travellers, fault) => {
    expect(proposeMerge('', travellers).fault).toBe(fault)
  })
})
