import { describe, expect, it } from 'vitest'
import { showShortTime, showTime } from './time'

describe('times', () => {
  it('are those of Shanghai, over the day border too', () => {
    expect(showTime('2026-12-31T16:30:05Z')).toBe('2027-01-01 00:30:05')
    expect(showTime('2026-12-31T16:30:05-05:00')).toBe('2027-01-01 05:30:05')
  })

  it('leave the day out on the same Shanghai day only', () => {
    expect(showShortTime('2026-06-01T17:00:00Z', '2026-06-02T03:00:00Z')).toBe('01:00')
    expect(showShortTime('2026-06-01T15:00:00Z', '2026-06-02T03:00:00Z')).toBe('06-01 23:00')
  })

  it('show what is no time raw', () => expect(showTime('20260101')).toBe('20260101'))
})
