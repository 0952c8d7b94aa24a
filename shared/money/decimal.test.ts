import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  abs,
  add,
  allocate,
  cmp,
  div,
  ExactSum,
  isZero,
  mul,
  neg,
  normalize,
  round,
  sub,
  sum,
  sumFixed,
  toFixed,
} from './decimal'

const decimal = fc
  .tuple(fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n }), fc.integer({ min: 0, max: 9 }))
  .map(([units, places]) => {
    if (places === 0) return units.toString()
    const digits = (units < 0n ? -units : units).toString().padStart(places + 1, '0')
    return `${units < 0n ? '-' : ''}${digits.slice(0, -places)}.${digits.slice(-places)}`
  })

/** The same value as a rational over 10^18, by another path than the code under test. */
function rational(text: string): bigint {
  const [whole = '', fraction = ''] = text.replace('-', '').split('.')
  const units = BigInt(whole) * 10n ** 18n + BigInt(fraction.padEnd(18, '0'))
  return text.startsWith('-') ? -units : units
}

describe('decimal arithmetic', () => {
  it('adds, subtracts and compares exactly', () => {
    fc.assert(
      fc.property(decimal, decimal, (a, b) => {
        expect(rational(add(a, b))).toBe(rational(a) + rational(b))
        expect(rational(sub(a, b))).toBe(rational(a) - rational(b))
        expect(cmp(a, b)).toBe(rational(a) < rational(b) ? -1 : rational(a) > rational(b) ? 1 : 0)
        expect([cmp(a, a), isZero(a)]).toEqual([0, rational(a) === 0n])
      }),
    )
  })

  it('multiplies exactly', () => {
    fc.assert(
      fc.property(decimal, decimal, (a, b) => {
        expect(rational(mul(a, b)) * 10n ** 18n).toBe(rational(a) * rational(b))
      }),
    )
  })

  it('writes canonical text: equal values are equal strings', () => {
    fc.assert(
      fc.property(decimal, (a) => {
        const padded = a.includes('.') ? `${a}000` : `${a}.000`
        expect(normalize(padded)).toBe(normalize(a))
        expect(normalize(a)).toMatch(/^(0|-?(0|[1-9]\d*)(\.\d*[1-9])?)$/)
        expect(neg(neg(a))).toBe(normalize(a))
      }),
    )
    expect([normalize('-0.0'), normalize('007.50'), neg('0'), abs('-3.10')]).toEqual(['0', '7.5', '0', '3.1'])
    expect([isZero('-0.00'), isZero('0.01')]).toEqual([true, false])
  })

  it('rounds half away from zero', () => {
    expect(['2.345', '-2.345', '2.3449', '0.005', '-0.004', '1'].map((x) => round(x, 2))).toEqual([
      '2.35',
      '-2.35',
      '2.34',
      '0.01',
      '0',
      '1',
    ])
    expect([toFixed('2.5', 2), toFixed('-0.004', 2), toFixed('7', 0)]).toEqual(['2.50', '0.00', '7'])
  })

  it('writes the digits that are wanted, one text per value however it was written', () => {
    fc.assert(
      fc.property(decimal, fc.integer({ min: 0, max: 4 }), (a, places) => {
        const written = toFixed(a, places)
        expect(written).toMatch(places === 0 ? /^-?(0|[1-9]\d*)$/ : /^-?(0|[1-9]\d*)\.\d+$/)
        expect(written.split('.')[1]?.length ?? 0).toBe(places)
        expect(cmp(written, round(a, places))).toBe(0)
        expect(toFixed(written, places)).toBe(written)
      }),
    )
    expect(['07.50', '-0.00', '0.00', '00.50', '12', '1.5', '-1.50'].map((x) => toFixed(x, 2))).toEqual([
      ...['7.50', '0.00', '0.00', '0.50', '12.00', '1.50', '-1.50'],
    ])
    expect([[], ['1'], ['0.005'], ['0.005', '0.005']].map((x) => sumFixed(x, 2))).toEqual([
      ...['0.00', '1.00', '0.01', '0.01'],
    ])
  })

  it('divides to the nearest at the wanted place', () => {
    expect([div('1', '3', 4), div('2', '3', 4), div('-1', '8', 2), div('10', '4', 0)]).toEqual([
      '0.3333',
      '0.6667',
      '-0.13',
      '3',
    ])
    expect(() => div('1', '0.00', 2)).toThrow(RangeError)
  })

  it('refuses what is not plain decimal text', () => {
    for (const bad of ['', '1e5', '1,000', '.5', '5.', '+1', ' 1', 'NaN', '٣']) {
      expect(() => add(bad, '1')).toThrow(RangeError)
      expect(() => cmp(bad, bad)).toThrow(RangeError)
      expect(() => isZero(bad)).toThrow(RangeError)
      expect(() => toFixed(bad, 2)).toThrow(RangeError)
    }
  })

  it('sums in any order to the same text', () => {
    fc.assert(
      fc.property(fc.array(decimal), (values) => {
        const running = new ExactSum()
        for (const value of [...values].reverse()) running.add(value)
        expect(running.toString()).toBe(sum(values))
        expect(rational(sum(values))).toBe(values.reduce((total, value) => total + rational(value), 0n))
      }),
    )
  })
})

describe('allocate', () => {
  const weight = fc.bigInt({ min: 0n, max: 10n ** 9n }).map(String)

  it('adds up to the total, whatever the weights', () => {
    fc.assert(
      fc.property(decimal, fc.array(weight, { minLength: 1, maxLength: 30 }), (total, weights) => {
        const parts = allocate(total, weights, 2)
        expect(parts).toHaveLength(weights.length)
        expect(sum(parts)).toBe(normalize(total))
      }),
    )
  })

  it('gives each part its rounded share and leaves the rest on the last', () => {
    expect(allocate('100', ['1', '1', '1'], 2)).toEqual(['33.33', '33.33', '33.34'])
    expect(allocate('-0.05', ['1', '1'], 2)).toEqual(['-0.03', '-0.02'])
    expect(allocate('9', ['0', '0', '0'], 2)).toEqual(['3', '3', '3'])
    expect(allocate('10', ['2.5', '7.5'], 0)).toEqual(['3', '7'])
  })

  it('refuses no weights and negative weights', () => {
    expect(() => allocate('1', [], 2)).toThrow(RangeError)
    expect(() => allocate('1', ['1', '-1'], 2)).toThrow(RangeError)
  })
})
