import { describe, expect, it } from 'vitest'
import { ManufacturerPeriod } from '#shared/rebate/amounts/manufacturer-period'
import { manufacturerSections, periodFaults, periodOf, periodValues } from './manufacturer-fields'

const period = {
  outputVat: '100.00',
  inputVat: '340.00',
  carryIn: '0',
  exemptMaterial: { domestic: '10.00', foreign: '5', fx: '7.1' },
  broughtForward: { ecrOffset: '3.00' },
  vatReturn: { endCredit: '240.00' },
  vatReturnFiled: true,
  urbanMaintenanceRate: '0.07',
}

describe('the period of a manufacturer as a form', () => {
  it('comes back as it was, with what the form does not show', () => {
    expect(periodOf(periodValues(period), period)).toEqual(period)
    expect(periodOf(periodValues(), {})).toEqual({})
    expect(ManufacturerPeriod.omit({ exports: true, period: true }).safeParse(period).success).toBe(true)
  })

  it('takes out what was emptied', () => {
    const emptied = { ...periodValues(period), ecrOffset: '', vatReturnFiled: '', domestic: '' }
    expect(periodOf(emptied, period)).toEqual({
      ...period,
      broughtForward: undefined,
      vatReturnFiled: undefined,
      exemptMaterial: { foreign: '5', fx: '7.1' },
    })
  })

  it('shows every value it holds, and refuses what is no number', () => {
    const shown = manufacturerSections.flatMap(({ fields }) => fields.map(({ key }) => key))
    expect(Object.keys(periodValues()).sort()).toEqual([...shown].sort())
    expect(periodFaults({ ...periodValues(period), inputVat: '三百' }).map(({ field }) => field)).toEqual([
      'inputVat',
    ])
    expect(periodFaults(periodValues(period))).toEqual([])
  })
})
