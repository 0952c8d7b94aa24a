import { expect, it } from 'vitest'
import { drawFault } from './draws'
import type { Movement } from './levels'

const movement = (id: string, amount: string, currency = 'USD'): Movement => ({
  id,
  day: '2026-09-01',
  currency,
  kind: 'other',
  amount,
})
const account = {
  openings: { USD: '50.00' },
  movements: [movement('M1', '605.00'), movement('W1', '-600.00'), movement('E1', '90.00', 'EUR')],
}
const out = account.movements[1]!
const fault = (...draws: [inId: string, amount: string][]) =>
  drawFault(
    account,
    out,
    draws.map(([inId, amount]) => ({ inId, amount })),
  )

it('takes draws on inflows and on the opening balance up to what went out', () => {
  expect(fault()).toBeUndefined()
  expect(fault(['M1', '550.00'], ['opening', '50.00'])).toBeUndefined()
  expect(fault(['M1', '550.00'], ['opening', '50.00'], ['M1', '0.01'])).toEqual({
    code: 'inflow-exceeded',
    told: { id: 'W1', amount: '600.01', most: '600' },
  })
})

it('names what the account has not: another number, another currency, an outflow, an opening balance it did not begin with', () => {
  for (const id of ['M9', 'E1', 'W1'])
    expect(fault([id, '1.00'])).toEqual({ code: 'inflow-unknown', told: { id } })
  expect(drawFault({ ...account, openings: {} }, out, [{ inId: 'opening', amount: '1' }])).toEqual({
    code: 'inflow-unknown',
    told: { id: 'opening' },
  })
})

it('counts an inflow that is written twice once, and lets nothing be drawn by what came in', () => {
  expect(fault(['opening', '30.00'], ['opening', '30.00'])).toEqual({
    code: 'inflow-exceeded',
    told: { id: 'opening', amount: '60', most: '50.00' },
  })
  expect(drawFault(account, account.movements[0]!, [{ inId: 'opening', amount: '1.00' }])).toEqual({
    code: 'inflow-exceeded',
    told: { id: 'M1', amount: '1', most: '0' },
  })
})
