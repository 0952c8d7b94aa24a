import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { add, cmp, mul, sub, sum } from '../money/decimal'
import type { Explained } from '../rules/explain'
import { pickRate, unexplainedChanges } from './amounts/fx'
import { manufacturerRefund } from './amounts/manufacturer'
import { isReducedRate, levyRatesOn } from './amounts/rates-on'
import { tradingRefund, withinTail } from './amounts/trading'
import { beforeDeclaring, type PlannedLine } from './before-declaring'
import { reviewDays } from './enterprise-status'
import { completeness, declarationInName, keptUntil, papersIndex, type PaperCase } from './filing-papers'
import { agencyKey, claimKey, isListNumber } from './keys'
import { explainLink, precheck, type PrecheckGiven } from './precheck'
import { libraryFindings } from './rate-lookup'

const NO = '290720260000000001'
const item = {
  no: NO,
  item: 1,
  hsCode: '7323940000',
  name: '搪瓷水杯',
  qty: '100',
  unit: '个',
  exportDate: '2026-05-18',
  supervisionMode: '0110',
  amount: '1000.00',
  currency: 'USD',
}
const given = (
  more: Partial<PrecheckGiven> = {},
  voucher: 'vatSpecial' | 'vatOrdinary' = 'vatSpecial',
): PrecheckGiven => ({
  asOf: '2026-07-01',
  library: {
    version: '2026B',
    published: '2026-06-09',
    entries: [
      {
        code: '7323940000',
        rebateRate: '0.09',
        levyRate: '0.13',
        specialFlag: '',
        from: '2019-04-01',
        to: null,
      },
    ],
  },
  lines: [
    {
      line: '1',
      declaration: item,
      goodsSource: 'purchased',
      vouchers: [{ type: voucher }],
      departed: true,
      bookedAsSale: true,
      fxStatus: 'collected',
      buyer: 'overseas',
    },
  ],
  claim: {
    enterprise: { type: 'trading', name: '本企业', taxNo: 'B1', taxpayer: 'general', rebateFiled: true },
    declarations: [item],
    invoices: [
      {
        number: 'I1',
        kind: voucher,
        date: '2026-05-01',
        sellerName: '供应商',
        sellerTaxNo: 'S1',
        buyerName: '本企业',
        buyerTaxNo: 'B1',
        lines: [
          { line: 1, name: '搪瓷水杯', unit: '个', qty: '100', net: '7000.00', rate: '0.13', tax: '910.00' },
        ],
        status: 'normal',
        usage: 'rebate',
      },
    ],
    exports: [
      { linkNo: 'L1', declarationNo: NO, item: 1, qty: '100', exportInvoiceNo: 'E1', fobUsd: '1000.00' },
    ],
    purchases: [
      { linkNo: 'L1', invoiceNumber: 'I1', line: 1, hsCode: '7323940000', qty: '100', net: '7000.00' },
    ],
  },
  ...more,
})

