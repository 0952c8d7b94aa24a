import { expect, it } from 'vitest'
import { numberFor, papersOf, takenFor } from './originals'

it('a dropped file is the paper its name says, and a role with one paper brings its number', () => {
  const line = (id: string, orderId: string | null) => ({ id, orderId, amount: '1' })
  const papers = papersOf({ row: { id: 'BANK1.ab' }, lines: [line('P1', 'A-1'), line('P2', 'A-10')] })
  expect(takenFor(papers, '订单 A-10.pdf')).toEqual({ role: 'order', no: 'A-10' })
  expect(takenFor(papers, 'P1.pdf')).toEqual({ role: 'payment', no: 'P1' })
  expect(takenFor(papers, '收款通知.pdf')).toEqual({ role: 'other', no: '收款通知' })
  expect(numberFor(papers, 'creditAdvice', '收款通知')).toBe('BANK1.ab')
  // Of two orders nobody knows which.
  expect(numberFor(papers, 'order', 'x')).toBe('x')
  expect(numberFor(papers, 'contract', 'x')).toBe('x')
})
