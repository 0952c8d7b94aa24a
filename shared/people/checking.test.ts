import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { graceOf, hoursOf, marksAfter, notChecked, unchecked, type Marks } from './checking'

const who = fc.constantFrom('王录入', '李复核', '赵申报')
type Step = { do: 'change' | 'same' | 'check'; who: string }
const step: fc.Arbitrary<Step> = fc.record({ do: fc.constantFrom('change', 'same', 'check'), who })

describe('录入 ≠ 复核', () => {
  it('a checked document was last changed by somebody else than who checked it, whatever happened before', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        let marks: Marks | undefined
        let lastChange: string | undefined
        for (const { do: act, who: officer } of steps) {
          if (act === 'check') {
            if (!marks || notChecked(marks, officer)) continue
            marks = { ...marks, checked: { by: officer, at: 't' } }
          } else {
            const isSame = marks !== undefined && act === 'same'
            if (!isSame) lastChange = officer
            marks = marksAfter(marks, isSame, officer)
          }
        }
        expect(marks?.author).toBe(lastChange)
        if (marks?.checked) expect(marks.checked.by).not.toBe(lastChange)
      }),
      { numRuns: 200 },
    )
  })

  it('says who changed it last where that is known, and asks for somebody else', () => {
    expect(unchecked({ author: '王录入' }).text.zh).toContain('王录入')
    expect(unchecked({ author: '王录入' }).fix?.zh).toContain('王录入以外')
    expect(unchecked({}).fix?.zh).toContain('另一人')
    expect(notChecked({ author: '王录入' }, '王录入')?.code).toBe('own-work')
    const done = { author: '王录入', checked: { by: '李复核', at: 't' } }
    expect(notChecked(done, '赵申报')?.text.zh).toContain('李复核')
  })
})

describe('the offline limit', () => {
  const rules = { checking: false, graceDays: 7, since: '2026-03-01T00:00:00Z' }
  const day = (n: number) => `2026-03-${String(n).padStart(2, '0')}T12:00:00Z`
  const at = (n: number, contact = 0, seen = 0) => graceOf(rules, { contact, seen, now: day(n) })?.daysLeft

  it('counts whole days from the last contact, from its setting where there was none', () => {
    expect([at(1), at(2), at(8), at(9)]).toEqual([7, 6, 0, -1])
    expect(at(9, hoursOf(day(5)))).toBe(3)
    expect(graceOf({ ...rules, graceDays: 0 }, { contact: 0, seen: 0, now: day(30) })).toBeUndefined()
  })

  it('gives no day more when the clock is put back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 28 }), fc.integer({ min: 1, max: 28 }), (seen, now) => {
        expect(at(now, 0, hoursOf(day(seen)))).toBe(at(Math.max(seen, now)))
      }),
      { numRuns: 60 },
    )
  })
})
