import { expect, it } from 'vitest'
import { benchMessages } from './messages'

it('measures sound messages, both ways, each beside bare work of the same lists', async () => {
  const { steps, heap, keystroke } = await benchMessages(200)
  expect(steps.map(({ count }) => count)).toEqual([200, 200])
  for (const { ms, bareMs } of steps) expect(Math.min(ms, bareMs)).toBeGreaterThan(0)
  expect(Math.min(...heap, keystroke)).toBeGreaterThan(0)
})
