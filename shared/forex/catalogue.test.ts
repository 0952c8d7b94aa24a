import { describe, expect, it } from 'vitest'
import { strengthOf } from '../rules/rule'
import { rules, type RuleNumber } from './catalogue'
import { plausibility } from './checks/plausibility'
import type { ForexFinding, ForexSeverity } from './cite'
import { checkDuties } from './duties'
import { computeFigures } from './figures'
import { checkIndividual } from './individuals'
import { WarehouseInput, type DutyInput, type Refund } from './model/input'
import { precheckReceipts } from './precheck'
import { Rates } from './rates'
import { checkRefunds } from './refunds'
import { checkRegistration } from './registration'
import { calendar, credit, documented, duties, netted, order, subject } from './sample.test-data'
import { checkWarehouse } from './warehouse'

const TODAY = '2026-11-20'
type Found = readonly ForexFinding[]
type Receipts = Parameters<typeof precheckReceipts>[0]

const receipts = (input: Receipts): Found => precheckReceipts(input, TODAY).findings
const due = (change: Partial<DutyInput>, asOf = TODAY): Found => checkDuties(duties(change), asOf).findings
const registered = (change: Partial<Parameters<typeof checkRegistration>[0]>): Found =>
  checkRegistration({ subject, ...change }, TODAY).findings
const unlisted = { type: 'enterprise', listed: false, route: 'transactionInfo' } as const
const event = (amount: string, date = '2026-03-01') => [
  { id: 'S1', date, direction: 'receipt' as const, currency: 'USD', amount },
]
const refund = (change: Partial<Refund>, who: Receipts['subject'] = subject): Found =>
  checkRefunds({
    subject: who,
    refunds: [
      {
        id: 'F1',
        kind: 'goods',
        originalDate: '2026-03-01',
        refundDate: '2026-08-28',
        currency: 'USD',
        amount: '100.00',
        sameRoute: true,
        ...change,
      },
    ],
  }).findings
const stock = (units: number, sold: number, price = '10.00'): Found =>
  checkWarehouse(
    WarehouseInput.parse({
      subject,
      lots: [{ docNo: 'CD1', sku: 'S1', units, unitValue: '5.00', currency: 'USD' }],
      ledger: [{ sku: 'S1', soldUnits: sold, avgPrice: price }],
    }),
    TODAY,
  ).findings
const person = { type: 'individual', certificate: 'idCard', ytdYear: 2026 } as const
const individual = (change: Partial<Parameters<typeof checkIndividual>[0]>): Found =>
  checkIndividual({ subject: person, bankCredits: [credit()], evidence: [], ...change }, TODAY).findings
const flows = { imports: '1', exports: '2', receipts: '3', payments: '4' }
const through = { channel: 'paymentInstitution', institution: { name: 'PI', fxRegistered: true } } as const
const cost = (change: object) => ({
  report: {
    costs: [{ id: 'K1', class: 'commission' as const, amount: '1000.00', documentId: 'D1', ...change }],
  },
})
const form = (change: object) =>
  receipts({
    subject,
    bankCredits: [credit()],
    draftForms: [{ creditId: 'R1', txAmount: '800', fxAmount: '800', fxAccount: 'A', ...change }],
  })
const payer = (change: object) =>
  documented({ credit: { payer: { name: 'Payer', country: 'USA', relation: 'buyer', ...change } } })
const quote = (change: object = {}) =>
  documented({ quotes: [{ creditId: 'R1', convert: '500.00', bid: '710.50', unit: 100, ...change }] })
const agency = (type: 'agencyExport' | 'integratedService') =>
  documented({
    subject: { ...subject, uscc: 'A' },
    customsDocs: [
      { no: 'CD1', type: 'declaration', supervisionMode: '9610', orderIds: ['O1'], exporterUscc: 'B' },
    ],
    contracts: [{ id: 'C1', type, principalUscc: 'B', agentUscc: 'A' }],
  })
const orders = (count: number, amount: string) =>
  Array.from({ length: count }, (_, at) => order({ id: `O${at}`, amount, buyer: { name: 'Same' } }))
const advance = { id: 'A1', type: 'advanceReceipt', receiptDate: '2026-11-01' } as const
const deferred = { id: 'D1', type: 'deferredReceipt', exportDate: '2026-06-01' } as const
const classB = { ...subject, class: 'B' } as const

