import type { Order } from '#shared/model/order'
import type { Payment } from '#shared/model/payment'
import type { Waybill } from '#shared/model/waybill'
import type { Weighing } from '#shared/model/weighing'
import type { DeclarationFact, FxFact, HandbookFact, InvoiceFact, RateFact } from '#shared/model/rebate/facts'
import type { CodeChangeFact, TariffFact } from '#shared/tariff/facts'
import type { ForexFactOf } from '#shared/forex/files/facts'
import type { NoteFact } from '#shared/model/forex/note-fact'
import { forexFileKinds, noteFileKinds, type NoteFileKind } from '#shared/model/import-report'
import type { BlindKind } from '../sealing/blind'

/** Imported records that never change. */
export type FactOf = ForexFactOf &
  Record<NoteFileKind, NoteFact> & {
    orders: Order
    payments: Payment
    waybills: Waybill
    weighings: Weighing
    invoices: InvoiceFact
    declarations: DeclarationFact
    rates: RateFact
    'exchange-rates': FxFact
    handbooks: HandbookFact
    tariff: TariffFact
    'code-changes': CodeChangeFact
  }
export type FactKind = keyof FactOf
/** Kinds a 清单 is made of. */
export const sourceKinds = ['orders', 'payments', 'waybills'] as const
export type SourceKind = (typeof sourceKinds)[number]
/** Kinds a tax refund is claimed on. */
export const rebateKinds = ['invoices', 'declarations', 'rates', 'exchange-rates', 'handbooks'] as const
/** Kinds goods are classified by. Each import is an edition of its own and is not compared with earlier ones. */
export const tariffKinds = ['tariff', 'code-changes'] as const
/** Kinds receipts are checked by. */
export const forexKinds = forexFileKinds
const among =
  <T extends string>(kinds: readonly T[]) =>
  (kind: string): kind is T =>
    (kinds as readonly string[]).includes(kind)
export const isSourceKind = among(sourceKinds)
export const isRebateKind = among(rebateKinds)
export const isForexKind = among(forexKinds)
export const isTariffKind = among(tariffKinds)
export const factKinds = [
  ...sourceKinds,
  'weighings',
  ...rebateKinds,
  ...tariffKinds,
  ...forexKinds,
  ...noteFileKinds,
] as const

/** A fact with the business key and content digest under which a later import recognises it. */
export type FactItem<K extends FactKind = FactKind> = {
  key: string
  digest: string
  record: FactOf[K]
  /** Id of the older fact that this one replaces (更新). */
  replaces?: string
}
export type Fact<K extends FactKind> = { id: string; record: FactOf[K] }

type Numbers = { [K in FactKind]: (record: FactOf[K]) => [BlindKind, string | undefined][] }
const numbers: Numbers = {
  orders: (r) => [
    ['order', r.orderNo],
    ['payment', r.paymentNo],
    ['waybill', r.logisticsNo],
  ],
  payments: (r) => [
    ['payment', r.paymentNo],
    ['order', r.orderNo],
  ],
  waybills: (r) => [
    ['waybill', r.logisticsNo],
    ['order', r.orderNo],
  ],
  weighings: (r) => [['waybill', r.logisticsNo]],
  // Found by their business key alone.
  invoices: () => [],
  declarations: () => [],
  rates: () => [],
  'exchange-rates': () => [],
  handbooks: () => [],
  tariff: () => [],
  'code-changes': () => [],
  bank: () => [],
  settlement: () => [],
  'safe-rates': () => [],
  'bank-quotes': () => [],
  'warehouse-lots': () => [],
  'warehouse-stock': () => [],
  'warehouse-outs': () => [],
  'forex-refunds': () => [],
  'forex-contracts': () => [],
  'cost-documents': () => [],
}

/** The numbers by which a fact can be found without opening it. */
export function numbersOf<K extends FactKind>(kind: K, record: FactOf[K]): [BlindKind, string][] {
  return numbers[kind](record).filter((entry): entry is [BlindKind, string] => Boolean(entry[1]))
}
