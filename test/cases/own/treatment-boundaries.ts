import type { Case } from '../case'
import { by, enterprise, line, on, rate, treatment, warns, zoned } from './treatment'
import { market, mode, noVoucher, ofSilver, small, unsold, waived } from './treatment-kit'

/** Terms and shares: the day or value before, at and after each. */
const boundaries: readonly Case[] = [
  treatment(
    'the first day of the older layer',
    { line: { declaration: on('2011-01-01') } },
    by('B10', 'refund'),
  ),
  ...(
    [
      ['2031-02-28', 'B10', 'refund'],
      ['2031-03-01', 'B25', 'taxed'],
    ] as const
  ).map(([asOf, rule, value]) =>
    treatment(
      `exported on a leap day, asked on ${asOf}`,
      { asOf, line: { declaration: on('2028-02-29') } },
      by(rule, value),
    ),
  ),
  treatment(
    'claimed on the last day of the 36 months',
    { asOf: '2030-01-01', line: { claimedOn: '2029-05-18' } },
    by('B10', 'refund'),
  ),
  treatment(
    'claimed a day too late',
    { asOf: '2030-01-01', line: { claimedOn: '2029-05-19' } },
    by('B25', 'taxed'),
  ),
  treatment(
    '36 months over for an exempt export: it is taxed all the same',
    { asOf: '2029-05-19', line: { vouchers: [{ type: 'vatOrdinary' }] } },
    by('B25', 'taxed', { inputVat: null }),
  ),
  treatment(
    '36 months over for a small-scale taxpayer: taxed, and nothing to credit',
    { asOf: '2029-05-19', enterprise: small },
    by('B25', 'taxed', { inputVat: null }),
  ),
  treatment(
    'goods of a zone know no 36 months',
    { asOf: '2029-05-19', line: { zoneExit: true, declaration: mode('1210') } },
    by('B18', 'needs-confirmation', { reasonsExclude: ['RB-B25'] }),
  ),
  ...(
    [
      ['0.4999', '2026-01-01', '0.09', []],
      ['0.50', '2026-01-01', '0.13', ['RB-B09']],
      ['0.50', '2025-12-31', '0.09', []],
      ['0.7999', '2025-12-31', '0.09', []],
      ['0.80', '2025-12-31', '0.13', ['RB-B09']],
      ['0.80', '2015-01-01', '0.13', ['RB-B09']],
      ['0.80', '2014-12-31', '0.09', []],
    ] as const
  ).map(([share, day, rebateRate, reasonsInclude]) =>
    treatment(
      `silver at ${share} of the cost on ${day}`,
      ofSilver(share, day),
      by('B10', 'refund', {
        rebateRate,
        reasonsInclude,
        ...(reasonsInclude.length === 0 && { reasonsExclude: ['RB-B09'] }),
      }),
    ),
  ),
  treatment(
    'a material that is not of the list',
    ofSilver('0.99', '2026-05-18', {
      mainMaterial: { code: '7106919000', costShare: '0.99', annex9: false },
    }),
    by('B10', 'refund', { rebateRate: '0.09' }),
  ),
  treatment(
    'the rate of the last day before a change',
    {
      line: { declaration: on('2026-03-31') },
      rateLibrary: [
        rate('7323940000', '0.09', '', { to: '2026-03-31' }),
        rate('7323940000', '0', '1', { from: '2026-04-01' }),
      ],
    },
    by('B10', 'refund', { rebateRate: '0.09' }),
  ),
  treatment(
    'the rate of the day of the change, whenever it is claimed',
    {
      line: { declaration: on('2026-04-01') },
      rateLibrary: [
        rate('7323940000', '0.09', '', { to: '2026-03-31' }),
        rate('7323940000', '0', '1', { from: '2026-04-01' }),
      ],
    },
    by('B05', 'taxed', { inputVat: 'creditable' }),
  ),
  treatment(
    'exported on the day a waiver begins',
    { enterprise: waived('exempt'), line: { declaration: on('2026-02-01') } },
    by('B24', 'exempt'),
  ),
  treatment(
    'exported the day before',
    { enterprise: waived('exempt'), line: { declaration: on('2026-01-31') } },
    by('B10', 'refund'),
  ),
  treatment(
    'resumed a day before the 36 months are over',
    {
      asOf: '2029-03-01',
      enterprise: waived('exempt', { resumedOn: '2029-01-31' }),
      line: { declaration: on('2029-02-10') },
    },
    by('B24', 'exempt'),
    warns('B24'),
  ),
  treatment(
    'resumed in time, exported before that day',
    {
      asOf: '2029-03-01',
      enterprise: waived('exempt', { resumedOn: '2029-02-01' }),
      line: { declaration: on('2029-01-31') },
    },
    by('B24', 'exempt'),
    { findingsExclude: [{ rule: 'RB-B24' }] },
  ),
  treatment(
    'filed on the day of the check',
    { enterprise: { ...enterprise, rebateFiledOn: '2026-07-10' } },
    by('B10', 'refund'),
  ),
  treatment(
    'filed the day after',
    { enterprise: { ...enterprise, rebateFiledOn: '2026-07-11' } },
    by('A01', 'notYet'),
  ),
  ...(
    [
      ['2025-01-26', 'B01', 'notYet', null],
      ['2025-01-27', 'G01', 'refund', 'HWC-YT'],
    ] as const
  ).map(([asOf, rule, value, businessTypeCode]) =>
    treatment(
      `unsold abroad, asked on ${asOf}`,
      { asOf, line: { ...unsold(), declaration: mode('9810', '2025-01-10') } },
      by(rule, value, { businessTypeCode }),
    ),
  ),
  treatment(
    'sample on the first day of the newer layer',
    { line: { bookedAsSale: false, notBookedReason: 'sample', declaration: on('2026-01-01') } },
    by('B20', 'exempt'),
  ),
  treatment(
    'bare purchase on the last day of the older layer',
    { line: { vouchers: [], declaration: on('2025-12-31') } },
    by('B12', 'needs-confirmation'),
  ),
  treatment(
    'bare purchase on the first day of the newer',
    { line: { vouchers: [], declaration: on('2026-01-01') } },
    by('B12', 'taxed', { inputVat: null }),
  ),
  treatment(
    'agency on the first day of the newer layer',
    { line: { entrusted: true, declaration: on('2026-01-01') } },
    by('B28', 'taxed'),
  ),
  treatment(
    'no invoice, on the day it began',
    { enterprise: zoned, line: noVoucher(mode('9610', '2018-10-01')) },
    by('B13', 'exempt'),
  ),
]

