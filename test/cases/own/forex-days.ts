import type { Case } from '../case'
import { classA, found, netted, receipt, TODAY } from './forex-given'

type Facts = readonly [given: Case['given'], kind?: string]

const on = (valueDate: string) => ({ credit: { valueDate } })
const subject = (more: object) => ({ more: { subject: { ...classA, ...more } } })
const duties = (facts: object): Facts => [{ subject: classA, ...facts }, 'forex.duties']
const refund = (facts: object): Facts => [
  {
    subject: classA,
    refunds: [
      { id: 'F1', originalDate: '2019-12-01', currency: 'USD', amount: '1', sameRoute: true, ...facts },
    ],
  },
  'forex.refund',
]
const through = { channel: 'paymentInstitution', institution: { name: 'PI', fxRegistered: true } }
const yuan = { currency: 'CNY', amount: '100.00' }
const foreign = { exporterUscc: 'B' }
const covered = (type: string, valueDate: string): Facts => [
  receipt({
    ...on(valueDate),
    paper: foreign,
    more: { subject: { ...classA, uscc: 'A' }, contracts: [{ id: 'C1', type }] },
  }),
]

/** What is allowed, told or owed by a rule, from the first day of its wording; facts of an event on a given day. */
const firstDays: readonly (readonly [rule: string, from: string, facts: (day: string) => Facts])[] = [
  ['A09', '2020-08-31', (day) => [receipt(on(day))]],
  ['B11', '2020-05-20', (day) => [receipt({ ...on(day), ...subject({ route: 'transactionInfo' }) })]],
  ['B12', '2019-10-23', (day) => [receipt({ ...on(day), ...subject({ premium: true }) })]],
  ['D01', '2020-05-20', (day) => [netted(on(day))]],
  ['D03', '2020-05-20', (day) => [netted(on(day))]],
  ['D04', '2014-05-01', (day) => [netted(on(day))]],
  ['D05', '2020-05-20', (day) => [netted({ ...on(day), report: { declaredValueOfSoldGoods: '9000' } })]],
  ['E14', '2020-05-20', (day) => [netted({ ...on(day), report: { declaredValueOfSoldGoods: '9000' } })]],
  ['D11', '2025-10-29', (day) => [netted({ ...on(day), ...subject({ type: 'serviceEnterprise' }) })]],
  ['G02', '2014-05-01', (day) => [receipt(on(day))]],
  ['G03', '2014-05-01', (day) => [receipt({ ...on(day), paper: { type: 'list' } })]],
  ['G09', '2019-10-01', (day) => [receipt({ credit: { ...through, valueDate: day } })]],
  ['H01', '2022-07-21', (day) => [receipt({ credit: { ...yuan, valueDate: day } })]],
  ['H02', '2022-07-21', (day) => [receipt({ credit: { ...yuan, ...through, valueDate: day } })]],
  ['J01', '2020-08-31', (day) => covered('agencyExport', day)],
  ['J02', '2020-05-20', (day) => covered('integratedService', day)],
  ['J03', '2020-05-20', (day) => [receipt({ ...on(day), order: { supervisionMode: '1039' } })]],
  [
    'J04',
    '2019-04-29',
    (day) => [
      receipt({
        credit: { valueDate: day, payer: { name: 'W', country: 'USA', relation: 'licensedWallet' } },
      }),
    ],
  ],
  [
    'J06',
    '2020-05-20',
    (day) => duties({ advances: [{ id: 'V', affiliated: false, advancedOn: day, repaidOn: null }] }),
  ],
  [
    'J07',
    '2020-05-20',
    (day) => duties({ advances: [{ id: 'V', affiliated: false, advancedOn: day, repaidOn: null }] }),
  ],
  [
    'J08',
    '2025-10-29',
    (day) => duties({ advances: [{ id: 'V', affiliated: true, advancedOn: day, repaidOn: null }] }),
  ],
  [
    'E01',
    '2020-08-31',
    (day) =>
      duties({ tradeCredits: [{ id: 'T', type: 'advanceReceipt', receiptDate: day, expectedExport: null }] }),
  ],
  [
    'E02',
    '2020-08-31',
    (day) =>
      duties({
        tradeCredits: [{ id: 'T', type: 'deferredReceipt', exportDate: day, expectedReceipt: null }],
      }),
  ],
  [
    'E05',
    '2020-08-31',
    (day) =>
      duties({
        offshoreResales: [{ id: 'S', paymentDate: '2020-01-01', receiptDate: day, firstLegUsd: '500000.01' }],
      }),
  ],
  ['M03', '2025-01-27', (day) => duties({ preRefunds: [{ id: 'Y', settledOn: day, preRefund: '1' }] })],
  ['I01', '2020-08-31', (day) => refund({ originalDate: '2020-08-01', refundDate: day })],
]

/** Days from which an enterprise is in another class or no longer in the register. */
const history = {
  ...classA,
  route: 'ordinary',
  receiptQuotaUsd: '500.00',
  registerHistory: [
    { from: '2026-06-01', state: 'B' },
    { from: '2026-08-01', state: 'C' },
    { from: '2026-10-01', state: 'unlisted' },
    { from: '2026-10-20', state: 'A' },
  ],
}
const judged = (valueDate: string) =>
  receipt({ credit: { valueDate }, order: { orderedOn: '2026-01-02' }, more: { subject: history } })
