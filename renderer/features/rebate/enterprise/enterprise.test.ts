import { describe, expect, it } from 'vitest'
import { RebateEnterprise } from '#shared/model/rebate/enterprise'
import type { RebateRules } from '../../../data/port'
import { enterpriseFaults, enterpriseOf, enterpriseSections, readHistory, valuesOf } from './fields'
import { formHelp } from './help'
import { ruleFaults, rulesOf, ruleSections, ruleValues } from './rule-fields'

const full: RebateEnterprise = {
  name: '驿关演练贸易有限公司',
  taxNo: '91130100MA0XXXXX0X',
  type: 'trading',
  taxpayer: 'general',
  taxpayerHistory: [
    { taxpayer: 'small', from: '2024-01-01' },
    { taxpayer: 'general', from: '2025-07-01' },
  ],
  rebateFiled: true,
  rebateFiledOn: '2025-07-10',
  filingChange: { on: '2026-02-01', updatedOn: '2026-02-20' },
  method: 'exempt-refund',
  class: 2,
  paperless: true,
  zone: { name: '石家庄', registered: true },
  platformRegistered: false,
  listedManufacturer: false,
  marketProcurementFiled: false,
  waiver: { from: '2023-01-01', choice: 'exempt', resumedOn: '2026-01-01' },
}

describe('the enterprise as a form', () => {
  it('comes back as it was put in, with and without what is not known', () => {
    for (const one of [full, { type: 'manufacturer', taxNo: 'X' } satisfies RebateEnterprise]) {
      expect(enterpriseOf(valuesOf(one))).toEqual(one)
      expect(RebateEnterprise.safeParse(enterpriseOf(valuesOf(one))).success).toBe(true)
      expect(enterpriseFaults(valuesOf(one))).toEqual([])
    }
  })

  it('refuses days and changes it cannot read, and a waiver without its day', () => {
    const values = {
      ...valuesOf(full),
      rebateFiledOn: '2025/7/10',
      taxpayerHistory: '2025-07-01 别的',
      waiverFrom: '',
    }
    expect(enterpriseFaults(values).map(({ field }) => field)).toEqual([
      'rebateFiledOn',
      'taxpayerHistory',
      'waiverFrom',
    ])
    expect(readHistory('2025-07-01 小规模；2026-01-01 一般')).toHaveLength(2)
    expect(readHistory('')).toEqual([])
  })
})

describe('the rules of an enterprise as a form', () => {
  const rules: RebateRules = {
    settings: { exchangeCostBand: ['4', '7.5'], taxCategoryChapters: [{ prefix: '109', chapters: ['85'] }] },
    numbers: { serialDigits: 4, withBatch: false },
    fx: { kind: 'centralParity', choices: [{ policy: 'saleDay', from: '2026-01-01' }], firstDayGap: 'next' },
    exempt: { openReason: '按主管税务机关答复' },
    cancelledRefunds: [{ code: '7323', from: '2024-12-01' }],
  }

  it('keeps what the form does not show', () => {
    const read = rulesOf(ruleValues(rules), rules)
    expect(read.settings.taxCategoryChapters).toEqual(rules.settings.taxCategoryChapters)
    expect(read.numbers).toEqual(rules.numbers)
    expect(read.fx).toEqual(rules.fx)
    expect([read.exempt, read.cancelledRefunds]).toEqual([rules.exempt, rules.cancelledRefunds])
    expect(ruleFaults(ruleValues(rules), rules)).toEqual([])
  })

  it('wants a reason for another day inside 12 months, and none after them', () => {
    const change = { ...ruleValues(rules), policy: 'monthFirst', from: '2026-06-01' }
    expect(ruleFaults(change, rules).map(({ field }) => field)).toEqual(['reason'])
    expect(ruleFaults({ ...change, reason: '集团统一' }, rules)).toEqual([])
    expect(ruleFaults({ ...change, from: '2027-01-01' }, rules)).toEqual([])
    expect(rulesOf({ ...change, from: '2027-01-01' }, rules).fx.choices).toHaveLength(2)
  })
})

it('every field of both forms has its help', () => {
  const asked = [...enterpriseSections, ...ruleSections(true)].flatMap(({ fields }) => fields)
  expect(formHelp.map(({ id }) => id)).toEqual(asked.map(({ helpId }) => helpId))
})
