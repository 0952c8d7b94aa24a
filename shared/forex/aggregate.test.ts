import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sum } from '../money/decimal'
import { creditAges, flowMonths, twelveMonths, type Flow } from './aggregate'
import { computeFigures } from './figures'
import type { TradeCredit } from '../model/forex/input'
import { Rates } from './rates'

const rates = new Rates([{ currency: 'EUR', month: '2026-10', usdPerUnit: '1.1' }])
const flow = (kind: Flow['kind'], day: string, amount: string, currency = 'USD'): Flow => ({
  kind,
  day,
  amount,
  currency,
  ref: `${kind} ${day}`,
})

describe('goods and money by month', () => {
  it('stand in USD by the rate of their month, with every month between', () => {
    const months = flowMonths(
      [
        flow('export', '2026-08-31', '100.00'),
        flow('receipt', '2026-10-01', '100.00', 'EUR'),
        flow('import', '2026-10-02', '30.00'),
        flow('payment', '2026-10-03', '20.00'),
      ],
      rates,
    )
    expect(months.map(({ month, fundsLessGoods }) => [month, fundsLessGoods])).toEqual([
      ['2026-08', '-100.00'],
      ['2026-09', '0.00'],
      ['2026-10', '120.00'],
    ])
    expect(months[2]).toMatchObject({ receipts: '110.00', imports: '30.00', payments: '20.00', missing: [] })
    expect(flowMonths([], rates)).toEqual([])
  })

  it('name what no rate converts and give no indicator then', () => {
    const months = flowMonths(
      [flow('receipt', '2026-11-01', '100', 'EUR'), flow('export', '2026-11-02', '5')],
      rates,
    )
    expect(months[0]).toMatchObject({
      receipts: '0.00',
      missing: [{ currency: 'EUR', ref: 'receipt 2026-11-01' }],
    })
    expect(twelveMonths(months, '2026-11-20')).toBeUndefined()
  })

  it('give the indicators their twelve months, the month of today the last', () => {
    const flows = [
      flow('export', '2025-11-30', '999'),
      flow('export', '2025-12-01', '100'),
      flow('receipt', '2026-11-20', '150'),
    ]
    const months = flowMonths(flows, rates)
    const own = twelveMonths(months, '2026-11-20')
    expect(own).toEqual({ imports: '0', exports: '100', receipts: '150', payments: '0' })
    expect(computeFigures({ flows: own! }, '2026-11-20')).toMatchObject({
      totalDifference: '50',
      thresholdsJudged: false,
    })
  })
})

describe('open credits by age', () => {
  const credit = (id: string, type: TradeCredit['type'], day: string, amount: string): TradeCredit => ({
    id,
    type,
    ...(type === 'advanceReceipt' ? { receiptDate: day } : { exportDate: day }),
    amount,
    currency: 'USD',
  })

  it('fall on the days the rules name, the last day still inside', () => {
    const rows = creditAges(
      [
        credit('A', 'advanceReceipt', '2026-10-21', '10'),
        credit('B', 'advanceReceipt', '2026-10-20', '20'),
        credit('C', 'deferredReceipt', '2025-11-20', '30'),
        credit('D', 'deferredReceipt', '2025-11-19', '40'),
        credit('E', 'deferredReceipt', '2026-12-01', '50'),
      ],
      '2026-11-20',
    )
    expect(rows).toMatchObject([
      { type: 'advanceReceipt', total: '30', byAge: { to30: '10', to90: '20' }, refs: { to90: ['B'] } },
      { type: 'deferredReceipt', total: '70', byAge: { to365: '30', over: '40' } },
    ])
  })

  it('lose nothing: ages add up to the total', () => {
    const one = fc.record({
      day: fc.integer({ min: 1, max: 28 }),
      month: fc.integer({ min: 1, max: 11 }),
      cents: fc.nat(9999),
    })
    fc.assert(
      fc.property(fc.array(one, { maxLength: 8 }), (all) => {
        const two = (n: number) => String(n).padStart(2, '0')
        const credits = all.map(({ day, month, cents }, at) =>
          credit(
            `T${at}`,
            at % 2 === 0 ? 'advanceReceipt' : 'deferredReceipt',
            `2026-${two(month)}-${two(day)}`,
            (cents / 100).toFixed(2),
          ),
        )
        for (const { total, byAge } of creditAges(credits, '2026-11-30'))
          expect(sum(Object.values(byAge))).toBe(total)
      }),
    )
  })
})
