import { describe, expect, it } from 'vitest'
import { minuteOf, stationFault, stationOf } from './typed'

const typed = { station: 'ship', by: ' 王关务 ', place: '龙泉', paper: '', temperature: '' } as const

describe('the time of a station', () => {
  it.each(['2026-05-31 14:08', '20260531 1408', '2026-05-31T14:08', ' ２０２６-05-31 14:08 '])(
    'is read from %j as a minute in Shanghai',
    (text) => expect(minuteOf(text)).toBe('2026-05-31T14:08:00+08:00'),
  )

  it.each([
    '',
    '2026-05-31',
    '2026-02-30 10:00',
    '2026-05-31 24:00',
    '2026-05-31 14:60',
    '05/31/2026 02:08 PM',
  ])('is asked for again where %j stands', (at) => expect(stationFault({ ...typed, at }, false)).toBe('at'))

  it('is stored as an instant, and what is empty is left out', () => {
    expect(stationOf({ ...typed, at: '2026-05-31 14:08' })).toEqual({
      station: 'ship',
      at: '2026-05-31T14:08:00+08:00',
      by: '王关务',
      place: '龙泉',
    })
  })
})
