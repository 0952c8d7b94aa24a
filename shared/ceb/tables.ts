import type { MessageType } from './message'
import type { MessageTable } from './table'
import { CEB303, CEB304 } from './tables/export-order'
import { CEB403, CEB404 } from './tables/export-payment'
import { CEB505, CEB506 } from './tables/export-waybill'
import { CEB507, CEB508 } from './tables/arrival'
import { CEB509, CEB510 } from './tables/departure'
import { CEB603, CEB604 } from './tables/export-list'
import { CEB605, CEB606 } from './tables/export-withdrawal'
import { CEB607, CEB608 } from './tables/consolidation'
import { CEB213, CEB214 } from './tables/export-return'
import { CEB215, CEB216 } from './tables/return-tally'
import { CEB701, CEB702, CEB792 } from './tables/summary'
import { CEB311, CEB312 } from './tables/import-order'
import { CEB411, CEB412 } from './tables/import-payment'
import { CEB511, CEB512 } from './tables/import-waybill'
import { CEB513, CEB514 } from './tables/waybill-status'
import { CEB621, CEB622 } from './tables/import-list'
import { CEB623, CEB624 } from './tables/import-withdrawal'
import { CEB625, CEB626 } from './tables/import-return'
import { CEB711, CEB712 } from './tables/delivery'
import { CEB816, CEB818 } from './tables/tax-bill'
import { CEB900 } from './tables/format-fault'

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
