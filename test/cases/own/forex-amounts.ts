import type { Case } from '../case'
import { classA, found, netted, receipt, TODAY, unpaid } from './forex-given'

type Row = readonly [title: string, given: Case['given'], expect: Case['expect'], kind?: string]

const draft = (change: object) =>
  receipt({
    more: {
      draftForms: [{ creditId: 'R1', txAmount: '800', fxAmount: '800', fxAccount: 'A', ...change }],
    },
  })
const natures = (...amounts: readonly string[]) =>
  receipt({
    credit: {
      natures: amounts.map((amount, at) => ({
        kind: 'goods',
        amount,
        supervisionMode: ['9610', '9710', '1210'][at],
        docType: ['declaration', 'list', 'list'][at],
      })),
    },
  })
const institution = { channel: 'paymentInstitution', institution: { name: 'PI', fxRegistered: true } }
const capped = (amount: string, orderedOn?: string) =>
  receipt({
    credit: { ...institution, amount, valueDate: orderedOn ?? '2026-11-10' },
    order: { amount, orderedOn },
    more: { waybills: [{ no: 'W1', orderId: 'O1' }] },
  })
const yuan = (statement: object) => ({
  subject: classA,
  bankCredits: [{ id: 'R1', channel: 'bank', amount: '300000.00', currency: 'CNY', valueDate: '2026-11-10' }],
  rmb: [{ creditId: 'R1', ...statement }],
})
const declared = (sales: string, declaredValueOfSoldGoods: string, credited: string) =>
  netted({ credit: { amount: credited }, report: { sales, declaredValueOfSoldGoods } })

