import type { Text } from '#shared/model/text'
import type { AllocatedExport, AllocatedPurchase } from '#shared/rebate/allocation/allocation'
import type { LinkFigures } from '#shared/rebate/allocation/figures'
import type { LineState } from '#shared/rebate/life/states'
import type { LineTreatment } from '#shared/rebate/treatment/treat'
import type { Filter } from './rows'

/** Where an export item was learnt from: a file, the 报关单 of a 汇总申请, or a 报关单 noted in this book. */
export type ItemOrigin = 'import' | 'summary' | 'entry'

/**
 * One item of an export 报关单. `id`: 报关单号 (18) and item (3), the 21 digits a claim is made by. What is not known is ''.
 * `gaps`: fields a claim needs and nobody has told.
 */
export type RebateItemRow = {
  id: string
  no: string
  item: number
  origin: ItemOrigin
  importId: string
  exportDate: string
  mode: string
  hsCode: string
  name: string
  qty: string
  unit: string
  amount: string
  currency: string
  destination: string
  originPlace: string
  /** Where it stands in its claim; `undeclared` while it is in none. */
  state: LineState
  /** Id and number (`YYYYMM-001`) of its batch, '' while it is in none. */
  batch: string
  batchNo: string
  linkNos: string[]
  gaps: string[]
}

/** One line of a purchase invoice or 缴款书. `id`: number and line. */
export type RebateInvoiceRow = {
  id: string
  number: string
  line: number
  importId: string
  kind: 'vatSpecial' | 'vatOrdinary' | 'customsPayment'
  form: string
  date: string
  sellerName: string
  sellerTaxNo: string
  name: string
  unit: string
  qty: string
  net: string
  rate: string
  tax: string
  status: 'normal' | 'void' | 'redReversed' | 'abnormal'
  usage: 'rebate' | 'credit' | 'none'
  /** What no 关联号 has taken yet. */
  leftQty: string
  leftNet: string
  linkNos: string[]
}

/** A line of one batch: its item, how it is treated by the last run, and what was found about it. */
export type RebateLineRow = RebateItemRow & {
  treatment: LineTreatment['treatment'] | ''
  /** Rule that decided. */
  decidedBy: string
  note: Text
  rebateRate: string
  refund: string
  blocking: number
  warnings: number
  /** What the officer answered about this line alone differs from the answers of the batch. */
  answered: boolean
}

/** 关联号 of a batch with both sides and the figures that always stand beside it. */
export type RebateLinkRow = {
  id: string
  rev: number
  linkNo: string
  hsCode: string
  /** 退（免）税业务类型, '' for an ordinary claim. */
  businessType: string
  exports: (AllocatedExport & { key: string; name: string; unit: string })[]
  purchases: (AllocatedPurchase & { id: string; name: string; unit: string; sellerName: string })[]
  /** `exchangeCost` in CNY for a dollar; '' in `fobUsd` and there while a rate is missing. */
  figures: Omit<LinkFigures, 'linkNo'>
  locked: boolean
}

export type RebateTable = 'items' | 'invoices' | 'lines' | 'links'
export type RebateRows = {
  items: RebateItemRow
  invoices: RebateInvoiceRow
  lines: RebateLineRow
  links: RebateLinkRow
}

/**
 * A page of one list, as `page` gives those of the other rooms: the same filters, pasted numbers and order. `lines` and
 * `links` are those of the batch named.
 */
export type RebateQuery<T extends RebateTable = RebateTable> = {
  table: T
  batch?: string
  filter?: Filter
  sort?: { column: keyof RebateRows[T] & string; descending?: boolean }
  offset: number
  limit: number
}
/** `sums`: of the whole filter; `amounts` by currency, never added across them. */
export type RebatePage<T extends RebateTable> = {
  rows: RebateRows[T][]
  total: number
  notFound: string[]
  sums: { amounts: Record<string, string>; net: string; leftNet: string; refund: string }
}
