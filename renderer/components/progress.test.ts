import { describe, expect, it } from 'vitest'
import { rateOf, remainingSeconds } from './progress'

describe('progress', () => {
  it('tells the rate and what remains from what was done', () => {
    expect(rateOf(30_000, 10_000)).toBe(3_000)
    expect(remainingSeconds(30_000, 90_000, 10_000)).toBe(20)
    expect(remainingSeconds(90_000, 90_000, 30_000)).toBe(0)
  })

  it('says nothing while it would be a guess', () => {
    expect(rateOf(0, 10_000)).toBeUndefined()
    expect(remainingSeconds(10, undefined, 10_000)).toBeUndefined()
    expect(remainingSeconds(10, 100, 200)).toBeUndefined()
    expect(remainingSeconds(101, 100, 5_000)).toBeUndefined()
  })
})
