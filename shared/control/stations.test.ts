import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stations, trackOf, type Station, type StationEvent } from './stations'

const event = (station: Station, day: number, more: Partial<StationEvent> = {}): StationEvent => ({
  piece: 'S-1',
  station,
  at: `2026-06-${String(day).padStart(2, '0')}T02:00:00Z`,
  recordedAt: `2026-06-${String(day).padStart(2, '0')}T03:00:00Z`,
  by: '张三',
  place: '龙泉',
  ...more,
})
const whole = [event('order', 1), event('make', 2), event('ship', 3), event('transfer', 4)]
const kinds = (events: StationEvent[]) =>
  trackOf('S-1', events).faults.map(({ station, kind }) => `${station} ${kind}`)

describe('a piece', () => {
  it('may be declared after the four stations in front, and stays sound after the fifth', () => {
    expect(trackOf('S-1', whole)).toMatchObject({ mayDeclare: true, faults: [], late: [] })
    expect(trackOf('S-1', [...whole, event('declare', 5)])).toMatchObject({ mayDeclare: true, faults: [] })
    expect(trackOf('S-1', whole.slice(0, 2))).toMatchObject({ mayDeclare: false, faults: [] })
    expect(trackOf('S-1', [])).toMatchObject({ mayDeclare: false, faults: [], passed: [] })
  })

  it.each(stations.slice(0, 4))('that was never at %s is kept out and told why', (left) => {
    const events = [...whole.filter(({ station }) => station !== left), event('declare', 5)]
    expect(kinds(events)).toEqual([`${left} missing`])
    expect(trackOf('S-1', events).mayDeclare).toBe(false)
  })

  it('cannot be somewhere before it was at the station in front, nor after it was written down', () => {
    expect(kinds([event('order', 3), event('make', 2)])).toEqual(['make order'])
    expect(kinds([event('order', 2), event('make', 2)])).toEqual([])
    expect(kinds([event('order', 1, { recordedAt: '2026-05-31T00:00:00Z' })])).toEqual(['order future'])
  })

  it('recorded twice in the same words is recorded once, in other words is a fault', () => {
    const again = event('make', 2, { recordedAt: '2026-06-09T00:00:00Z' })
    expect(trackOf('S-1', [...whole, again])).toMatchObject({ mayDeclare: true, late: [] })
    expect(kinds([...whole, event('make', 2, { place: '云和' })])).toEqual(['make twice'])
    const sameInstant = event('make', 2, { at: '2026-06-02T10:00:00+08:00' })
    expect(kinds([...whole, sameInstant])).toEqual([])
  })

  it('recorded late keeps its time and says so', () => {
    const late = event('ship', 3, { recordedAt: '2026-06-04T02:00:01Z' })
    const track = trackOf('S-1', [whole[0]!, whole[1]!, late, whole[3]!])
    expect(track).toMatchObject({ mayDeclare: true, late: ['ship'] })
    expect(trackOf('S-1', [event('order', 3, { recordedAt: '2026-06-04T02:00:00Z' })]).late).toEqual([])
  })

  it('has its own track only', () => {
    const other = whole.map((one) => ({ ...one, piece: 'S-2' })).slice(1)
    const may = (piece: string) => trackOf(piece, [...whole, ...other]).mayDeclare
    expect(['S-1', 'S-2', 'S-3'].filter(may)).toEqual(['S-1'])
  })

  it('is where it is whatever order its events came in, and however often (property)', () => {
    const some = fc.record({
      station: fc.constantFrom(...stations),
      day: fc.integer({ min: 1, max: 5 }),
      place: fc.constantFrom('龙泉', '丽水'),
      recorded: fc.integer({ min: 1, max: 9 }),
    })
    fc.assert(
      fc.property(fc.array(some, { maxLength: 8 }), fc.array(fc.nat(7), { maxLength: 8 }), (all, picks) => {
        const events = all.map(({ station, day, place, recorded }) =>
          event(station, day, { place, recordedAt: `2026-06-0${recorded}T09:00:00Z` }),
        )
        const more = [...events.toReversed(), ...picks.flatMap((pick) => events[pick] ?? [])]
        expect(trackOf('S-1', more)).toEqual(trackOf('S-1', events))
      }),
    )
  })
})
