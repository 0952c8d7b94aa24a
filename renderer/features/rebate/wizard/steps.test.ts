import { describe, expect, it } from 'vitest'
import type { RebateRunView } from '../../../data/port'
import { nearestEnd } from '#shared/rebate/deadlines/nearest'
import { placeOf, startStep, steps, stepsOf } from './steps'

const sums = { links: 3, fobUsd: '1', net: '1', refund: '1' }
const run = { outdated: false, counts: { blocking: 0, warning: 1, info: 0 } } as RebateRunView
const batch = { locked: false, lines: 4, kind: 'trading' as const, sums, run }

describe('the wizard of a batch', () => {
  it.each([
    ['locked', { ...batch, locked: true }, true, 'life'],
    ['nothing known of the enterprise', batch, false, 'enterprise'],
    ['no lines', { ...batch, lines: 0 }, true, 'lines'],
    ['nothing linked', { ...batch, sums: { ...sums, links: 0 } }, true, 'treatment'],
    [
      'a manufacturer links nothing',
      { ...batch, kind: 'manufacturer' as const, sums: { ...sums, links: 0 } },
      true,
      'result',
    ],
    ['not checked', { ...batch, run: undefined }, true, 'findings'],
    ['checked before a change', { ...batch, run: { ...run, outdated: true } }, true, 'findings'],
    [
      'must be mended',
      { ...batch, run: { ...run, counts: { ...run.counts, blocking: 1 } } },
      true,
      'findings',
    ],
    ['clean', batch, true, 'result'],
  ])('opens where the work stands: %s', (_, of, hasEnterprise, step) => {
    expect(startStep(of as typeof batch, hasEnterprise)).toBe(step)
  })

  it('has every step for a trading company and no 配单 for a manufacturer', () => {
    expect(stepsOf('trading')).toEqual(steps)
    expect(stepsOf('manufacturer')).toEqual(steps.filter((step) => step !== 'links'))
  })

  it('leads from a finding to its record and field', () => {
    expect(placeOf({ at: { table: 'invoices', id: 'F1-2' }, field: 'unit' })).toEqual({
      step: 'links',
      focus: { id: 'F1-2', field: 'unit', kind: 'invoices' },
    })
    expect(placeOf({ at: { table: 'period', id: '' }, field: 'vatReturnFiled' })?.step).toBe('batch')
    expect(placeOf({ at: { table: 'rates', id: '' }, field: '' })).toBeUndefined()
  })
})

describe('the term of a batch', () => {
  const line = (deadlines: object) => ({ key: '1', exportDate: '2026-05-01', deadlines, findings: [] })
  it('is the earliest end of a claim period, or of the 36 months where that is over', () => {
    const inTime = line({ normalEnd: '2027-04-30', limit36: '2029-05-01', lateClaim: 'notLate' })
    const late = line({ normalEnd: '2026-04-30', limit36: '2028-01-31', lateClaim: 'allowedWithFxPapers' })
    expect(nearestEnd([inTime])).toEqual({ day: '2027-04-30', field: 'normalEnd' })
    expect(nearestEnd([late])).toEqual({ day: '2028-01-31', field: 'limit36' })
    expect(nearestEnd([late, inTime])).toEqual({ day: '2027-04-30', field: 'normalEnd' })
    expect(nearestEnd([])).toBeUndefined()
    // Exports of the older layer that are late have no end of their own.
    expect(nearestEnd([line({ normalEnd: '2025-04-30', lateClaim: 'allowedWhenComplete' })])).toBeUndefined()
  })
})