type Proof = {
  severity: ForexSeverity
  target?: string
  /** Facts that raise the rule, and the nearest ones that do not. */
  raised: () => Found
  silent: () => Found
}
const complete = () => receipts(documented())

/** One scenario for every rule of the catalogue: it is raised there, and not beside it. */
const proofs: Readonly<Record<Exclude<RuleNumber, 'D12'>, Proof>> = {
  A01: {
    severity: 'block',
    target: 'R1',
    raised: () => receipts({ subject, bankCredits: [credit()], orders: [], paymentLines: [] }),
    silent: complete,
  },
  A02: {
    severity: 'hold',
    target: 'O1',
    raised: () => receipts(documented({ waybills: [] })),
    silent: () => receipts(documented({ waybills: [], warehouseOuts: [{ id: 'WO', orderId: 'O1' }] })),
  },
  A03: {
    severity: 'hold',
    target: 'O1',
    raised: () => receipts(documented({ order: { goods: ' ' } })),
    silent: complete,
  },
  A04: {
    severity: 'review',
    target: 'O1',
    raised: () => receipts(documented({ waybills: [{ no: 'W1', orderId: 'O1', country: 'DEU' }] })),
    silent: () => receipts(documented({ waybills: [{ no: 'W1', orderId: 'O1', orderRef: ' o1 ' }] })),
  },
  A05: {
    severity: 'review',
    target: 'O1',
    raised: () => receipts(documented({ waybills: [{ no: 'W1', orderId: 'O1', shippedOn: '2026-11-01' }] })),
    silent: () => receipts(documented({ waybills: [{ no: 'W1', orderId: 'O1', shippedOn: '2026-11-02' }] })),
  },
  A06: {
    severity: 'block',
    target: 'O1',
    raised: () =>
      receipts(
        documented({ usageLedger: [{ docType: 'order', docId: 'O1', amount: '800.00', usedBy: 'R0' }] }),
      ),
    silent: () =>
      receipts(
        documented({ usageLedger: [{ docType: 'order', docId: 'O2', amount: '800.00', usedBy: 'R0' }] }),
      ),
  },
  A07: {
    severity: 'hold',
    target: 'O1',
    raised: () => receipts(documented({ customsDocs: [] })),
    silent: () => receipts(documented({ customsDocs: [], order: { supervisionMode: '1039' } })),
  },
  A08: {
    severity: 'block',
    target: 'CD1',
    raised: () => receipts({ ...agency('agencyExport'), contracts: [] }),
    silent: complete,
  },
  A09: { severity: 'info', raised: complete, silent: () => receipts({ subject, bankCredits: [credit()] }) },
  A10: {
    severity: 'review',
    target: 'O0',
    raised: () => plausibility(orders(3, '45000'), [], new Rates([])),
    silent: () => plausibility(orders(3, '44999.99'), [], new Rates([])),
  },
  A11: { severity: 'info', raised: complete, silent: () => receipts({ subject, bankCredits: [credit()] }) },
  B01: {
    severity: 'block',
    target: 'R1',
    raised: () => receipts(documented({ subject: { ...unlisted, route: 'ordinary' } })),
    silent: () => receipts(documented({ subject: { ...subject, listedOn: '2026-11-10' } })),
  },
  B02: {
    severity: 'info',
    raised: () => registered({ subject: unlisted, events: event('180000') }),
    silent: () => registered({ subject: unlisted, events: event('180000.01') }),
  },
  B03: {
    severity: 'warn',
    raised: () => registered({ subject: unlisted, events: event('180000.01') }),
    silent: () => registered({ subject: unlisted, events: event('200000') }),
  },
  B04: {
    severity: 'block',
    raised: () => registered({ subject: unlisted, events: event('200000') }),
    silent: () => registered({ subject: unlisted, events: event('199999.99') }),
  },
  B05: {
    severity: 'info',
    raised: () => registered({ applicationDate: '2024-06-01' }),
    silent: () => registered({}),
  },
  B06: {
    severity: 'duty',
    raised: () => due({ changes: [{ id: 'CH', what: 'name', changedOn: '2026-11-01' }] }),
    silent: () =>
      due({ changes: [{ id: 'CH', what: 'name', changedOn: '2026-11-01', filedOn: '2026-11-02' }] }),
  },
  B07: {
    severity: 'warn',
    raised: () => registered({ subject: { ...subject, lastTradeOn: '2024-11-20' } }),
    silent: () => registered({ subject: { ...subject, lastTradeOn: '2024-11-21' } }),
  },
  B08: {
    severity: 'info',
    raised: () => registered({ subject: { ...subject, firstTradeOn: '2026-08-22' } }),
    silent: () => registered({ subject: { ...subject, firstTradeOn: '2026-08-21' } }),
  },
  B09: {
    severity: 'info',
    raised: () => registered({ subject: { type: 'soleTrader' } }),
    silent: () => registered({}),
  },
  B10: {
    severity: 'block',
    raised: () =>
      receipts(documented({ credit: { ...through, institution: { name: 'PI', fxRegistered: false } } })),
    silent: () => receipts(documented({ credit: through })),
  },
  B11: {
    severity: 'info',
    raised: () => receipts(documented({ subject: { ...subject, route: 'transactionInfo' } })),
    silent: complete,
  },
  B12: {
    severity: 'info',
    raised: () => receipts(documented({ subject: { ...subject, premium: true } })),
    silent: complete,
  },
  C01: {
    severity: 'block',
    target: 'O1',
    raised: () => receipts(documented({ credit: through, order: { amount: '50000.01' } })),
    silent: () => receipts(documented({ credit: through, order: { amount: '50000.00' } })),
  },
  C02: {
    severity: 'review',
    target: 'Same',
    raised: () => receipts(together('25000.01')),
    silent: () => receipts(together('25000.00')),
  },
  C03: {
    severity: 'hold',
    raised: () => receipts(documented({ credit: { amount: '800.01' } })),
    silent: complete,
  },
  C04: {
    severity: 'review',
    raised: () => receipts(documented({ credit: { amount: '791.99' } })),
    silent: complete,
  },
  C05: {
    severity: 'info',
    raised: () => receipts({ subject, bankCredits: [credit({ amount: '30000000.01' })] }),
    silent: () => receipts({ subject, bankCredits: [credit({ amount: '30000000.00' })] }),
  },
  D01: {
    severity: 'info',
    target: 'K1',
    raised: () => receipts(netted()),
    silent: () => receipts(netted(cost({}))),
  },
  D02: {
    severity: 'review',
    target: 'K1',
    raised: () => receipts(netted(cost({}))),
    silent: () => receipts(netted()),
  },
  D03: { severity: 'duty', target: 'PR1', raised: () => receipts(netted()), silent: complete },
  D04: { severity: 'info', target: 'PR1', raised: () => receipts(netted()), silent: complete },
  D05: {
    severity: 'info',
    raised: () => receipts(netted({ report: { declaredValueOfSoldGoods: '9000' } })),
    silent: () => receipts(netted()),
  },
  D06: { severity: 'hold', target: 'S1', raised: () => stock(10, 11), silent: () => stock(10, 10) },
  D07: {
    severity: 'review',
    target: 'S1',
    raised: () => stock(10, 10, '50.01'),
    silent: () => stock(10, 10, '50.00'),
  },
  D08: {
    severity: 'review',
    raised: () => receipts(netted({ report: { sales: '999.99', creditId: null }, bankCredits: [] })),
    silent: () => receipts(netted({ report: { sales: '1000.00', creditId: null }, bankCredits: [] })),
  },
  D09: {
    severity: 'hold',
    target: 'K1',
    raised: () => receipts(netted(cost({ class: 'logistics', documentId: null }))),
    silent: () => receipts(netted(cost({ class: 'logistics' }))),
  },
  D10: {
    severity: 'info',
    target: 'K1',
    raised: () => receipts(pilot('2025-10-29')),
    silent: () => receipts(pilot('2025-10-28')),
  },
  D11: {
    severity: 'info',
    raised: () => receipts(netted({ subject: { type: 'serviceEnterprise' } })),
    silent: () => receipts(netted()),
  },
  E01: {
    severity: 'duty',
    raised: () => due({ tradeCredits: [{ ...advance, expectedExport: '2026-12-02' }] }),
    silent: () => due({ tradeCredits: [{ ...advance, expectedExport: '2026-12-01' }] }),
  },
  E02: {
    severity: 'duty',
    raised: () => due({ tradeCredits: [{ ...deferred, expectedReceipt: '2026-08-31' }] }),
    silent: () => due({ tradeCredits: [{ ...deferred, expectedReceipt: '2026-08-30' }] }),
  },
  E03: {
    severity: 'warn',
    raised: () => due({ warehouseExports: [{ id: 'WE', exportDate: '2026-11-01' }] }),
    silent: () => due({}),
  },
  E04: {
    severity: 'duty',
    raised: () => due({ subject: classB, tradeCredits: [{ ...deferred, expectedReceipt: '2026-07-02' }] }),
    silent: () => due({ subject: classB, tradeCredits: [{ ...deferred, expectedReceipt: '2026-07-01' }] }),
  },
  E05: {
    severity: 'duty',
    raised: () => due({ offshoreResales: [resale('2026-04-02', '500000.01')] }),
    silent: () => due({ offshoreResales: [resale('2026-04-02', '500000')] }),
  },
  E06: {
    severity: 'warn',
    raised: () => due({ tradeCredits: [{ ...advance, expectedExport: '2027-01-01' }] }, '2026-12-02'),
    silent: () => due({ tradeCredits: [{ ...advance, expectedExport: '2027-01-01' }] }, '2026-12-01'),
  },
  E07: {
    severity: 'duty',
    raised: () => due({ tradeCredits: [{ ...advance, amount: '2', reportedAmount: '1' }] }),
    silent: () => due({ tradeCredits: [{ ...advance, amount: '2', reportedAmount: '2.0' }] }),
  },
  E08: {
    severity: 'info',
    raised: () => due({ subject: unlisted, tradeCredits: [{ ...advance, expectedExport: '2027-01-01' }] }),
    silent: () => due({ tradeCredits: [{ ...advance, expectedExport: '2027-01-01' }] }),
  },
  E09: indicator('info'),
  E10: indicator('warn'),
  E11: indicator('warn'),
  E12: indicator('warn'),
  E13: indicator('info'),
  E14: {
    severity: 'info',
    raised: () => receipts(netted({ report: { declaredValueOfSoldGoods: '9000' } })),
    silent: () => receipts(netted({ report: { declaredValueOfSoldGoods: '10000' } })),
  },
  F01: {
    severity: 'review',
    raised: () => receipts(documented({ subject: { ...subject, class: null } })),
    silent: complete,
  },
  F02: {
    severity: 'hold',
    raised: () => receipts(documented({ subject: { ...classB, receiptQuotaUsd: '799.99' } })),
    silent: () => receipts(documented({ subject: { ...classB, receiptQuotaUsd: '800' } })),
  },
  F03: {
    severity: 'block',
    raised: () => receipts(documented({ subject: { ...subject, class: 'C' } })),
    silent: () => receipts(classC('800.00')),
  },
  F04: {
    severity: 'block',
    target: 'DJ1',
    raised: () => receipts(classC('799.99')),
    silent: () => receipts(classC('800.00')),
  },
  F05: {
    severity: 'review',
    raised: () => due({ subject: classB, reExports: [{ id: 'X', receipt: '120.01', payment: '100' }] }),
    silent: () => due({ subject: classB, reExports: [{ id: 'X', receipt: '120.00', payment: '100' }] }),
  },
  F06: {
    severity: 'review',
    raised: () =>
      due({
        subject: classB,
        tradeCredits: [{ ...deferred, exportDate: '2024-06-01', expectedReceipt: '2024-08-31' }],
      }),
    silent: () =>
      due({
        subject: classB,
        tradeCredits: [{ ...deferred, exportDate: '2024-05-31', expectedReceipt: '2024-08-31' }],
      }),
  },
  F07: {
    severity: 'block',
    raised: () => receipts(documented({ subject: { ...classB, claims: ['premium'] } })),
    silent: () => receipts(documented({ subject: { ...subject, claims: ['premium'] } })),
  },
  G01: {
    severity: 'duty',
    raised: () => receipts(documented({ calendar })),
    silent: () => receipts(documented({ calendar, credit: through })),
  },
  G02: {
    severity: 'info',
    raised: complete,
    silent: () => receipts(listOnly()),
  },
  G03: { severity: 'info', raised: () => receipts(listOnly()), silent: complete },
  G04: {
    severity: 'warn',
    raised: () => receipts(documented({ credit: { isAdvance: true } })),
    silent: complete,
  },
  G05: {
    severity: 'hold',
    raised: () => form({ lines: [{ code: '121010', amount: '799' }] }),
    silent: () => form({ lines: [{ code: '121010', amount: '800' }] }),
  },
  G06: { severity: 'block', raised: () => form({ fxAccount: null }), silent: () => form({}) },
  G07: {
    severity: 'warn',
    raised: () => receipts(payer({ country: undefined })),
    silent: () => receipts(payer({})),
  },
  G08: { severity: 'info', raised: () => individual({}), silent: complete },
  G09: { severity: 'info', raised: () => receipts(documented({ credit: through })), silent: complete },
  G10: {
    severity: 'duty',
    raised: () => due({ filedDeclarations: [filed('121010')] }),
    silent: () => due({ filedDeclarations: [filed('122030')] }),
  },
  G11: {
    severity: 'warn',
    raised: () => receipts(documented({ calendar, credit: { declaredOn: null } })),
    silent: () => receipts(documented({ calendar, credit: { declaredOn: '2026-11-17' } })),
  },
  H01: {
    severity: 'info',
    raised: () => receipts(documented({ credit: { currency: 'CNY' } })),
    silent: complete,
  },
  H02: {
    severity: 'info',
    raised: () => receipts(documented({ credit: { ...through, currency: 'CNY' } })),
    silent: () => receipts(documented({ credit: through })),
  },
  H03: {
    severity: 'hold',
    raised: () => receipts(documented({ rmb: [{ creditId: 'R1', declaredGoods: '799.99' }] })),
    silent: () => receipts(documented({ rmb: [{ creditId: 'R1', declaredGoods: '799', noCustoms: '1' }] })),
  },
  H04: {
    severity: 'info',
    raised: () => receipts(documented({ credit: { currency: 'CNY' } })),
    silent: () => receipts(documented({ credit: { currency: 'CNY' }, order: { currency: 'CNY' } })),
  },
  I01: {
    severity: 'info',
    raised: () => refund({}),
    silent: () => refund({ refundDate: '2026-08-29' }),
  },
  I02: {
    severity: 'review',
    raised: () => refund({ originalDate: '2023-01-01', refundDate: '2024-06-01' }),
    silent: () => refund({ originalDate: '2023-01-01', refundDate: '2024-05-31' }),
  },
  I03: {
    severity: 'review',
    raised: () => refund({ originalDate: '2023-01-01', refundDate: '2024-05-31' }),
    silent: () => refund({ originalDate: '2023-01-01', refundDate: '2024-06-01' }),
  },
  I04: {
    severity: 'block',
    raised: () => refund({ sameRoute: false }, classB),
    silent: () => refund({ sameRoute: false, registrationFormNo: 'DJ1' }, classB),
  },
  I05: {
    severity: 'hold',
    raised: () => refund({ documents: ['creditAdvice'] }),
    silent: () => refund({}),
  },
  I06: {
    severity: 'info',
    raised: () => receipts(netted({ report: { customerRefunds: '1.00' } })),
    silent: () => receipts(netted()),
  },
  I07: {
    severity: 'review',
    raised: () => refund({ kind: 'service', sameRoute: false }),
    silent: () => refund({ kind: 'service' }),
  },
  I08: { severity: 'review', raised: () => refund({ converted: true }), silent: () => refund({}) },
  I09: {
    severity: 'info',
    raised: () => refund({ goodsBack: { exportedOn: '2026-03-01', releasedOn: '2026-03-02' } }),
    silent: () => refund({}),
  },
  J01: { severity: 'info', raised: () => receipts(agency('agencyExport')), silent: complete },
  J02: { severity: 'info', raised: () => receipts(agency('integratedService')), silent: complete },
  J03: {
    severity: 'info',
    raised: () => receipts(documented({ order: { supervisionMode: '1039' } })),
    silent: complete,
  },
  J04: {
    severity: 'info',
    raised: () => receipts(payer({ relation: 'licensedWallet' })),
    silent: () => receipts(payer({})),
  },
  J05: {
    severity: 'review',
    raised: () => receipts(payer({ relation: 'thirdParty' })),
    silent: () => receipts(payer({})),
  },
  J06: {
    severity: 'info',
    raised: () => due({ advances: [lent(true, '2026-11-01')] }),
    silent: () => due({}),
  },
  J07: {
    severity: 'duty',
    raised: () => due({ advances: [lent(true, '2026-11-02')] }),
    silent: () => due({ advances: [lent(true, '2026-11-01')] }),
  },
  J08: {
    severity: 'info',
    raised: () => due({ advances: [lent(true, '2026-11-01')] }),
    silent: () => due({ advances: [{ ...lent(true, '2026-11-01'), advancedOn: '2025-10-28' }] }),
  },
  J09: {
    severity: 'info',
    raised: () => {
      const input = agency('agencyExport')
      return receipts({ ...input, subject: { ...input.subject, inSpecialZone: true } })
    },
    silent: () => receipts(agency('agencyExport')),
  },
  J10: {
    severity: 'block',
    raised: () => receipts({ ...payer({}), subject: { ...subject, negativeList: [' PAYER '] } }),
    silent: () => receipts({ ...payer({}), subject: { ...subject, negativeList: ['Pay'] } }),
  },
  K01: { severity: 'info', target: 'subject', raised: () => individual({}), silent: complete },
  K02: {
    severity: 'info',
    raised: () => individual({ evidence: [{ id: 'E1', creditId: 'R1', amount: '1' }] }),
    silent: () => individual({}),
  },
  K03: {
    severity: 'hold',
    raised: () => individual({ bankCredits: [credit({ amount: '50000.01' })] }),
    silent: () => individual({ bankCredits: [credit({ amount: '50000.00' })] }),
  },
  K04: {
    severity: 'block',
    target: 'shop',
    raised: () => individual({ payees: ['a', 'b'].map(payee) }),
    silent: () => individual({ payees: ['a', 'a'].map(payee) }),
  },
  K05: {
    severity: 'info',
    raised: () => individual({ subject: { ...person, filedLocally: true } }),
    silent: () => individual({}),
  },
  L01: { severity: 'info', raised: () => receipts(quote()), silent: complete },
  L02: {
    severity: 'warn',
    raised: () => receipts(quote({ ageMinutes: 16 })),
    silent: () => receipts(quote({ ageMinutes: 15 })),
  },
  L03: {
    severity: 'info',
    raised: () => receipts(quote({ bookedRate: '7.1' })),
    silent: () => receipts(quote()),
  },
  L04: {
    severity: 'info',
    raised: () => receipts(documented({ credit: { charges: { bearer: 'OUR' } } })),
    silent: complete,
  },
  L05: {
    severity: 'info',
    raised: () => receipts(quote()),
    silent: () => receipts(quote({ convert: '800.00' })),
  },
  L06: {
    severity: 'info',
    raised: () => due({ keptAbroad: [{ id: 'KA', currency: 'USD', amount: '1' }] }),
    silent: () => due({}),
  },
  M01: {
    severity: 'duty',
    raised: () => due({ archives: [{ id: 'AR', archivedOn: '2026-11-20' }] }),
    silent: () => due({}),
  },
  M02: {
    severity: 'info',
    raised: () => receipts(documented({ subject: { ...subject, rebateCategory: '4' } })),
    silent: complete,
  },
  M03: {
    severity: 'duty',
    raised: () => due({ preRefunds: [{ id: 'PF', settledOn: '2025-01-27', preRefund: '1' }] }),
    silent: () => due({ preRefunds: [{ id: 'PF', settledOn: '2025-01-26', preRefund: '1' }] }),
  },
  M04: {
    severity: 'block',
    raised: () => receipts(documented({ credit: { riskAnswers: ['privateDealing'] } })),
    silent: () => receipts(documented({ credit: { riskAnswers: ['illegalInflow'] } })),
  },
  M05: {
    severity: 'block',
    raised: () => receipts(documented({ credit: { riskAnswers: ['illegalInflow'] } })),
    silent: () => receipts(documented({ credit: { riskAnswers: ['privateDealing'] } })),
  },
  M06: {
    severity: 'warn',
    raised: () => income('100.01'),
    silent: () => income('100.00'),
  },
}