const rows: readonly Row[] = [
  ['paid 365 days before the order', receipt({ credit: { valueDate: '2025-11-02' } }), { findings: [] }],
  [
    'paid 366 days before the order',
    receipt({ credit: { valueDate: '2025-11-01' } }),
    { result: 'REVIEW', eligible: '800', findings: [found('A05', 'O1', 'REVIEW')] },
  ],
  [
    'delivered on the day of the order',
    receipt({ waybill: { deliveredOn: '2026-11-02' } }),
    { findings: [] },
  ],
  [
    'delivered the day before the order, and no day of shipping',
    receipt({ waybill: { deliveredOn: '2026-11-01' } }),
    { result: 'REVIEW', findings: [found('A05', 'O1', 'REVIEW')] },
  ],
  [
    '0110 with a list only: goods of 0110 leave under a 报关单',
    receipt({ order: { supervisionMode: '0110' }, paper: { type: 'list', supervisionMode: '0110' } }),
    { result: 'REVIEW', eligible: '0', held: '800', findings: [found('A07', 'O1', 'HOLD')] },
  ],
  [
    '0110 with a 报关单',
    receipt({ order: { supervisionMode: '0110' }, paper: { supervisionMode: '0110' } }),
    { result: 'READY', findings: [], declare: { lines: [{ code: '121010', amount: '800' }] } },
  ],
  [
    '1210 without a customs document',
    receipt({ order: { supervisionMode: '1210' }, more: { customsDocs: [] } }),
    { result: 'REVIEW', eligible: '0', findings: [found('A07', 'O1', 'HOLD')] },
  ],
  [
    '1039 without a customs document: the bank may go by the record of the platform',
    receipt({ order: { supervisionMode: '1039' }, more: { customsDocs: [] } }),
    { result: 'READY', eligible: '800', findings: [found('J03', 'R1', 'INFO')] },
  ],
  [
    'a parcel nobody declared',
    receipt({ order: { supervisionMode: 'parcel' }, more: { customsDocs: [] } }),
    { result: 'REVIEW', eligible: '800', findings: [found('A07', 'O1', 'REVIEW')] },
  ],
  [
    'a 报关单 of which one cent served before',
    receipt({
      paper: { amount: '800.00', currency: 'USD' },
      more: { usageLedger: [{ docType: 'customsDoc', docId: 'CD1', amount: '0.01', usedBy: 'R0' }] },
    }),
    {
      result: 'PARTIAL',
      eligible: '799.99',
      held: '0.01',
      docBalances: { CD1: '0', O1: '0.01' },
      findings: [found('A06', 'CD1', 'HOLD')],
    },
  ],
  [
    'a payment in the currency of its receipt, of an order in another',
    receipt({ order: { currency: 'EUR', amount: '700.00' }, line: { amount: '800.00', currency: 'USD' } }),
    { result: 'READY', matchedGross: '800', findings: [] },
  ],
  [
    'a payment in another currency than its receipt says nothing of it',
    receipt({ order: { currency: 'EUR' }, line: { currency: 'EUR' } }),
    {
      result: 'REVIEW',
      matchedGross: '0',
      eligible: '0',
      findings: [found('A04', 'O1', 'REVIEW'), found('C03', 'R1', 'HOLD')],
    },
  ],
  ['50,000 through an institution, its day not told', capped('50000.00'), { findings: [] }],
  [
    '50,000.01 through an institution, its day not told',
    capped('50000.01'),
    { result: 'BLOCKED', findings: [found('C01', 'O1', 'BLOCK')] },
  ],
  [
    '10,000.01 while the cap was 10,000',
    capped('10000.01', '2015-01-28'),
    { result: 'BLOCKED', findings: [found('C01', 'O1', 'BLOCK')] },
  ],
  ['10,000.01 once it was 50,000', capped('10000.01', '2015-01-29'), { findings: [] }],
  [
    'two statements behind one credit, with costs of the same number',
    netted({
      credit: { amount: '8000.00' },
      more: {
        platformReports: [
          {
            id: 'PR1',
            creditId: 'R1',
            currency: 'USD',
            sales: '5000.00',
            customerRefunds: '0',
            costs: [{ id: 'K1', class: 'warehousing', amount: '400.00', documentId: 'D1' }],
          },
          {
            id: 'PR2',
            creditId: 'R1',
            currency: 'USD',
            sales: '4200.00',
            customerRefunds: '200.00',
            costs: [{ id: 'K1', class: 'commission', amount: '600.00', documentId: 'D2' }],
          },
        ],
      },
    }),
    {
      result: 'REVIEW',
      eligible: '8000',
      netting: { netProceeds: '9000', allowed: '400', review: '600', expectedCredit: '8000', residual: '0' },
      declare: {
        actual: [{ code: '999999', amount: '8000' }],
        restored: [
          { direction: 'in', group: 'proceeds', code: '121010', amount: '9000' },
          { direction: 'out', group: 'allowed', amount: '400' },
          { direction: 'out', group: 'bankToConfirm', amount: '600' },
        ],
      },
      findings: [found('D02', 'K1', 'REVIEW'), found('D03', 'PR1+PR2', 'DUTY')],
    },
  ],
  [
    // 10000.60 − 2000.20 = 8000.40; whole units 8000 and 2000, so that the proceeds give way: 10000, not 10001.
    'restored items add up after each is rounded',
    netted({
      credit: { amount: '8000.40' },
      report: {
        sales: '10000.60',
        costs: [{ id: 'K1', class: 'tax', amount: '2000.20', documentId: 'D1' }],
      },
    }),
    {
      result: 'READY',
      declare: {
        txAmount: '8000',
        actual: [{ code: '999999', amount: '8000' }],
        restored: [
          { direction: 'in', group: 'proceeds', code: '121010', amount: '10000' },
          { direction: 'out', group: 'allowed', amount: '2000' },
        ],
      },
    },
  ],
  ['proceeds of half the declared value', declared('5000.00', '10000.00', '4000.00'), { findings: [] }],
  [
    'a cent below half: the ratio is compared unrounded',
    declared('4999.99', '10000.00', '3999.99'),
    { result: 'REVIEW', netting: { ratio: '0.5000' }, findings: [found('D07', 'PR1', 'REVIEW')] },
  ],
  ['proceeds of ten times the declared value', declared('10000.00', '1000.00', '9000.00'), { findings: [] }],
  [
    'a cent above ten times',
    declared('10000.01', '1000.00', '9000.01'),
    { result: 'REVIEW', netting: { ratio: '10.0000' }, findings: [found('D07', 'PR1', 'REVIEW')] },
  ],
  [
    'a capital item is never netted, with or without its document',
    netted({ report: { costs: [{ id: 'K1', class: 'dividend', amount: '1000.00', documentId: null }] } }),
    {
      result: 'BLOCKED',
      netting: { blocked: '1000' },
      findings: [found('D02', 'K1', 'BLOCK'), found('C04', 'R1', 'REVIEW')],
    },
  ],
  [
    // 10000 − 0 = 10000 expected, 9000 came: 1000 unexplained, more than 1 %.
    'costs of goods of others stay in the residual',
    netted({
      report: { costs: [{ id: 'K1', class: 'tax', amount: '1000.00', documentId: 'D1', ownGoods: false }] },
    }),
    {
      result: 'REVIEW',
      unexplained: '1000',
      netting: { notNettable: '1000', expectedCredit: '10000', residual: '1000' },
      findings: [found('D09', 'K1', 'HOLD'), found('C04', 'R1', 'REVIEW')],
    },
  ],
  [
    'costs that eat the proceeds exactly',
    unpaid('100.00', '100.00'),
    {
      result: 'READY',
      netting: { expectedCredit: '0' },
      declare: { actual: [{ code: '999998', amount: '0' }] },
      findings: [],
    },
  ],
  [
    'costs one cent above the proceeds: an outward payment',
    unpaid('100.00', '100.01'),
    { result: 'REVIEW', netting: { expectedCredit: '-0.01' }, findings: [found('D08', 'PR1', 'REVIEW')] },
  ],
  [
    // 200000 + 100000 = 300000; 100000 ÷ 600000 = 16.67 %.
    'parts of an RMB statement that are all of it',
    yuan({
      declaredGoods: '200000.00',
      advance: '100000.00',
      contractAmount: '600000.00',
      expectedExport: '2026-12-10',
    }),
    {
      result: 'READY',
      settlement: 'notApplicable',
      rmbStatement: { total: '300000', advanceRatioPct: '16.67' },
      declare: { remarkIncludes: ['预收货款'] },
      findings: [found('H01', 'R1', 'INFO'), found('G04', 'R1', 'WARN')],
      findingsExclude: [{ rule: 'FX-E01' }],
    },
  ],
  [
    'one cent short, export 31 days after the receipt',
    yuan({ declaredGoods: '200000.00', advance: '99999.99', expectedExport: '2026-12-11' }),
    {
      result: 'PARTIAL',
      eligible: '299999.99',
      held: '0.01',
      findings: [found('H03', 'R1', 'HOLD'), found('E01', 'R1', 'DUTY')],
    },
  ],
  [
    'a statement that was not split',
    yuan({ contractAmount: '600000.00' }),
    { result: 'READY', findings: [] },
  ],
  [
    'two natures under two codes',
    natures('300.00', '500.00'),
    {
      result: 'READY',
      declare: {
        sumEqualsTxAmount: true,
        lines: [
          { code: '121010', amount: '300' },
          { code: '122030', amount: '500' },
        ],
      },
      findings: [],
    },
  ],
  [
    'natures one cent short: the form waits, the receipt does not',
    natures('300.00', '499.99'),
    { result: 'READY', declare: { sumEqualsTxAmount: false }, findings: [found('G05', 'R1', 'HOLD')] },
  ],
  ['natures under three codes', natures('300', '400', '100'), { findings: [found('G05', 'R1', 'HOLD')] }],
  ['a form whose parts are all of it', draft({}), { result: 'READY', findings: [] }],
  [
    'a form whose parts are one more',
    draft({ otherAmount: '1', otherAccount: 'B' }),
    { result: 'READY', findings: [found('G06', 'R1', 'BLOCK')] },
  ],
  ['a typed zero is a blank', draft({ settledAmount: '0', settledRate: '0.00' }), { findings: [] }],
  ['a rate without its amount', draft({ settledRate: '7.1' }), { findings: [found('G06', 'R1', 'BLOCK')] }],
  [
    'codes of a form that miss it by one',
    draft({ lines: [{ code: '121010', amount: '799' }] }),
    { result: 'READY', findings: [found('G05', 'R1', 'HOLD')] },
  ],
  [
    'what is lighter for a premium enterprise is not told to class B',
    receipt({ more: { subject: { ...classA, class: 'B', premium: true } } }),
    { result: 'READY', findingsExclude: [{ rule: 'FX-B12' }] },
  ],
  [
    'who is not in the register cannot be struck off it',
    { subject: { type: 'enterprise', listed: false, lastTradeOn: '2020-01-01' } },
    { findingsExclude: [{ rule: 'FX-B07' }] },
    'forex.registration',
  ],
]

/** Documents, netting, RMB and declaration: just below, at and just above what each rule names. Worked by hand. */
export const amountCases: readonly Case[] = rows.map(
  ([title, given, expect, kind = 'forex.receipt'], at) => ({
    id: `OWN-FX-${101 + at}`,
    title,
    kind,
    asOf: TODAY,
    given,
    expect,
  }),
)
