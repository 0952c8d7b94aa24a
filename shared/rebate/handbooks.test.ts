import { expect, it } from 'vitest'
import { manufacturerRefund } from './amounts/manufacturer'
import { bondedOf, handbookFindings, ratioOf } from './handbooks'
import type { Handbook } from '../model/rebate/handbook'
import type { DeclarationItem } from '../model/rebate/export-line'

const handbook: Handbook = {
  number: 'C12345678901',
  kind: 'purchased',
  plannedImport: '600000',
  plannedExport: '1000000',
}
const item: DeclarationItem = {
  no: '310120260000000001',
  item: 1,
  hsCode: '7323940000',
  name: '杯',
  exportDate: '2026-05-01',
  supervisionMode: '0615',
  handbookNo: handbook.number,
}

it('takes the planned ratio until one was adjusted, and nothing for material the buyer supplied', () => {
  expect(ratioOf(handbook)).toBe('0.6')
  expect(bondedOf('100.55', handbook)).toBe('60.33')
  expect(bondedOf('100.00', { ...handbook, adjustedRatio: '0.55' })).toBe('55.00')
  expect(bondedOf('100.00', { ...handbook, kind: 'supplied' })).toBeUndefined()
  expect(bondedOf('100.00', { ...handbook, plannedExport: '0' })).toBeUndefined()
})

it('says why nothing was deducted', () => {
  const fields = (of: Partial<DeclarationItem>, known?: Handbook) =>
    handbookFindings({ ...item, ...of }, known).map(({ severity, field, text }) => [
      severity,
      field,
      text.zh.slice(0, 8),
    ])
  expect(fields({}, handbook)).toEqual([])
  expect(fields({ handbookNo: '' })).toHaveLength(1)
  expect(fields({})).toHaveLength(1)
  // A record number of ordinary goods is none of a handbook.
  expect(fields({ supervisionMode: '0110' })).toEqual([])
  expect(fields({}, { ...handbook, plannedExport: '0' })).toHaveLength(1)
  expect(fields({}, { ...handbook, plannedImport: '2000000' })).toHaveLength(1)
  expect(fields({}, { ...handbook, validTo: '2026-04-30' })).toHaveLength(1)
  expect(fields({}, { ...handbook, validTo: '2026-05-01' })).toEqual([])
})

it('lessens 免抵退 by the material of each line at its own rates; what was typed goes before it', () => {
  const period = {
    period: '2026-05',
    exports: [
      {
        line: 'A',
        fobCny: '100000.00',
        levyRate: '0.13',
        rebateRate: '0.10',
        handbook: { number: 'C1', ratio: '0.6' },
      },
      {
        line: 'B',
        fobCny: '50000.00',
        levyRate: '0.13',
        rebateRate: '0.13',
        handbook: { number: 'C2', ratio: '0.2' },
      },
      { line: 'D', fobCny: '10000.00', levyRate: '0.13', rebateRate: '0.13' },
    ],
    vatReturn: { endCredit: '99999.00' },
  }
  const { values } = manufacturerRefund(period, '2026-06-01')
  // 60,000 and 10,000 of material: 70,000; 60,000 x 3 %; 60,000 x 10 % + 10,000 x 13 %.
  expect(values).toMatchObject({
    bondedMaterial: '70000.00',
    nonCreditableOffset: '1800.00',
    nonCreditable: '1200.00',
    ecrOffset: '7300.00',
    ecrTax: '10500.00',
    refund: '10500.00',
  })
  const typed = manufacturerRefund({ ...period, exemptMaterial: { amount: '1000.00' } }, '2026-06-01')
  expect(typed.values).toMatchObject({ bondedMaterial: '1000.00' })
})