function together(amount: string): Receipts {
  const both = orders(2, amount)
  return {
    subject,
    bankCredits: [credit({ ...through, amount: '50000.00' })],
    orders: both,
    paymentLines: both.map(({ id }) => ({ id: `P-${id}`, orderId: id, creditId: 'R1', amount })),
  }
}
function pilot(valueDate: string): Receipts {
  return netted({
    ...cost({ class: 'repair', counterparty: 'Buyer' }),
    report: {
      counterparty: 'BUYER',
      costs: [{ id: 'K1', class: 'repair', amount: '1000.00', documentId: 'D1', counterparty: 'Buyer' }],
    },
    credit: { valueDate },
    subject: { ...subject, premium: true },
    settings: { pilotNetting: true },
  })
}
function classC(amount: string): Receipts {
  return documented({
    subject: { ...subject, class: 'C' },
    registrationForms: [{ no: 'DJ1', creditId: 'R1', currency: 'USD', amount, validTo: '2026-11-10' }],
  })
}
function listOnly(): Receipts {
  return documented({ customsDocs: [{ no: 'CD1', type: 'list', supervisionMode: '9610', orderIds: ['O1'] }] })
}
function indicator(severity: ForexSeverity): Proof {
  return {
    severity,
    target: 'subject',
    raised: () => computeFigures({ flows }, TODAY).findings,
    silent: () => computeFigures({}, TODAY).findings,
  }
}
function resale(receiptDate: string, firstLegUsd: string) {
  return { id: 'OR', paymentDate: '2026-01-01', receiptDate, firstLegUsd }
}
function filed(code: string) {
  return { id: 'DE', filed: { amount: '1', code }, now: { amount: '1', code: '122030' } }
}
function lent(affiliated: boolean, repaidOn: string) {
  return { id: 'V1', affiliated, advancedOn: '2025-11-01', repaidOn }
}
function payee(name: string, at: number) {
  return { id: `Y${at}`, name, store: 'shop', amount: '1', currency: 'USD' }
}
function income(reported: string): Found {
  return computeFigures({ platformIncome: { platform: 'shop', reported, booked: '100' } }, TODAY).findings
}

