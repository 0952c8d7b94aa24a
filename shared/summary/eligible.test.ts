import fc from 'fast-check'
import { expect, it } from 'vitest'
import { eligibility, exclusionTexts, type Exclusion } from './eligible'
import type { Standing } from './summary-list'

const closed: Standing = {
  state: 'cleared',
  tradeMode: '9610',
  statisticsFlag: 'B',
  invtNo: '04022026E000000001',
  closedAt: '2026-03-31T15:59:59Z',
  application: '',
}

it.each([
  [{}, 'in'],
  [{ closedAt: '2026-03-31T16:00:00Z' }, 'elsewhere'],
  [{ closedAt: '2026-02-20T00:00:00Z' }, 'earlier'],
  [{ closedAt: '2026-02-20T00:00:00Z', application: 'YGA1' }, 'elsewhere'],
  [{ application: 'YGA1' }, 'applied'],
  [{ state: 'released', closedAt: '' }, 'not-closed'],
  [{ state: 'withdrawing', closedAt: '' }, 'in-process'],
  [{ state: 'draft', closedAt: '' }, 'elsewhere'],
  [{ state: 'void' }, 'elsewhere'],
  [{ statisticsFlag: 'A' }, 'simplified'],
  [{ statisticsFlag: 'A', state: 'released', closedAt: '' }, 'elsewhere'],
  [{ tradeMode: '9810' }, 'b2b'],
  [{ tradeMode: '1210' }, 'in'],
  [{ invtNo: '' }, 'no-number'],
  [{ closedAt: '' }, 'no-time'],
] as const)('%j is %s', (change, expected) => {
  expect(eligibility({ ...closed, ...change }, '202603')).toBe(expected)
})

it('a list goes into one month at most', () => {
  const standing = fc.record({
    state: fc.constantFrom<Standing['state']>('waiting', 'released', 'cleared', 'void', 'draft'),
    tradeMode: fc.constantFrom('9610', '1210', '9710'),
    statisticsFlag: fc.constantFrom('A', 'B'),
    invtNo: fc.constantFrom('', 'N'),
    closedAt: fc.constantFrom('', '2026-01-31T15:00:00Z', '2026-01-31T17:00:00Z', '2026-03-05T00:00:00Z'),
    application: fc.constantFrom('', 'A1'),
  })
  fc.assert(
    fc.property(standing, (list) => {
      const months = ['202512', '202601', '202602', '202603'].map((period) => eligibility(list, period))
      expect(months.filter((one) => one === 'in' || one === 'simplified').length).toBeLessThanOrEqual(1)
      if (list.application !== '') expect(months).not.toContain('in')
      for (const one of months) {
        if (one !== 'in' && one !== 'simplified' && one !== 'elsewhere')
          expect(exclusionTexts[one satisfies Exclusion].fix.zh).not.toBe('')
      }
    }),
  )
})
