import type { ColumnSource } from '../table/mapping'
import type { RecordKind } from '../model/import-report'
import type { Direction } from '../model/mode'
import type { LineClass, Order } from '../model/order'
import type { Payment } from '../model/payment'
import type { Text } from '../model/text'

/**
 * How a cell is read. `id`: text that must survive digit for digit. `code`: as id, upper case. `day`: a date without time.
 * `rate`: a tax rate as a fraction; 13 %, 13.0000 and 0.13 are the same. `unit`: 计量单位 by code or by name.
 */
export type FieldType =
  'id' | 'code' | 'text' | 'decimal' | 'integer' | 'instant' | 'day' | 'currency' | 'rate' | 'unit'

/** One thing that a column can mean for a kind of record. */
export type FieldDef = {
  type: FieldType
  label: Text
  required?: boolean
  /** A required field may be empty in a row that fills one of these instead. */
  unless?: readonly string[]
  /** Headers under which files carry it; compared after `normalizeHeader`. */
  synonyms: readonly string[]
  /** Synonyms of which it is not settled that they always mean this (口径待确认); reading one is remarked. */
  unsure?: readonly string[]
  /** The value has exactly this many digits; a shorter number has lost leading zeros. */
  digits?: number
  /** An amount in the currency of its row; its header or a mark beside it may name that currency. */
  money?: boolean
  /** A weight; a unit may stand beside it. */
  weight?: boolean
  /** Only in the blank template of this direction; absent: in both. A file may carry it either way. */
  direction?: Direction
  /** The number of another record: full width stays, so that 对碰 shows the difference instead of losing it. */
  asWritten?: boolean
}

export type FieldTable = Readonly<Record<string, FieldDef>>

export type QuestionId =
  | 'sheet'
  | 'currency'
  | 'timezone'
  | 'platform'
  | 'shop'
  | 'dateOrder'
  | 'decimal'
  | 'weightUnit'
  | 'account'
  | 'month'
  | 'bank'
  | 'unit'

/** What the file does not say; asked once per profile and shop, answered in `ImportOptions`. */
export type Question = { id: QuestionId; text: Text; suggestions: string[] }

export type ImportOptions = {
  /** Name of the sheet to read, where a workbook holds several tables of the kind. */
  sheet?: string
  currency?: string
  /** IANA name, offset `+08:00`, or `UTC`; used for times that carry no zone of their own. */
  timezone?: string
  platform?: string
  shop?: string
  /** Of orders: bought abroad and sent here, or sold from here. Without it the file decides, by who the buyer is named. */
  direction?: Direction
  dateOrder?: 'dmy' | 'mdy'
  decimal?: 'point' | 'comma'
  weightUnit?: 'kg' | 'g' | 'lb'
  /** Of a ledger that does not name its account. */
  account?: string
  /** Of a table of 折算率: the month it is of (YYYY-MM), and where it comes from, in words. */
  month?: string
  source?: string
  /** Of a price list: whose it is, for how many units its prices are, and when they were quoted. */
  bank?: string
  unit?: string
  quotedAt?: string
  /** Carrier or payment company for files that do not name theirs. */
  logisticsCode?: string
  logisticsName?: string
  payCode?: string
  payName?: string
}

/** First marker that matches a line decides its class. Patterns are tested on the trimmed cell, case-insensitive. */
export type LineMarker = { field: 'sku' | 'name' | 'lineType'; pattern: string; class: LineClass }

/** First marker that matches an order decides its kind. */
export type OrderMarker = { field: string; pattern: string; kind: Order['kind'] }

/** First marker that matches a payment row decides its kind. `where`: fields that must be filled, or must be empty. */
export type PaymentMarker = {
  field: string
  pattern: string
  where?: Readonly<Record<string, 'filled' | 'empty'>>
  kind: Payment['kind']
}

/** One export format, as data. Nothing about a platform stands in code. */
export type Profile = {
  id: string
  kind: RecordKind
  title: Text
  /** Normalised headers that must all be there for the profile to be recognised. */
  signature: readonly string[]
  /** Field → candidate sources, best first; a field without an entry uses the kind's synonyms only if `open`. */
  columns: Readonly<Record<string, readonly ColumnSource[]>>
  /** Also recognise the remaining fields by their synonyms. */
  open?: boolean
  platform?: string
  lines?: readonly LineMarker[]
  orders?: readonly OrderMarker[]
  payments?: readonly PaymentMarker[]
  /** Order fields stand on the first row of an order only and are empty on the following ones. */
  headOnFirstRow?: boolean
  /** Fields that only a leading row carries; later rows with the same value in `by` inherit them. */
  carry?: { by: string; fields: readonly string[] }
  /** Rows of this payment kind total other rows of the file and stay out of the sums. */
  summaryRows?: { field: string; pattern: string }
  /** Zone of times without one, when the format itself fixes it. */
  timezone?: string
  /** Orders are cancelled by a second order whose number is theirs with this prefix or by equal goods (practice data). */
  pairCancellations?: boolean
}
