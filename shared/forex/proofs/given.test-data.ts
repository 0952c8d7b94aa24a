import type { ForexFinding, ForexSeverity } from '../cite'
import { checkDuties } from '../duties'
import { computeFigures } from '../figures'
import { checkIndividual } from '../individuals'
import { WarehouseInput } from '../../model/forex/input'
import type { DutyInput, Refund } from '../../model/forex/input'
import { precheckReceipts } from '../precheck'
import { checkRefunds } from '../refunds'
import { checkRegistration } from '../registration'
import { credit, documented, duties, netted, order, subject } from '../sample.test-data'
import { checkWarehouse } from '../warehouse'

export const TODAY = '2026-11-20'
export type Found = readonly ForexFinding[]
export type Receipts = Parameters<typeof precheckReceipts>[0]

export const receipts = (input: Receipts): Found => precheckReceipts(input, TODAY).findings
export const due = (change: Partial<DutyInput>, asOf = TODAY): Found =>
  checkDuties(duties(change), asOf).findings
export const registered = (change: Partial<Parameters<typeof checkRegistration>[0]>): Found =>
  checkRegistration({ subject, ...change }, TODAY).findings
export const unlisted = { type: 'enterprise', listed: false, route: 'transactionInfo' } as const
export const event = (amount: string, date = '2026-03-01') => [
  { id: 'S1', date, direction: 'receipt' as const, currency: 'USD', amount },
]
export const refund = (change: Partial<Refund>, who: Receipts['subject'] = subject): Found =>
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
export const stock = (units: number, sold: number, price = '10.00'): Found =>
  checkWarehouse(
    WarehouseInput.parse({
      subject,
      lots: [{ docNo: 'CD1', sku: 'S1', units, unitValue: '5.00', currency: 'USD' }],
      ledger: [{ sku: 'S1', soldUnits: sold, avgPrice: price }],
    }),
    TODAY,
  ).findings
export const person = { type: 'individual', certificate: 'idCard', ytdYear: 2026 } as const
export const individual = (change: Partial<Parameters<typeof checkIndividual>[0]>): Found =>
  checkIndividual({ subject: person, bankCredits: [credit()], evidence: [], ...change }, TODAY).findings
export const flows = { imports: '1', exports: '2', receipts: '3', payments: '4' }
export const through = {
  channel: 'paymentInstitution',
  institution: { name: 'PI', fxRegistered: true },
} as const
export const cost = (change: object) => ({
  report: {
    costs: [{ id: 'K1', class: 'commission' as const, amount: '1000.00', documentId: 'D1', ...change }],
  },
})
export const form = (change: object) =>
  receipts({
    subject,
    bankCredits: [credit()],
    draftForms: [{ creditId: 'R1', txAmount: '800', fxAmount: '800', fxAccount: 'A', ...change }],
  })
export const payer = (change: object) =>
  documented({ credit: { payer: { name: 'Payer', country: 'USA', relation: 'buyer', ...change } } })
export const quote = (change: object = {}) =>
  documented({ quotes: [{ creditId: 'R1', convert: '500.00', bid: '710.50', unit: 100, ...change }] })
export const agency = (type: 'agencyExport' | 'integratedService') =>
  documented({
    subject: { ...subject, uscc: 'A' },
    customsDocs: [
      { no: 'CD1', type: 'declaration', supervisionMode: '9610', orderIds: ['O1'], exporterUscc: 'B' },
    ],
    contracts: [{ id: 'C1', type, principalUscc: 'B', agentUscc: 'A' }],
  })
export const orders = (count: number, amount: string) =>
  Array.from({ length: count }, (_, at) => order({ id: `O${at}`, amount, buyer: { name: 'Same' } }))
export const advance = { id: 'A1', type: 'advanceReceipt', receiptDate: '2026-11-01' } as const
export const deferred = { id: 'D1', type: 'deferredReceipt', exportDate: '2026-06-01' } as const
export const classB = { ...subject, class: 'B' } as const

export type Proof = {
  severity: ForexSeverity
  target?: string
  /** Facts that raise the rule, and the nearest ones that do not. */
  raised: () => Found
  silent: () => Found
}
export const complete = () => receipts(documented())

export function together(amount: string): Receipts {
  const both = orders(2, amount)
  return {
    subject,
    bankCredits: [credit({ ...through, amount: '50000.00' })],
    orders: both,
    paymentLines: both.map(({ id }) => ({ id: `P-${id}`, orderId: id, creditId: 'R1', amount })),
  }
}
export function pilot(valueDate: string): Receipts {
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
export function classC(amount: string): Receipts {
  return documented({
    subject: { ...subject, class: 'C' },
    registrationForms: [{ no: 'DJ1', creditId: 'R1', currency: 'USD', amount, validTo: '2026-11-10' }],
  })
}
export function listOnly(): Receipts {
  return documented({ customsDocs: [{ no: 'CD1', type: 'list', supervisionMode: '9610', orderIds: ['O1'] }] })
}
export function indicator(severity: ForexSeverity): Proof {
  return {
    severity,
    target: 'subject',
    raised: () => computeFigures({ flows }, TODAY).findings,
    silent: () => computeFigures({}, TODAY).findings,
  }
}
export function resale(receiptDate: string, firstLegUsd: string) {
  return { id: 'OR', paymentDate: '2026-01-01', receiptDate, firstLegUsd }
}
export function filed(code: string) {
  return { id: 'DE', filed: { amount: '1', code }, now: { amount: '1', code: '122030' } }
}
export function lent(affiliated: boolean, repaidOn: string) {
  return { id: 'V1', affiliated, advancedOn: '2025-11-01', repaidOn }
}
export function payee(name: string, at: number) {
  return { id: `Y${at}`, name, store: 'shop', amount: '1', currency: 'USD' }
}
export function income(reported: string): Found {
  return computeFigures({ platformIncome: { platform: 'shop', reported, booked: '100' } }, TODAY).findings
}
