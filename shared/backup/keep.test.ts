import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ageInDays, isDue, type Kept, lessThan, roomFor, servedTheirTime, shrunk } from './keep'

const hour = 3_600_000
const start = Date.parse('2026-01-01T10:00:00.000Z')
const at = (hours: number) => new Date(start + hours * hour).toISOString()
const backup = (id: string, hours: number, journal: number): Kept => ({
  id,
  at: at(hours),
  counters: { journal },
  rows: journal,
})

describe('what is kept', () => {
  it('is one a day for a week, one a week for a month, one a month for a year', () => {
    const daily = Array.from({ length: 400 }, (_, day) => backup(String(day), day * 24, day))
    const gone = new Set(servedTheirTime(daily))
    const kept = daily.filter(({ id }) => !gone.has(id)).map(({ at }) => at.slice(0, 10))
    expect(kept.slice(-7)).toEqual([
      '2027-01-29',
      '2027-01-30',
      '2027-01-31',
      '2027-02-01',
      '2027-02-02',
      '2027-02-03',
      '2027-02-04',
    ])
    // The Sundays of the three weeks before this one, and the last days of twelve months.
    expect(kept).toEqual(expect.arrayContaining(['2027-01-17', '2027-01-24', '2027-01-31']))
    expect(kept).toEqual(expect.arrayContaining(['2026-03-31', '2026-12-31']))
    expect(kept).not.toContain('2026-02-28')
    expect(kept).toHaveLength(7 + 2 + 10)
  })

  it('never lets go of the newest, nor of one that holds more than every newer one kept', () => {
    const one = fc.record({ hours: fc.integer({ min: 0, max: 9000 }), journal: fc.nat(50) })
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 60 }), (list) => {
        const all = list.map(({ hours, journal }, i) => backup(String(i), hours, journal))
        const gone = new Set(servedTheirTime(all))
        const kept = all.filter(({ id }) => !gone.has(id))
        const latest = all.reduce((max, { at }) => (at > max ? at : max), '')
        expect(kept.some(({ at }) => at === latest)).toBe(true)
        for (const { id, at, counters } of all.filter(({ id }) => gone.has(id))) {
          const fuller = kept.filter(
            (each) => each.at >= at && lessThan(counters, each.counters).length === 0,
          )
          expect(fuller, id).not.toEqual([])
        }
      }),
    )
  })

  it('takes the rule about fuller ones to see: without it the emptied state would displace a full one of the same day', () => {
    const full = backup('full', 0, 900)
    expect(servedTheirTime([full, backup('emptied', 1, 3)])).toEqual([])
    expect(servedTheirTime([full, backup('fuller', 1, 901)])).toEqual(['full'])
  })
})

describe('a state that shrank', () => {
  const last = { ...backup('a', 0, 100), rows: 1000 }
  it('is asked about when a counter fell or half of the rows are gone', () => {
    expect(shrunk(last, { counters: { journal: 99 }, rows: 1000 })).toEqual({
      counters: ['journal'],
      rows: undefined,
    })
    expect(shrunk(last, { counters: {}, rows: 0 })).toMatchObject({ counters: ['journal'] })
    expect(shrunk(last, { counters: { journal: 101 }, rows: 499 })?.rows).toEqual({ before: 1000, now: 499 })
  })
  it('is none when an import was undone or nothing is there to compare', () => {
    expect(shrunk(last, { counters: { journal: 101 }, rows: 600 })).toBeUndefined()
    expect(shrunk(undefined, { counters: {}, rows: 0 })).toBeUndefined()
  })
})

describe('when one is due', () => {
  it('is once a business day of Shanghai, and only when something was written', () => {
    const last = backup('a', 0, 5)
    expect(isDue(undefined, {}, at(0))).toBe(true)
    // 18:00 in Shanghai; the next business day there begins six hours later.
    expect(isDue(last, { journal: 6 }, at(5))).toBe(false)
    expect(isDue(last, { journal: 6 }, at(6))).toBe(true)
    expect(isDue(last, { journal: 5 }, at(48))).toBe(false)
    expect(isDue(last, { journal: 5, lists: 1 }, at(48))).toBe(true)
    expect(ageInDays(last.at, at(6))).toBe(1)
  })
  it('is not put off by a backup that was made while the clock was ahead', () => {
    expect(isDue(backup('a', 9000, 5), { journal: 6 }, at(0))).toBe(true)
  })
})

describe('room on the disk', () => {
  it('is short before the write would fail, and low before that', () => {
    const gb = 1024 ** 3
    expect(roomFor(10 * gb, gb)).toBe('ok')
    expect(roomFor(2.5 * gb, gb)).toBe('low')
    expect(roomFor(1.1 * gb, 0)).toBe('low')
    expect(roomFor(1.3 * gb, gb)).toBe('short')
    expect(roomFor(0, 0)).toBe('short')
  })
})
