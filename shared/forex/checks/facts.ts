import type { ForexSettings, Subject } from '../model/common'
import type { BankCredit } from '../model/credit'
import type { ReceiptInput } from '../model/input'
import type { Rates } from '../rates'
import type { Caps } from './caps'
import type { ReceiptIndex } from '../receipt-index'
import type { UsageLedger } from '../usage'

/** What every check of a receipt may look at. Sections of `input` that are absent are not examined. */
export type ReceiptFacts = {
  credit: BankCredit
  subject: Subject
  settings: ForexSettings
  input: ReceiptInput
  index: ReceiptIndex
  rates: Rates
  caps: Caps
  usage: UsageLedger
  asOf: string
}

/** Texts compared as a person would: width, case and blanks do not count; likeness is not equality. */
export const sameText = (a: string, b: string): boolean => a === b || plain(a) === plain(b)
export const plain = (text: string): string =>
  text.normalize('NFKC').replace(/\s+/gu, ' ').trim().toLowerCase()
