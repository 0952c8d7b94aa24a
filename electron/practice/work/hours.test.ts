import { describe, expect, it } from 'vitest'
import type { ServiceHours } from '#shared/protocol/api'
import { closedFor } from './hours'

const office: ServiceHours = {
  zone: '*',
  function: 'batches',
  open: [{ days: [1, 2, 3, 4, 5], from: '08:00', to: '20:00' }],
}
/** Asia/Shanghai. */
const at = (local: string) => Date.parse(`${local}+08:00`)

describe('hours', () => {
  it('close what hands something in, from the minute they end to the minute they begin', () => {
    expect(closedFor([office], 'putBatch', at('2026-03-02T07:59:30'))).toBe(30)
    expect(closedFor([office], 'putBatch', at('2026-03-02T08:00:00'))).toBeUndefined()
    expect(closedFor([office], 'uploadChunk', at('2026-03-02T19:59:59'))).toBeUndefined()
    expect(closedFor([office], 'putBatch', at('2026-03-02T20:00:00'))).toBe(12 * 3_600)
    // Friday evening to Monday morning.
    expect(closedFor([office], 'putBatch', at('2026-03-06T20:00:00'))).toBe(60 * 3_600)
  })

  it('add up, hold for their function only, and a zone of its own holds nobody', () => {
    const night = closedFor([office], 'putBatch', at('2026-03-02T23:00:00'))
    expect(night).toBeGreaterThan(0)
    const late: ServiceHours = { ...office, open: [{ days: [1], from: '22:00', to: '24:00' }] }
    expect(closedFor([office, late], 'putBatch', at('2026-03-02T23:00:00'))).toBeUndefined()
    expect(closedFor([office], 'receipts', at('2026-03-02T23:00:00'))).toBeUndefined()
    expect(
      closedFor([{ ...office, zone: 'tangshan' }], 'putBatch', at('2026-03-02T23:00:00')),
    ).toBeUndefined()
  })
})
