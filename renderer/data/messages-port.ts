import type { ChainMessage } from '#shared/protocol/transmitters'
import type { Delivery } from '#shared/import-tax/delivery'
import type { TaxKind } from '#shared/import-tax/tax-bill'
import type { TaxMonth } from '#shared/import-tax/tax-totals'
import type { Text } from '#shared/model/text'

/** One 电子税单 with the 清单 it is of, when that is here. Amounts in CNY, '' while only its state is known. */
export type TaxBillRow = Record<TaxKind, string> & {
  id: string
  invtNo: string
  taxNo: string
  /** ISO instant of the 816, '' without one. */
  at: string
  total: string
  status: string
  entDutyNo: string
  /** Record id, own number and order of the 清单. */
  list: string
  copNo: string
  orderNo: string
}
/** `month`: YYYYMM; all when absent. Months and their sums are always of everything. */
export type TaxQuery = { month?: string; offset: number; limit: number }
export type TaxPage = { rows: TaxBillRow[]; total: number; months: TaxMonth[] }

/** A delivery to the site with how many of its parcels have a 清单 here, and those that have none (at most 50). */
export type DeliveryView = Delivery & { id: string; known: number; unknown: string[] }

/** What files of messages brought. `unread`: files or parts of them that are no customs message. */
export type MessagesRead = {
  messages: number
  taxBills: number
  deliveries: number
  customsEntries: number
  /** 清单 by the message of another party that is known of them now. */
  ticked: Partial<Record<ChainMessage, number>>
  /** Returns whose 理货 (215) is known now. */
  tallied: number
  /** What customs did not take from another party: it has to mend it. */
  refused: { message: ChainMessage | 'CEB215'; number: string; code: string; info: string }[]
  /** Numbers that no 清单 and no return here carries (at most 50). */
  unmatched: string[]
  /** Messages that are ours, or of a kind that is not read from files. */
  ignored: number
  unread: { file: string; text: Text }[]
}

/** What others sent, read from files or unasked. Part of `BookPort`; the same rules hold. */
export type MessagesPort = {
  /** Messages and receipts of other parties, 816, 818, 711 and 792, in any order and as often as one likes. */
  readMessages(files: File[]): Promise<MessagesRead>
  taxBills(query: TaxQuery): Promise<TaxPage>
  /** 电子税单 of one 清单. */
  listTaxes(list: string): Promise<TaxBillRow[]>
  /** Newest first. */
  deliveries(): Promise<DeliveryView[]>
}