const item = (item: number, amount: string, more: object = {}) => ({
  ...line,
  line: String(item),
  declaration: mode('1039', '2026-05-18', { item, amount, ...more }),
})
const declared = (title: string, lines: object[], treatments: string[], who: object = market): Case => ({
  ...treatment(title, { enterprise: who }, {}),
  given: { enterprise: who, rateLibrary: [rate('7323940000', '0.13')], lines },
  expect: {
    lines: lines.map((one, at) => ({
      line: (one as { line: string }).line,
      treatment: treatments[at],
      decidedBy: 'RB-B17',
    })),
  },
})
const exemptBoth = ['exempt', 'exempt']
const openBoth = ['needs-confirmation', 'needs-confirmation']

/** The limit of market procurement is that of the whole 报关单. */
const markets: readonly Case[] = [
  declared('two items at the limit together', [item(1, '100000'), item(2, '50000')], exemptBoth),
  declared('two items a cent above it', [item(1, '100000'), item(2, '50000.01')], openBoth),
  declared(
    'one item on two lines is one value',
    [item(1, '100000'), { ...item(1, '100000'), line: '1b' }],
    exemptBoth,
  ),
  declared(
    'one item in another currency leaves the sum open',
    [item(1, '100'), item(2, '100', { currency: 'EUR' })],
    openBoth,
  ),
  declared('a trader that is not filed', [item(1, '100')], ['needs-confirmation'], enterprise),
]

export const treatmentBoundaries: readonly Case[] = [...boundaries, ...markets]
