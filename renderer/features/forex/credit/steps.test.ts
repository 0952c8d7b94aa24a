import { describe, expect, it } from 'vitest'
import { rules } from '#shared/forex/catalogue/index'
import { placeOf, presentable, startStep } from './steps'

const row = { stage: 'inFlow' as const, orders: ['o1'], settlements: [], result: 'REVIEW' as const }

describe('the wizard of a receipt', () => {
  it.each([
    ['handed to the bank', { ...row, stage: 'presented' as const }, true, 'evidence'],
    ['nothing stated of the enterprise', row, false, 'subject'],
    ['nobody said what it is', { ...row, stage: 'unclaimed' as const }, true, 'channel'],
    ['no order and no settlement', { ...row, orders: [] }, true, 'goods'],
    ['paid by a settlement', { ...row, orders: [], settlements: ['S1'] }, true, 'findings'],
    ['something to look at', row, true, 'findings'],
    ['nothing left to do', { ...row, result: 'READY' as const }, true, 'declare'],
  ])('opens where the work stands: %s', (_, of, hasSubject, step) => {
    expect(startStep(of, hasSubject)).toBe(step)
  })

  it('has a place for every rule of the catalogue', () => {
    for (const { id } of Object.values(rules)) expect(placeOf(id), id).toBeDefined()
    expect(placeOf('FX-D05')).toEqual({ step: 'warehouse' })
    expect(placeOf('FX-D02')).toEqual({ step: 'netting' })
    expect(placeOf('C2')).toEqual({ face: 'sources' })
  })

  it('lets nothing be handed over that is blocked or was not checked', () => {
    expect((['READY', 'PARTIAL', 'REVIEW', 'BLOCKED', ''] as const).filter(presentable)).toEqual([
      'READY',
      'PARTIAL',
      'REVIEW',
    ])
  })
})
