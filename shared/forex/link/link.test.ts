import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { add, cmp, sum } from '../../money/decimal'
import type { DeclarationItem } from '../../model/rebate/export-line'
import { receiptTable } from '../../rebate/tables/trading'
import { checkDuties } from '../duties'
import type { ReceiptInput } from '../../model/forex/input'
import { precheckReceipts } from '../precheck'
import { credit, documented, order, subject } from '../sample.test-data'
import {
  collections,
  deferredReceipts,
  forexReceipts,
  partsOf,
  statusByItem,
  uncollected,
  type LinkFacts,
} from './collection'
import { receiptRows } from './receipt-rows'

const TODAY = '2026-11-20'
const item = (change: Partial<DeclarationItem> = {}): DeclarationItem => ({
  no: '310120260000000001',
  item: 1,
  hsCode: '6912001000',
  name: 'cups',
  exportDate: '2026-11-05',
  supervisionMode: '9610',
  amount: '800.00',
  currency: 'USD',
  ...change,
})
const orderItem = { declarationNo: item().no, item: 1, orderId: 'O1', amount: '800.00' }
const linked = (facts: Partial<LinkFacts> = {}, input: ReceiptInput = documented(), asOf = TODAY) =>
  collections(
    precheckReceipts(input, asOf),
    input.bankCredits,
    { items: [item()], orderItems: [orderItem], ...facts },
    asOf,
  )

describe('收汇 of what was declared', () => {
  it('is collected when all of it came, with the receipts it rests on', () => {
    expect(linked()).toEqual([
      {
        declarationNo: item().no,
        item: 1,
        supervisionMode: '9610',
        exportDate: '2026-11-05',
        currency: 'USD',
        declared: '800.00',
        received: '800',
        others: [],
        open: '0',
        status: 'collected',
        deadline: '2027-04-30',
        daysLeft: 161,
        receipts: [{ creditId: 'R1', amount: '800', currency: 'USD', day: '2026-11-10' }],
      },
    ])
  })

  it('is pending for the part that is open, overdue after the deadline of law or contract', () => {
    const part = documented({
      credit: { amount: '500.00' },
      paymentLines: [{ id: 'P1', orderId: 'O1', creditId: 'R1', amount: '500.00' }],
    })
    expect(linked({}, part)).toMatchObject([{ status: 'pending', received: '500', open: '300' }])
    expect(linked({}, part, '2027-05-01')).toMatchObject([{ status: 'overdue', daysLeft: -1 }])
    const contractDays = { [item().no]: '2027-09-30' }
    expect(linked({ contractDays }, part, '2027-05-01')).toMatchObject([
      { status: 'pending', deadline: '2027-09-30' },
    ])
  })

  it('counts nothing of a blocked receipt', () => {
    const blocked = documented({ credit: { riskAnswers: ['illegalInflow'] } })
    expect(linked({}, blocked)).toMatchObject([{ received: '0', status: 'pending', receipts: [] }])
  })

  it('takes what somebody assigned instead of what orders tell, and decisions over sums', () => {
    const assigned = [{ creditId: 'R1', declarationNo: item().no, item: 1, amount: '700.00' }]
    expect(linked({ assigned })).toMatchObject([{ received: '700', status: 'pending' }])
    const marks = [
      { declarationNo: item().no, item: 1, status: 'deemedCollected' as const, reason: '保险赔付' },
    ]
    expect(linked({ assigned, marks })).toMatchObject([{ status: 'deemedCollected', reason: '保险赔付' }])
  })

  it('does not take the value 9810 goods were declared at for what they sell at', () => {
    const stock = item({ supervisionMode: '9810' })
    expect(linked({ items: [stock] })).toMatchObject([{ received: '800', status: 'pending' }])
  })

  it('does not convert other currencies, and shows them', () => {
    const euro = item({ currency: 'EUR' })
    expect(linked({ items: [euro] })).toMatchObject([
      { received: '0', open: '800', others: [{ currency: 'USD', amount: '800' }], status: 'pending' },
    ])
  })

  it('spreads a receipt over the items of its orders to the last cent', () => {
    const cents = fc.integer({ min: 1, max: 99_999 }).map((n) => (n / 100).toFixed(2))
    fc.assert(
      fc.property(fc.array(cents, { minLength: 1, maxLength: 5 }), cents, (amounts, paid) => {
        const input = documented({
          order: { amount: '1000.00' },
          credit: { amount: paid },
          paymentLines: [{ id: 'P1', orderId: 'O1', creditId: 'R1', amount: paid }],
        })
        const report = precheckReceipts(input, TODAY)
        const orderItems = amounts.map((amount, at) => ({ ...orderItem, item: at + 1, amount }))
        const parts = partsOf(report, { orderItems })
        const supported = report.receipts[0]!.lines[0]!.supported
        expect(sum(parts.map(({ amount }) => amount))).toBe(add(supported, '0'))
        expect(parts.every(({ amount }) => cmp(amount, '0') > 0)).toBe(true)
      }),
      { numRuns: 60 },
    )
  })
})

