import fc from 'fast-check'
import { expect, it } from 'vitest'
import { asGiven, harmless } from './harmless'

it.each([
  ["=cmd|' /C calc'!A0", true],
  ['+1+1', true],
  ['-2+3', true],
  ['@SUM(1)', true],
  ['\t=1', true],
  ['\n=1', true],
  ['＝1+1', true],
  ['-12.50', false],
  ['+8613800000000', false],
  ['a=b', false],
  ['', false],
])('puts %j behind an apostrophe: %s', (text, isBehind) => {
  expect(harmless(text)).toBe(isBehind ? `'${text}` : text)
})

it('never begins like a formula, and comes back as it was', () => {
  const text = fc.string({ unit: fc.constantFrom(...'=+-@\t\r\n＝\'"1a.') })
  fc.assert(
    fc.property(text, (given) => {
      const told = harmless(given)
      expect(/^[=@\t\r\n＝]/.test(told)).toBe(false)
      if (!/^'[=+\-@\t\r\n＝]/.test(given)) expect(asGiven(told)).toBe(given)
    }),
    { numRuns: 300 },
  )
})
