import { expect, it } from 'vitest'
import { documentedCosts } from './cost-documents'

const document = (id: string, more: object = {}) => ({
  id,
  settlementId: 'S1',
  class: 'warehousing' as const,
  currency: 'USD',
  amount: '35.00',
  ...more,
})
const draft = {
  report: {
    id: 'S1',
    creditId: 'R1',
    currency: 'USD',
    sales: '100',
    customerRefunds: '0',
    costs: [
      { id: 'S1-warehousing', class: 'warehousing' as const, amount: '35', documentId: 'S1' },
      { id: 'S1-commission', class: 'commission' as const, amount: '5', documentId: 'S1' },
    ],
  },
  unclassified: [{ id: 'L-9', amount: '7' }],
}
const told = (...documents: ReturnType<typeof document>[]) =>
  Object.fromEntries(
    [...documentedCosts(draft, documents)].map(([id, one]) => [id, `${one.documentId} ${one.class}`]),
  )

it('finds the document of a cost: the one that names it, the only one of its class, the only one of its amount', () => {
  expect(told(document('D1'))).toEqual({ 'S1-warehousing': 'D1 warehousing' })
  // Of another settlement, and two of one class: nobody is told.
  expect(told(document('D1', { settlementId: 'S2' }))).toEqual({})
  expect(told(document('D1'), document('D2'))).toEqual({})
  // The one that names the cost goes before those that only share its class.
  const named = document('D3', { costId: 'S1-warehousing' })
  expect(told(document('D1'), document('D2'), named)).toEqual({ 'S1-warehousing': 'D3 warehousing' })
  expect(told(document('D4', { class: 'logistics', amount: '7.00' }))).toEqual({ 'L-9': 'D4 logistics' })
  expect(told(document('D5', { class: 'logistics', costId: 'L-9', amount: '1' }))).toEqual({
    'L-9': 'D5 logistics',
  })
})
