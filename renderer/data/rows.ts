import type { ChainMessage } from '#shared/protocol/transmitters'
import type { Direction, ModePath } from '#shared/model/mode'
import type { Withdrawal } from '#shared/protocol/situations'
import type { ListState, OrderState } from './order-state'

/** The lists of the product that can be paged, filtered, sorted and summed. */
export type Room = 'orders' | 'payments' | 'waybills' | 'lists' | 'goods'

/** Columns of each list as the worker holds them. No personal field is among them: those are read with the record. */
export type OrderRow = {
  id: string
  importId: string
  kind: 'order' | 'cancellation' | 'adjustment'
  platform: string
  shop: string
  orderNo: string
  orderedAt: string
  day: string
  state: OrderState | ''
  country: string
  currency: string
  /** FOB goods value: Σ quantity × price of the goods lines. */
  amount: string
  pieces: string
  lines: number
  netWeight: string
  grossWeight: string
  paymentNo: string
  waybillNo: string
  copNo: string
  /** Number it is declared under together with others (合单); '' when it goes alone. */
  mergedInto: string
  /** Kinds of the breaks of the last 对碰. */
  breaks: string[]
  /** SKUs that the goods master does not know. */
  missing: string[]
  /** How it is to be declared, where an officer decided that; '' as the template says. */
  mode: ModePath | ''
  /** Rules that refused its 清单 the last time one was built. */
  faults: string[]
  /** 备注, 标签, 负责人, 提醒日期: the officer's own, in no message. */
  note: string
  labels: string[]
  owner: string
  remindOn: string
}
export type PaymentRow = {
  id: string
  importId: string
  kind: string
  platform: string
  shop: string
  paymentNo: string
  orderNo: string
  currency: string
  amount: string
  fee: string
  paidAt: string
  day: string
  status: string
}
export type WaybillRow = {
  id: string
  importId: string
  kind: string
  logisticsCode: string
  waybillNo: string
  orderNo: string
  grossWeight: string
  pieces: string
  currency: string
  amount: string
  billNo: string
  totalPackageNo: string
  shippedAt: string
  day: string
}
/**
 * What a 清单 still waits for: the key that signs, an answer of customs (to itself, to its 撤销申请单, or that it is
 * closed), a message that somebody else transmits, or one that this enterprise has not transmitted yet.
 */
export type Awaited =
  'signature' | 'receipt' | 'withdrawal' | 'closing' | ChainMessage | `own-${ChainMessage}`

export type ListRow = {
  id: string
  copNo: string
  preNo: string
  invtNo: string
  orderNo: string
  originalOrderNos: string[]
  waybillNo: string
  platform: string
  shop: string
  country: string
  currency: string
  amount: string
  pieces: string
  grossWeight: string
  netWeight: string
  state: ListState
  batchNo: string
  code: string
  answer: string
  attempt: number
  /** 监管方式. */
  tradeMode: string
  direction: Direction
  /** What it still waits for, in the order of the chain; empty when nothing is due. */
  awaits: Awaited[]
  day: string
  queuedAt: string
  /** Since when customs owes it an answer, for 「N 小时无回执」; '' while none is due. */
  awaitingSince: string
  outdated: boolean
  /** Kinds of what was remarked when it was built: what touches a refund, and the rest. */
  remarks: ('refund' | 'other')[]
  /** Where its 撤销申请单 stands; '' when there is none. */
  withdrawal: Withdrawal | ''
  /** Who entered or changed it last; '' where that was not noted. */
  author: string
  /** Who checked it since; '' as long as nobody did. */
  checkedBy: string
}
export type GoodsRow = {
  id: string
  rev: number
  sku: string
  name: string
  gname: string
  gcode: string
  barCode: string
  unit: string
  netWeight: string
  grossWeight: string
  statisticsFlag: string
}
export type Rows = {
  orders: OrderRow
  payments: PaymentRow
  waybills: WaybillRow
  lists: ListRow
  goods: GoodsRow
}

/** One condition on one column; all conditions of a filter must hold. Texts compare without case and width. */
export type Condition =
  | { column: string; is: 'in' | 'not-in'; values: string[] }
  | { column: string; is: 'contains'; value: string }
  | { column: string; is: 'between'; from?: string; to?: string }
  | { column: string; is: 'empty' | 'filled' }

/**
 * Which rows. `numbers` is a pasted column (≤ 10,000 numbers of any kind the row carries). A selection travels as the
 * same filter: either `ids`, or everything the filter finds but `except`.
 */
export type Filter = { where?: Condition[]; numbers?: string[]; ids?: string[]; except?: string[] }

export type PageQuery<R extends Room = Room> = {
  table: R
  filter?: Filter
  sort?: { column: keyof Rows[R] & string; descending?: boolean }
  offset: number
  /** ≤ 1,000. */
  limit: number
}
/** `notFound`: pasted numbers that no row carries, in the order pasted. `version` grows with every change seen. */
export type Page<R extends Room> = { rows: Rows[R][]; total: number; notFound: string[]; version: number }

/** The fixed bottom line. Weights in kg; amounts per currency, exact, never added across currencies. */
export type Totals = {
  rows: number
  /** 票数: distinct documents (orders, payments, waybills, 清单) among the rows. */
  documents: number
  pieces: string
  grossWeight: string
  netWeight: string
  amounts: Record<string, string>
}

export type NumberKind =
  | 'order'
  | 'waybill'
  | 'payment'
  | 'copNo'
  | 'preNo'
  | 'invtNo'
  | 'summary'
  | 'entry'
  | 'bill'
  | 'bag'
  | 'return'
  | 'sku'
  | 'link'
  | 'purchaseInvoice'
  | 'rebateEntry'
/** Rooms whose records are found by number although they are no paged list. */
export type NumberedRoom = 'summary' | 'entries' | 'departure' | 'returns' | 'rebate'
export type Hit = { room: Room | NumberedRoom; id: string; number: string; caption: string; state: string }
/** Hits of one kind of number; at most 20 are listed, `count` says how many there are. */
export type HitGroup = { kind: NumberKind; count: number; hits: Hit[] }