describe('the catalogue', () => {
  it.each(Object.entries(proofs))(
    '%s is raised by its facts and not by the nearest others',
    (number, proof) => {
      const rule = `FX-${number}`
      const places = (found: Found) => found.filter((one) => one.rule === rule)
      const raised = places(proof.raised()).filter(
        ({ severity, target }) =>
          severity === proof.severity && (proof.target === undefined || target === proof.target),
      )
      expect(raised, rule).not.toEqual([])
      expect(
        places(proof.silent()).filter(({ severity }) => severity === proof.severity),
        rule,
      ).toEqual([])
      for (const { text, why, fix } of raised) {
        for (const { zh, en } of [text, why, fix]) expect(`${zh}${en}`).not.toMatch(/\{\w+\}/)
      }
    },
  )

  it('has 112 rules, each with its number, both languages and a ground', () => {
    const all = Object.entries(rules)
    expect(all).toHaveLength(112)
    for (const [number, { id, text, fix, basis }] of all) {
      expect(id).toBe(`FX-${number}`)
      for (const { zh, en } of [text, fix]) expect(zh.length * en.length).toBeGreaterThan(0)
      expect(basis.length).toBeGreaterThan(0)
    }
  })

  it('marks what was not read, and what is the enterprise’s own', () => {
    expect(strengthOf(rules.D01.basis)).toBe('primary')
    expect(strengthOf(rules.F02.basis)).toBe('to-confirm')
    expect(strengthOf(rules.D07.basis)).toBe('house')
  })

  it('cites what stood on the day of the event', () => {
    const documents = (findings: Found) =>
      findings
        .filter(({ rule }) => rule === 'FX-C01')
        .flatMap(({ basis }) => basis.map((one) => one.document))
    const over = (orderedOn: string) =>
      receipts(documented({ credit: through, order: { amount: '50000.01', orderedOn } }))
    expect(documents(over('2019-04-28'))).toEqual(['汇发〔2015〕7号'])
    expect(documents(over('2019-04-29'))).toEqual(['汇发〔2019〕13号'])
  })
})