const pilot = (valueDate: string) =>
  netted({
    credit: { valueDate },
    report: {
      counterparty: 'Buyer',
      costs: [{ id: 'K1', class: 'repair', amount: '1000.00', documentId: 'D1', counterparty: 'Buyer' }],
    },
    more: {
      subject: { ...history, premium: true, receiptQuotaUsd: '9999999' },
      settings: { pilotNetting: true },
    },
  })

type Row = readonly [title: string, given: Case['given'], expect: Case['expect'], kind?: string]
const rows: readonly Row[] = [
  ['the last day of class A', judged('2026-05-31'), { result: 'READY', eligible: '800', findings: [] }],
  [
    'the first day of class B: the quota limits it',
    judged('2026-06-01'),
    { result: 'PARTIAL', eligible: '500', needsRegistration: '300', findings: [found('F02', 'R1', 'HOLD')] },
  ],
  [
    'the last day of class B',
    judged('2026-07-31'),
    { eligible: '500', findings: [found('F02', 'R1', 'HOLD')] },
  ],
  [
    'the first day of class C',
    judged('2026-08-01'),
    { result: 'BLOCKED', eligible: '0', findings: [found('F03', 'R1', 'BLOCK')] },
  ],
  [
    'struck off the register',
    judged('2026-10-01'),
    { result: 'BLOCKED', findings: [found('B01', 'R1', 'BLOCK')] },
  ],
  ['registered again in class A', judged('2026-10-20'), { result: 'READY', eligible: '800', findings: [] }],
  [
    'only receipts of days in class B take its quota',
    {
      ...receipt({ more: { subject: history } }),
      bankCredits: ['2026-05-31', '2026-06-01', '2026-10-20'].map((valueDate, at) => ({
        id: `R${at}`,
        channel: 'bank',
        amount: '400.00',
        currency: 'USD',
        valueDate,
      })),
      orders: undefined,
      paymentLines: undefined,
      waybills: undefined,
      customsDocs: undefined,
    },
    {
      result: 'READY',
      receipts: { R0: { eligible: '400' }, R1: { eligible: '400' }, R2: { eligible: '400' } },
    },
  ],
  ['the pilot is for the class of that day', pilot('2026-05-31'), { result: 'READY', findings: [] }],
  [
    'the pilot is not for class B',
    pilot('2026-06-01'),
    { result: 'REVIEW', findings: [found('D02', 'K1', 'REVIEW')] },
  ],
  [
    'special refunds go by the class of their own day',
    {
      subject: history,
      refunds: ['2026-05-31', '2026-06-01'].map((refundDate) => ({
        id: refundDate,
        originalDate: '2026-05-01',
        refundDate,
        currency: 'USD',
        amount: '200000.00',
        sameRoute: false,
      })),
    },
    {
      refunds: {
        '2026-05-31': { decision: 'bankDirect', limitUsd: '200000' },
        '2026-06-01': { decision: 'safeRegistration' },
      },
      findings: [found('I02', '2026-05-31', 'REVIEW'), found('I04', '2026-06-01', 'BLOCK')],
    },
    'forex.refund',
  ],
  [
    'advances are reported by the class of the day they came',
    {
      subject: history,
      tradeCredits: ['2026-05-31', '2026-06-01'].map((receiptDate) => ({
        id: receiptDate,
        type: 'advanceReceipt',
        receiptDate,
        expectedExport: receiptDate,
      })),
    },
    {
      duties: [
        { rule: 'FX-E01', target: '2026-05-31', required: false },
        { rule: 'FX-E04', target: '2026-06-01', required: true, days: 0, due: '2026-07-01' },
      ],
    },
    'forex.duties',
  ],
  [
    'the register is asked on the day of each event',
    {
      subject: history,
      events: ['2026-09-30', '2026-10-01', '2026-10-20'].map((date) => ({
        id: date,
        date,
        direction: 'receipt',
        currency: 'USD',
        amount: '1',
      })),
    },
    {
      steps: {
        '2026-09-30': { status: 'listed' },
        '2026-10-01': { status: 'block', rule: 'FX-B01' },
        '2026-10-20': { status: 'listed' },
      },
    },
    'forex.registration',
  ],
]

const before = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
const one = (
  id: string,
  title: string,
  [given, kind = 'forex.receipt']: Facts,
  expect: Case['expect'],
): Case => ({
  id,
  title,
  kind,
  asOf: TODAY,
  given,
  expect,
})

/** The day of the event picks wording and class: either side of each first day. Worked by hand. */
export const dayCases: readonly Case[] = [
  ...firstDays.flatMap(([rule, from, facts]) => [
    one(`OWN-FX-${rule}-A`, `${rule} the day before its wording`, facts(before(from)), {
      findingsExclude: [{ rule: `FX-${rule}` }],
    }),
    one(`OWN-FX-${rule}-B`, `${rule} on the first day of its wording`, facts(from), {
      findingsInclude: [{ rule: `FX-${rule}` }],
    }),
  ]),
  ...rows.map(([title, given, expect, kind], at) =>
    one(`OWN-FX-${301 + at}`, title, kind === undefined ? [given] : [given, kind], expect),
  ),
]