describe('to the rebate room and back', () => {
  it('gives a claim its receipts and every line its state', () => {
    const all = linked()
    expect(forexReceipts(all, [credit({ payer: { name: 'Buyer', relation: 'buyer' } })])).toEqual([
      {
        no: 'R1',
        date: '2026-11-10',
        currency: 'USD',
        amount: '800',
        declarationNo: item().no,
        item: 1,
        payer: 'Buyer',
      },
    ])
    expect(statusByItem(all).get(`${item().no} 1`)).toBe('collected')
  })

  it('makes the statement of receipts, and no line where a rate is missing', () => {
    const facts = {
      credits: documented().bankCredits,
      currencyName: () => '美元',
      invoiceOf: () => 'INV-1',
      contractOf: () => 'C-1',
    }
    const rateOn = (_: string, day: string) => (day === '2026-11-05' ? '7.1' : '7.2')
    const { rows, missing } = receiptRows(linked(), { ...facts, rateOn })
    expect(missing).toEqual([])
    const table = receiptTable({ name: 'Exporter', taxNo: 'T', period: '202611', batch: '001' }, rows)
    expect(table.rows[0]).toEqual(
      expect.arrayContaining([`${item().no}001`, '5680.00', '5760.00', 'R1', 'INV-1']),
    )
    const without = receiptRows(linked(), {
      ...facts,
      rateOn: (_, day) => (day === '2026-11-05' ? '7.1' : undefined),
    })
    expect(without).toEqual({
      rows: [],
      missing: [{ declarationNo: item().no, item: 1, currency: 'USD', day: '2026-11-10' }],
    })
  })

  it('brings back what is not yet paid: nearest deadline first, and the report of what stays open beyond 90 days', () => {
    const other = item({ no: '310120250000000009', exportDate: '2025-06-01', amount: '100.00' })
    const all = linked({ items: [item({ amount: '900.00' }), other] })
    expect(uncollected(all).map(({ declarationNo, open }) => [declarationNo, open])).toEqual([
      [other.no, '100'],
      [item().no, '100'],
    ])
    const credits = deferredReceipts(all, { [`${item().no} 1`]: '2026-12-01' })
    const { duties } = checkDuties({ subject, tradeCredits: credits }, TODAY)
    expect(duties.map(({ target, required, due }) => [target, required, due])).toEqual([
      [`${other.no} 1`, true, '2025-07-01'],
      [`${item().no} 1`, false, null],
    ])
  })

  it('knows an order of several items and an item of several orders', () => {
    const input: ReceiptInput = {
      subject,
      bankCredits: [credit({ amount: '300.00' })],
      orders: [order({ amount: '100.00' }), order({ id: 'O2', amount: '200.00' })],
      paymentLines: ['O1', 'O2'].map((orderId, at) => ({
        id: `P${at}`,
        orderId,
        creditId: 'R1',
        amount: at === 0 ? '100.00' : '200.00',
      })),
    }
    const orderItems = [
      { ...orderItem, amount: '100.00' },
      { ...orderItem, orderId: 'O2', amount: '150.00' },
      { ...orderItem, orderId: 'O2', item: 2, amount: '50.00' },
    ]
    const items = [item({ amount: '250.00' }), item({ item: 2, amount: '50.00' })]
    expect(linked({ items, orderItems }, input).map(({ received, status }) => [received, status])).toEqual([
      ['250', 'collected'],
      ['50', 'collected'],
    ])
  })
})
