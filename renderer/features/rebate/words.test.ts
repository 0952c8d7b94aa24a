import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lineEvents } from '#shared/rebate/life/states'
import { percent, toldEvents, writtenKey, writtenPeriod } from './words'

describe('figures in words', () => {
  it('writes rates as people read them, exactly (property)', () => {
    expect(['0.13', '0.1', '1', '0.035', '0', ''].map(percent)).toEqual([
      '13%',
      '10%',
      '100%',
      '3.5%',
      '0%',
      '',
    ])
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999 }), (thousandths) => {
        const rate = `0.${String(thousandths).padStart(5, '0')}`
        expect(Number(percent(rate).replace('%', ''))).toBeCloseTo(thousandths / 1000, 10)
      }),
    )
  })

  it('writes periods and keys', () => {
    expect(writtenPeriod('202611')).toBe('2026-11')
    expect(writtenKey('310420260000000001012')).toBe('310420260000000001-12')
  })

  it('offers every event but those that follow from work in the wizard and from a settlement', () => {
    const own = ['allocate', 'dissolve', 'precheck', 'settle', 'reclaim']
    expect([...toldEvents, ...own].sort()).toEqual([...lineEvents].sort())
  })
})