describe('the whole pre-check', () => {
  it('a clean batch: treatment, amounts, nothing found, and the facts are left as they were', () => {
    const facts = given()
    const before = JSON.stringify(facts)
    const result = precheck(facts)
    expect(result.findings).toEqual([])
    expect(result.lines[0]).toMatchObject({ decidedBy: 'RB-B10', rebateRate: '0.09', layer: 'vat-law' })
    expect(result.amounts!.totals).toMatchObject({
      base: '7000.00',
      refund: '630.00',
      nonRefundable: '280.00',
    })
    expect(explainLink(facts, 'L1')).toMatchObject(result.amounts!.links[0]!)
    expect(explainLink(facts, 'L1')!.figures.find(({ figure }) => figure === 'refund')!.inputs).toHaveLength(
      2,
    )
    expect(explainLink(facts, 'L2')).toBeUndefined()
    expect(JSON.stringify(facts)).toBe(before)
    expect(precheck(facts)).toEqual(result)
  })

  it('refunds of what was bought beyond the export the exported share, as its link says', () => {
    const facts = given()
    const [row] = facts.claim.exports
    const { links, amounts } = precheck({
      ...facts,
      claim: { ...facts.claim, exports: [{ ...row!, qty: '83' }] },
    })
    expect(links).toMatchObject([{ claimableNet: '5810', keptQty: '17' }])
    expect(amounts!.totals).toMatchObject({ base: '5810.00', refund: '522.90', nonRefundable: '232.40' })
  })

  it('goods of several rates in one link have the lowest of them', () => {
    const facts = given()
    const { claim, lines, library } = facts
    const other = { ...item, item: 2, hsCode: '7323930000' }
    const [entry] = library.entries
    const { amounts, findings } = precheck({
      ...facts,
      library: { ...library, entries: [entry!, { ...entry!, code: other.hsCode, rebateRate: '0.06' }] },
      lines: [lines[0]!, { ...lines[0]!, line: '2', declaration: other }],
      claim: {
        ...claim,
        declarations: [item, other],
        exports: [
          { ...claim.exports[0]!, qty: '50' },
          { ...claim.exports[0]!, qty: '50', item: 2 },
        ],
        purchases: [
          { ...claim.purchases[0]!, qty: '50', net: '3500.00', rebateRate: '0.09' },
          { ...claim.purchases[0]!, qty: '50', net: '3500.00', rebateRate: '0.06', hsCode: other.hsCode },
        ],
      },
    })
    expect(amounts!.links).toMatchObject([{ appliedRate: '0.06', refund: '420.00' }])
    expect(findings.map(({ rule }) => rule)).toContain('RB-C14')
  })

  it('goods that are not refunded do not stay in a claim', () => {
    const result = precheck(given({}, 'vatOrdinary'))
    expect(result.findings.filter(({ severity }) => severity === 'blocking')).toMatchObject([
      { rule: 'RB-B11', target: 'line:1', field: 'treatment' },
    ])
    expect(result.amounts!.links).toEqual([])
    expect(result.counts.blocking).toBe(1)
  })

  it('shows the rules that lost', () => {
    const facts = given()
    const [line] = facts.lines
    const { lines } = precheck({
      ...facts,
      lines: [{ ...line!, departed: false, riskAnswers: ['forgedVoucher'] }],
    })
    expect(lines[0]!.decidedBy).toBe('RB-B23')
    expect(lines[0]!.lost.map(({ rule, treatment }) => [rule, treatment])).toEqual([['RB-B10', 'refund']])
  })
})

const amount = fc.integer({ min: 0, max: 10_000_000 }).map((n) => (n / 100).toFixed(2))
const rate = fc.constantFrom('0', '0.06', '0.09', '0.13')

