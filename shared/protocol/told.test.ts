import { describe, expect, it } from 'vitest'
import { median, toldBy, withSkew } from './told'

const headers = (all: Record<string, string>) => (name: string) => all[name]
const at = Date.parse('2026-03-01T00:00:10Z')

describe('what an answer tells besides', () => {
  it('is the clock of the service against the middle of the request', () => {
    const date = new Date(at).toUTCString()
    expect(toldBy(headers({ date }), 'r', at - 60_000, at - 58_000)).toEqual({
      requestId: 'r',
      skewMs: 59_500,
    })
    expect(toldBy(headers({ date: 'yesterday' }), 'r', at, at)).toEqual({ requestId: 'r' })
  })

  it('is the name the service gave the request', () => {
    expect(toldBy(headers({ 'x-request-id': 'theirs' }), 'ours', 0, 0).requestId).toBe('theirs')
  })

  const pause = (limit: string, remaining: string, reset: string) =>
    toldBy(
      headers({ 'ratelimit-limit': limit, 'ratelimit-remaining': remaining, 'ratelimit-reset': reset }),
      'r',
      0,
      0,
    ).pauseMs

  it('is a pause once less than half of the window is left', () => {
    expect(pause('100', '50', '30')).toBeUndefined()
    expect(pause('100', '49', '30')).toBe(600)
    expect(pause('100, 100;w=60', '0', '30')).toBe(30_000)
    expect(pause('100', '0', '86400')).toBe(60_000)
    expect(pause('100', 'some', '30')).toBeUndefined()
  })
})

describe('the clock of the service', () => {
  it('is the median of the last answers: one slow answer moves nothing', () => {
    const skews = [100, 90_000, 110, 95, 105].reduce<number[]>(withSkew, [])
    expect(median(skews)).toBe(105)
    expect(median([])).toBeUndefined()
  })

  it('follows a clock that was set', () => {
    const old = Array.from({ length: 9 }, () => 0)
    const now = Array.from({ length: 5 }, () => 3_600_000).reduce(withSkew, old)
    expect(median(now)).toBe(3_600_000)
  })
})
