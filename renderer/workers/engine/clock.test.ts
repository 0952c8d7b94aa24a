import { describe, expect, it } from 'vitest'
import { wakefulClock } from './clock'

const hour = 3_600_000

describe('the clock of the engine', () => {
  it('ends a sleep when it is woken', async () => {
    const clock = wakefulClock()
    const slept = clock.sleep(hour)
    clock.wake()
    await slept
  })

  it('does not sleep over what came while it was awake, but sleeps the time after', async () => {
    const clock = wakefulClock()
    clock.wake()
    await clock.sleep(hour)
    let over = false
    void clock.sleep(hour).then(() => (over = true))
    await Promise.resolve()
    expect(over).toBe(false)
    clock.wake()
  })
})
