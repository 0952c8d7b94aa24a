import { describe, expect, it } from 'vitest'
import { carriedFindings, settledFindings } from './manufacturer-carried'
import { manufacturerRefund } from './manufacturer'

const may = (figures: Record<string, string>) => ({ period: '202605', batch: '001', figures })
const found = (...given: Parameters<typeof carriedFindings>) =>
  carriedFindings(...given).map(({ rule, field, severity }) => [rule, field, severity])

describe('what a claim carries into the next', () => {
  const out = {
    nonCreditableOffsetCarryOut: '20.00',
    ecrOffsetCarryOut: '45.00',
    carryOut: '70.00',
  }
  const typed = { carryIn: '70', broughtForward: { nonCreditableOffset: '20.00', ecrOffset: '45.0' } }

  it('is silent where all of it was brought in, and says which figure was not', () => {
    expect(found('202606', typed, may(out))).toEqual([])
    expect(found('202606', {}, may({ ...out, carryOut: '0.00', ecrOffsetCarryOut: '0' }))).toEqual([
      ['RB-D11', 'nonCreditableOffset', 'warning'],
    ])
    expect(found('202606', { ...typed, carryIn: '69.99' }, may(out))).toEqual([
      ['RB-D06', 'carryIn', 'warning'],
    ])
    expect(
      found('202606', { broughtForward: { ecrOffset: '1' } }, may({ ecrOffsetCarryOut: '0.00' })),
    ).toEqual([['RB-D11', 'ecrOffset', 'warning']])
    expect(found('202606', undefined, undefined)).toEqual([])
  })

  it('compares the credit with the month before only, the offsets with any', () => {
    const none = { broughtForward: typed.broughtForward }
    expect(found('202607', none, may(out))).toEqual([])
    expect(found('202607', {}, may(out)).map(([, field]) => field)).toEqual([
      'nonCreditableOffset',
      'ecrOffset',
    ])
    const december = { ...may({ carryOut: '70.00' }), period: '202612' }
    expect(found('202701', {}, december)).toEqual([['RB-D06', 'carryIn', 'warning']])
    expect(found('202702', {}, december)).toEqual([])
  })

  it('takes off in three months what was too much in the first, never twice and to the cent', () => {
    const month = (fob: string, more: object = {}) =>
      manufacturerRefund(
        { exports: [{ fobCny: fob, levyRate: '0.13', rebateRate: '0.09' }], ...more },
        '2026-08-10',
      ).values
    // 2000 of material against exports of 1000, 600 and 1000: 40 − 80, 24 − 40, 40 − 16; 90 − 180, 54 − 90, 90 − 36.
    const first = month('1000', { exemptMaterial: { amount: '2000' } })
    expect(first).toMatchObject({ nonCreditable: '0.00', ecrTax: '0.00' })
    const next = (before: Record<string, string>) => ({
      broughtForward: {
        nonCreditableOffset: before['nonCreditableOffsetCarryOut'],
        ecrOffset: before['ecrOffsetCarryOut'],
      },
    })
    expect(next(first).broughtForward).toEqual({ nonCreditableOffset: '40.00', ecrOffset: '90.00' })
    const second = month('600', next(first))
    expect(second).toMatchObject({ nonCreditable: '0.00', nonCreditableOffsetCarryOut: '16.00' })
    expect(second).toMatchObject({ ecrTax: '0.00', ecrOffsetCarryOut: '36.00' })
    const third = month('1000', next(second))
    expect(third).toMatchObject({ nonCreditable: '24.00', nonCreditableOffsetCarryOut: '0.00' })
    expect(third).toMatchObject({ ecrTax: '54.00', ecrOffsetCarryOut: '0.00' })
  })
})

it('核算 of the month is told with its sums, and not where nothing had to be adjusted', () => {
  const [told, ...others] = settledFindings([
    { key: '1', reverse: '-546.00', redeclare: '182.00' },
    { key: '2', reverse: '-182.00' },
  ])
  expect(others).toEqual([])
  expect([told!.rule, told!.severity, told!.field]).toEqual(['RB-G05', 'warning', 'settlement'])
  expect(told!.text.zh).toContain('2 项：冲减免抵退税额 -728.00、重新申报 182.00')
  expect(settledFindings([{ key: '1' }])).toEqual([])
})
