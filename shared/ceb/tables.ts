import type { MessageType } from './message'
import type { MessageTable } from './table'
import { CEB303, CEB304 } from './messages/export-order'
import { CEB403, CEB404 } from './messages/export-payment'
import { CEB505, CEB506 } from './messages/export-waybill'
import { CEB507, CEB508 } from './messages/arrival'
import { CEB509, CEB510 } from './messages/departure'
import { CEB603, CEB604 } from './messages/export-list'
import { CEB605, CEB606 } from './messages/export-withdrawal'
import { CEB607, CEB608 } from './messages/consolidation'
import { CEB213, CEB214 } from './messages/export-return'
import { CEB215, CEB216 } from './messages/return-tally'
import { CEB701, CEB702, CEB792 } from './messages/summary'
import { CEB311, CEB312 } from './messages/import-order'
import { CEB411, CEB412 } from './messages/import-payment'
import { CEB511, CEB512 } from './messages/import-waybill'
import { CEB513, CEB514 } from './messages/waybill-status'
import { CEB621, CEB622 } from './messages/import-list'
import { CEB623, CEB624 } from './messages/import-withdrawal'
import { CEB625, CEB626 } from './messages/import-return'
import { CEB711, CEB712 } from './messages/delivery'
import { CEB816, CEB818 } from './messages/tax-bill'
import { CEB900 } from './messages/format-fault'

const tables: Record<MessageType, MessageTable> = {
  CEB303,
  CEB304,
  CEB403,
  CEB404,
  CEB505,
  CEB506,
  CEB507,
  CEB508,
  CEB509,
  CEB510,
  CEB603,
  CEB604,
  CEB605,
  CEB606,
  CEB607,
  CEB608,
  CEB213,
  CEB214,
  CEB215,
  CEB216,
  CEB701,
  CEB702,
  CEB792,
  CEB311,
  CEB312,
  CEB411,
  CEB412,
  CEB511,
  CEB512,
  CEB513,
  CEB514,
  CEB621,
  CEB622,
  CEB623,
  CEB624,
  CEB625,
  CEB626,
  CEB711,
  CEB712,
  CEB816,
  CEB818,
  CEB900,
}

/** The field table of a message. */
export const tableOf = (type: MessageType): MessageTable => tables[type]

export const allTables: readonly MessageTable[] = Object.values(tables)

/** The declaration that a receipt answers: CEB604 → CEB603. undefined for results that come unasked. */
export const answeredBy = (receipt: MessageType): MessageType | undefined =>
  allTables.find((table) => table.receipt === receipt)?.type
