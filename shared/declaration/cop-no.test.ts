import fc from 'fast-check'
import { expect, it } from 'vitest'
import { MAX_COP_NO, nextCopNo, type CopNoState } from './cop-no'

const rule = { prefix: 'YG', desk: '01', serialDigits: 6 }

it('writes prefix, desk, day and serial', () => {
  expect(nextCopNo(rule, undefined, '20260302').copNo).toBe('YG0120260302000001')
  expect(nextCopNo(rule, { day: '20260302', serial: 9 }, '20260302').copNo).toBe('YG0120260302000010')
  expect(nextCopNo(rule, { day: '20260302', serial: 9 }, '20260303').copNo).toBe('YG0120260303000001')
})

it('never repeats a number and leaves no gap, whatever the clock does', () => {
  const days = fc.array(fc.constantFrom('20260301', '20260302', '20260303'), { maxLength: 60 })
  fc.assert(
    fc.property(days, (given) => {
      let state: CopNoState | undefined
      const serials = new Map<string, number[]>()
      for (const day of given) {
        const next = nextCopNo(rule, state, day)
        state = next.state
        expect(next.copNo.length).toBeLessThanOrEqual(MAX_COP_NO)
        serials.set(state.day, [...(serials.get(state.day) ?? []), state.serial])
      }
      for (const used of serials.values()) expect(used).toEqual(used.map((_, at) => at + 1))
    }),
  )
})

it('skips numbers taken over from an older system', () => {
  const reserved = (copNo: string) => copNo === 'YG0120260302000001'
  expect(nextCopNo(rule, undefined, '20260302', reserved).copNo).toBe('YG0120260302000002')
})

it('refuses a rule that makes numbers too long, and a day that is used up', () => {
  expect(() => nextCopNo({ ...rule, prefix: 'P'.repeat(17) }, undefined, '20260302')).toThrow(RangeError)
  expect(() => nextCopNo({ ...rule, serialDigits: 1 }, { day: '20260302', serial: 9 }, '20260302')).toThrow(
    RangeError,
  )
})
