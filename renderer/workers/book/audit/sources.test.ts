import { expect, it } from 'vitest'
import { creditIdOf } from '#shared/forex/import/credits'
import type { Entry } from '#shared/forex/import/statement'
import { bankLines } from './sources'

const entry: Entry = {
  ...{ line: 7, side: 'credit', reversal: false, amount: '10.00', currency: 'USD', valueDate: '2026-03-02' },
  ...{ bankReference: 'FT-1', text: 'INV 1 Ann Buyer' },
  transactions: [{ payer: 'Ann Buyer', uetr: 'U-1' }],
}
const advice = {
  ...{ line: 1, reference: 'ADV', valueDate: '2026-03-02', currency: 'USD', amount: '10.00' },
  ...({ bearer: 'SHA', senderCharges: [], receiverCharges: [], text: '', payer: 'Ann Buyer' } as const),
}
const book = {
  async *facts() {
    yield [
      { id: '1', record: { record: 'bank-entry', kind: 'entry', key: 'k1', account: '6222', entry } },
      { id: '2', record: { record: 'bank-entry', kind: 'entry', key: 'k2', account: '6222', entry } },
      { id: '3', record: { record: 'bank-advice', kind: 'advice', advice: { ...advice, uetr: 'U-1' } } },
      { id: '4', record: { record: 'bank-advice', kind: 'advice', advice } },
    ]
  },
}
const creditId = creditIdOf({ key: 'k1', account: '6222', entry })
const lines = (named: boolean) =>
  bankLines(book as never, [{ creditId }] as never, named).then((found) => found.get(creditId)!)

it('finds the entry that is the credit and the advice of the same payment, and no other of that amount', async () => {
  expect(await lines(true)).toMatchObject([{ account: '6222', bankReference: 'FT-1' }, { uetr: 'U-1' }])
})

it('masks who paid, and the free text in which the bank may name them', async () => {
  const shown = JSON.stringify(await lines(false))
  expect(shown).not.toMatch(/Buyer/)
  expect(shown).toContain('FT-1')
  expect(JSON.stringify(await lines(true))).toContain('INV 1 Ann Buyer')
})
