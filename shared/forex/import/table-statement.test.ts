import { expect, it } from 'vitest'
import type { Payment } from '../../model/payment'
import { statementsOfRows } from './table-statement'

const row = (change: Partial<Payment>): Payment => ({
  record: 'payment',
  kind: 'payment',
  platform: 'cmb',
  shop: 'main',
  paymentNo: 'N1',
  amount: '100.00',
  currency: 'CNY',
  businessDay: '2026-11-10',
  payer: 'BUYER',
  source: { profile: 'cmb-statement', firstRow: 7, lastRow: 7 },
  ...change,
})

it('makes one statement of each currency, by the sign of the amount, and counts what has no day or currency', () => {
  const rows = [
    row({}),
    row({ amount: '-3.5', paymentNo: 'N2' }),
    row({ currency: 'USD' }),
    row({ currency: undefined }),
  ]
  const { statements, incomplete } = statementsOfRows('6222', rows)
  expect(incomplete).toBe(1)
  expect(statements).toMatchObject([
    {
      account: '6222',
      currency: 'CNY',
      entries: [
        { line: 7, side: 'credit', amount: '100', transactions: [{ payer: 'BUYER' }] },
        { side: 'debit', amount: '3.5', reference: 'N2' },
      ],
    },
    { currency: 'USD', entries: [{ side: 'credit' }] },
  ])
  expect(statements[0]?.opening).toBeUndefined()
})
