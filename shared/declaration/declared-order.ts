import type { DeclaredLine } from './lines'
import type { RetailOrder } from './retail-import/retail-order'

/** The imported order a declared one stands for; receipts, refunds and payments find it by its own number. */
export type Original = { id: string; rev: number; orderNo: string }

/** An order as it will be declared: one 清单, one parcel. Of a 拆单 there are several, of a 合单 several originals. */
export type DeclaredOrder = {
  orderNo: string
  originals: readonly Original[]
  platform: string
  shop: string
  /** ISO letters. */
  currency: string
  /** Country of arrival as the file wrote it. */
  country: string
  freight: string
  /** Of retail import: money and persons. */
  retail?: RetailOrder
  lines: readonly DeclaredLine[]
  /** Position among the parts of a 拆单, from 1. */
  part?: { number: number; of: number }
}