describe('amounts (property)', () => {
  it('of a manufacturer: refund and exempt-credit make the ECR tax, refund and carry make the end credit', () => {
    const exports = fc.array(fc.record({ fobCny: amount, levyRate: fc.constant('0.13'), rebateRate: rate }), {
      maxLength: 5,
    })
    fc.assert(
      fc.property(
        exports,
        amount,
        amount,
        amount,
        amount,
        (lines, outputVat, inputVat, carryIn, material) => {
          const { values: v } = manufacturerRefund(
            {
              period: '2026-06',
              exports: lines,
              outputVat,
              inputVat,
              carryIn,
              exemptMaterial: { amount: material },
            },
            '2026-07-10',
          )
          expect(cmp(add(v['refund']!, v['exemptCredit']!), v['ecrTax']!)).toBe(0)
          expect(cmp(add(v['refund']!, v['carryOut']!), v['endCredit']!)).toBe(0)
          expect(cmp(sub(v['vatToPay']!, v['endCredit']!), v['taxPayable']!)).toBe(0)
          for (const name of ['refund', 'exemptCredit', 'carryOut', 'nonCreditable', 'ecrTax']) {
            expect(v[name]!.startsWith('-')).toBe(false)
          }
        },
      ),
      { numRuns: 60 },
    )
  })

  it('of a trading company: totals are the sums of the lines, within a cent a part of base × rate', () => {
    const purchases = fc.array(
      fc.record({ net: amount, invoiceRate: fc.constantFrom('0.01', '0.03', '0.13') }),
      { minLength: 1, maxLength: 4 },
    )
    fc.assert(
      fc.property(fc.array(fc.tuple(purchases, rate), { minLength: 1, maxLength: 4 }), (lines) => {
        const result = tradingRefund({
          exportDate: '2026-05-18',
          lines: lines.map(([parts, libraryRate], at) => ({
            line: String(at),
            libraryRate,
            purchases: parts.map((part) => ({ voucher: 'vatSpecial' as const, ...part })),
          })),
        })
        for (const figure of ['base', 'refund', 'nonRefundable'] as const) {
          expect(cmp(result.totals[figure]!, sum(result.lines.map((line) => line[figure]!)))).toBe(0)
        }
        const exact = sum(
          lines.flatMap(([parts, library]) =>
            parts.map(({ net, invoiceRate }) =>
              mul(net, cmp(invoiceRate, library) < 0 ? invoiceRate : library),
            ),
          ),
        )
        expect(withinTail(result.totals.refund!, exact, lines.flatMap(([parts]) => parts).length)).toBe(true)
      }),
      { numRuns: 60 },
    )
  })

  it('every figure says its rule, its formula and what went into it', () => {
    const walk = (figure: Explained): void => {
      expect(figure.rule).toMatch(/^RB-[A-I]\d\d$/)
      expect(figure.formula.zh).not.toBe('')
      expect(figure.inputs.length).toBeGreaterThan(0)
      for (const { value, of } of figure.inputs) {
        if (!of) continue
        expect(of.value).toBe(value)
        walk(of)
      }
    }
    const { figures } = manufacturerRefund(
      {
        period: '2026-06',
        exports: [{ fobForeign: '10', fx: '7', rebateRate: '0.09', bondedProcessing: true }],
        exemptMaterial: { domestic: '1', amount: '2' },
      },
      '2026-07-10',
    )
    figures.forEach(walk)
    const line = {
      line: '1',
      libraryRate: '0.09',
      purchases: [{ voucher: 'vatSpecial' as const, net: '7', invoiceRate: '0.13' }],
    }
    tradingRefund({ lines: [line] }).lines[0]!.figures.forEach(walk)
  })
})

