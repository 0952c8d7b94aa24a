import type { ForexSettings, Subject } from '../../model/forex/common'
import type { BankCredit } from '../../model/forex/credit'
import type { ReceiptInput } from '../../model/forex/input'
import type { Rates } from '../rates'
import type { Caps } from './order-caps'
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
