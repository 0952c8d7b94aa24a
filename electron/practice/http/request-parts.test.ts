import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodePosition, encodePosition } from './position'
import { RateLimiter } from './rate'
import { ServiceError } from '../service-error'
import { isStorable } from './storable'

describe('a place in the pages of documents', () => {
  const position = fc.record({
    updatedAt: fc.integer({ min: 0 }),
    message: fc.stringMatching(/^CEB\d{3}$/),
    businessKey: fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\0')),
  })

  it('is read back as it was given out', () => {
    fc.assert(
      fc.property(position, (one) => {
        expect(decodePosition(encodePosition(one))).toEqual(one)
      }),
    )
    expect(decodePosition(undefined)).toBeUndefined()
  })

  it('that never was one is refused, whatever it is', () => {
    const made = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
    const wrong = [
      '',
      'x',
      made(null),
      made([]),
      made({ updatedAt: 1.5, message: 'CEB603', businessKey: 'k' }),
      made({ updatedAt: '1', message: 'CEB603', businessKey: 'k' }),
      made({ updatedAt: 1, message: 'CEB603', businessKey: 'a\0b' }),
    ]
    for (const text of wrong) expect(() => decodePosition(text), text).toThrow(ServiceError)
    fc.assert(
      fc.property(fc.string(), (text) => {
        try {
          decodePosition(text)
        } catch (error) {
          expect(error).toBeInstanceOf(ServiceError)
        }
      }),
    )
  })
})

describe('what a database can keep', () => {
  const nested = (depth: number) => {
    let value: unknown = 'x'
    for (let n = 0; n < depth; n += 1) value = n % 2 ? { a: value } : [value]
    return value
  }

  it('is any honest JSON', () => {
    expect(isStorable({ a: ['中文', '😀', 1, null, true, { '': '' }] })).toBe(true)
    expect(isStorable(nested(64))).toBe(true)
  })

  it('is no NUL, no half character, in names neither, and nothing without end', () => {
    for (const value of ['a\0', '\ud83d', { 'a\0': 1 }, [{ a: '\udc00' }], nested(65), nested(200_000)])
      expect(isStorable(value)).toBe(false)
  })
})

describe('a rate', () => {
  it('lets a burst through, then as many as come back, and says how long to wait', () => {
    const limiter = new RateLimiter({ perSecond: 2, burst: 3 })
    expect([1, 2, 3].map(() => limiter.take('a', 0))).toEqual([{ left: 2 }, { left: 1 }, { left: 0 }])
    expect(limiter.take('a', 0)).toEqual({ waitSeconds: 1 })
    expect(limiter.take('b', 0)).toEqual({ left: 2 })
    expect(limiter.take('a', 500)).toEqual({ left: 0 })
    // Silence brings back no more than the burst; a clock set back brings nothing.
    expect(limiter.take('a', 3_600_000)).toEqual({ left: 2 })
    expect(limiter.take('a', 0)).toEqual({ left: 1 })
  })

  it('never lets more through than the burst and what came back', () => {
    const waits = fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 200 })
    fc.assert(
      fc.property(waits, (pauses) => {
        const limiter = new RateLimiter({ perSecond: 5, burst: 4 })
        let now = 0
        let through = 0
        for (const pause of pauses) {
          now += pause
          if ('left' in limiter.take('a', now)) through += 1
        }
        expect(through).toBeLessThanOrEqual(4 + Math.ceil((now / 1000) * 5))
      }),
    )
  })
})