describe('smaller promises', () => {
  it('keys: 18 digits and three of the item, never twice; two for a certificate', () => {
    expect([claimKey(NO, 7), claimKey(`${NO}007`, 7), agencyKey('3302026', 1)]).toEqual([
      `${NO}007`,
      `${NO}007`,
      '330202601',
    ])
    expect([isListNumber('29072026E000000001'), isListNumber(NO)]).toEqual([true, false])
  })

  it('a library a month behind the newest, or made before a change of rates, is warned of', () => {
    const library = { version: '2025B', published: '2025-06-01' }
    const rules = (newest: string | undefined, ...days: string[]) =>
      libraryFindings(library, newest, days).map(({ rule, field }) => `${rule} ${field}`)
    expect(rules('2025-06-30', '2025-07-01')).toEqual([])
    expect(rules('2025-07-01', '2025-07-01')).toEqual(['RB-C18 '])
    expect(rules(undefined, '2026-04-01')).toEqual(['RB-C16 2026-04-01'])
    expect(rules(undefined, '2026-03-31')).toEqual([])
  })

  it('rates by policy; a missing day stops, or what the setting allows', () => {
    const rates = [
      { currency: 'USD', date: '2026-04-30', rate: '7.0' },
      { currency: 'USD', date: '2026-05-06', rate: '7.2' },
    ]
    const ask = { exportDate: '2026-05-18', fxPolicy: 'monthFirst' as const, rates }
    expect(pickRate('USD', ask)).toBeUndefined()
    expect(pickRate('USD', { ...ask, firstDayGap: 'next' })).toMatchObject({ date: '2026-05-06' })
    expect(pickRate('USD', { ...ask, firstDayGap: 'previous' })).toMatchObject({ date: '2026-04-30' })
    expect(pickRate('CNY', ask)).toMatchObject({ rate: '1' })
    const changes = [
      { policy: 'saleDay' as const, from: '2026-01-01' },
      { policy: 'monthFirst' as const, from: '2026-12-31' },
    ]
    expect(unexplainedChanges(changes)).toEqual(['2026-12-31'])
    expect(unexplainedChanges([changes[0]!, { ...changes[1]!, reason: '换系统' }])).toEqual([])
    expect(unexplainedChanges([changes[0]!, { ...changes[1]!, from: '2027-01-01' }])).toEqual([])
  })

  it('levy rates of their days, printed 1 % until 2027, working days by class', () => {
    expect(
      ['2018-04-30', '2018-05-01', '2019-03-31', '2019-04-01'].map((day) => levyRatesOn(day)!.standard),
    ).toEqual(['0.17', '0.16', '0.16', '0.13'])
    expect([
      isReducedRate('0.01', '2027-12-31'),
      isReducedRate('0.01', '2028-01-01'),
      isReducedRate('0.03', '2026-01-01'),
    ]).toEqual([true, false, false])
    expect([1, 4, undefined].map(reviewDays)).toEqual([5, 20, undefined])
  })

  it('备案单证: counted, late from day 15, found by the number in a file name', () => {
    const papers: PaperCase = {
      declarationNo: NO,
      claimedOn: '2026-06-01',
      purchased: true,
      brokered: false,
      files: [{ kind: 'transport', number: 'BL1' }],
      place: '柜 3',
      kept: 'paper',
    }
    expect(completeness(papers, '2026-06-15')).toEqual({
      have: 1,
      needed: 3,
      missing: ['exportContract', 'purchaseContract'],
      severity: 'warning',
    })
    expect(completeness(papers, '2026-06-16').severity).toBe('blocking')
    expect([keptUntil('2025-12-31'), keptUntil('2026-01-01'), keptUntil('2026-01-01', '2027-02-03')]).toEqual(
      ['2030-12-31', '2036-12-31', '2037-12-31'],
    )
    expect(papersIndex('202606', '001', [papers]).rows[0]).toEqual([
      '1',
      NO,
      '',
      'BL1',
      '',
      '',
      '纸质',
      '柜 3',
      '2036-12-31',
    ])
    const known = new Set([NO, '290720260000000002'])
    expect(declarationInName(`提单_${NO}001.pdf`, known)).toBe(NO)
    expect(declarationInName(`${NO} 290720260000000002.pdf`, known)).toBeUndefined()
    expect(declarationInName('提单.pdf', known)).toBeUndefined()
  })

  it('before declaring: name, unit, source and A/B, while the list can still be changed', () => {
    const planned: PlannedLine = {
      id: '1',
      item: { ...item, originPlace: '杭州', supervisionMode: '9610' },
      statisticsFlag: 'B',
      invoice: {
        invoice: { number: 'I1', sellerRegion: '浙江省杭州市' },
        line: given().claim.invoices[0]!.lines[0]!,
      },
    }
    expect(beforeDeclaring(planned)).toEqual([])
    const off = beforeDeclaring({
      ...planned,
      statisticsFlag: 'A',
      invoice: {
        invoice: { number: 'I1', sellerRegion: '温州' },
        line: { ...planned.invoice!.line, name: '杯', unit: '箱' },
      },
    })
    expect(off.map(({ rule, severity }) => `${severity} ${rule}`)).toEqual([
      'warning RB-B15',
      'warning RB-E04',
      'warning RB-E03',
      'warning RB-E10',
    ])
  })
})
