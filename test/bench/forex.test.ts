import { expect, it } from 'vitest'
import { bareSplit, benchForex, splitBatch } from './forex'

it('takes every credit apart into the payments that the bare sums find', async () => {
  const lines = 2800
  const { steps } = await benchForex(lines)
  expect(steps[1]).toMatchObject({ step: 'credits taken apart', count: lines })
  const batch = splitBatch(lines)
  const prices = Object.fromEntries(batch.payments.map(({ orderId, amount }) => [orderId, amount]))
  expect(bareSplit(batch, prices)).toBe(lines)
})
