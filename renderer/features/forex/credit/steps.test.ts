import { describe, expect, it } from 'vitest'
import { rules } from '#shared/forex/catalogue/index'
import { keyOf, specsOf, type SpecSection } from '../forms/spec'
import { subjectSections } from '../subject/fields'
import { channelSections } from './channel/fields'
import { conversionSections, statementSections } from './declare/fields'
import { placeOf, presentable, startStep, type Step } from './steps'

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
    expect(placeOf('FX-D05')).toMatchObject({ step: 'warehouse' })
    expect(placeOf('FX-D02')).toMatchObject({ step: 'netting' })
    expect(placeOf('C2')).toEqual({ face: 'sources' })
  })

  it('leads to the control that holds the field, whichever rule looks at it', () => {
    const payer = { step: 'channel', part: { field: 'payer_relation' } }
    expect([placeOf('FX-G07', 'payer'), placeOf('FX-J05', 'payer')]).toEqual([payer, payer])
    // A class is that of the subject, or that of a cost.
    expect(placeOf('FX-F01', 'class')).toEqual({ step: 'subject', part: { field: 'class' } })
    expect(placeOf('FX-D02', 'class')).toEqual({ step: 'netting', part: { help: 'forex.costs' } })
    expect(placeOf('FX-A07', 'customsDoc')).toEqual({
      step: 'goods',
      part: { help: 'forex.note.customsDoc' },
    })
  })

  it('names only fields that the forms of the steps have', () => {
    const forms: Partial<Record<Step, readonly SpecSection[]>> = {
      subject: subjectSections,
      channel: channelSections([]),
      currency: [...conversionSections, ...statementSections],
    }
    const fields = [
      'class',
      'claims',
      'institution',
      'payer',
      'charges',
      'natures',
      'declaredOn',
      'quote',
      'rmb',
    ]
    const places = Object.values(rules).flatMap(({ id }) =>
      ['', ...fields].map((field) => placeOf(id, field)),
    )
    for (const place of places) {
      if ('face' in place || !('field' in place.part)) continue
      const keys = specsOf(forms[place.step] ?? []).map(({ path }) => keyOf(path))
      expect(keys, place.step).toContain(place.part.field)
    }
  })

  it('lets nothing be handed over that is blocked or was not checked', () => {
    expect((['READY', 'PARTIAL', 'REVIEW', 'BLOCKED', ''] as const).filter(presentable)).toEqual([
      'READY',
      'PARTIAL',
      'REVIEW',
    ])
  })
})
