import type { Deadline } from '#shared/returns/clocks'
import type { ReturnCase, ReturnTransport } from '#shared/returns/case'
import type { LineLeft } from '#shared/returns/quantities'
import type { ReturnFault } from '#shared/returns/fault'
import type { Replacement, ReplacementLine } from '#shared/returns/replacement'
import type { ReturnAct, ReturnBook, ReturnEvent, ReturnStage } from '#shared/returns/routes'

/** What is known of a 清单 when something comes back of it. Days YYYY-MM-DD, '' while nobody knows them. */
export type ReturnSheet = {
  list: string
  copNo: string
  invtNo: string
  orderNo: string
  direction: 'export' | 'import'
  mode: string
  stage: ReturnStage
  /** What may be done at customs about each event, the usual act first. */
  acts: Record<ReturnEvent, readonly ReturnAct[]>
  releasedOn: string
  exportedOn: string
  lines: (LineLeft & { itemNo: string; gname: string; unit: string })[]
  transport: ReturnTransport
  /** What a 换货 starts with: the goods as they were sold. Absent where none can be made here (import, order gone). */
  replacement?: { orderNo: string; currency: string; lines: ReplacementLine[] }
}

/** What an officer writes down about a return. */
export type ReturnChoice = {
  list: string
  event: ReturnEvent
  act: ReturnAct
  reason: string
  items: { gnum: string; qty: string }[]
  /** Only an export return that is declared (213) has it. */
  transport?: ReturnTransport
  /** Of a 换货 (`new-list`): its order is made, or linked where it came in already. */
  replacement?: Replacement
  releasedOn?: string
  exportedOn?: string
  food?: boolean
}

export type ReturnView = Omit<ReturnCase, 'documents'> & {
  id: string
  rev: number
  /** Periods that run for it, none once it is through or void. */
  deadlines: Deadline[]
  /** Books nobody has settled yet. */
  open: ReturnBook[]
}
/** A 换货 seen from either of its 清单: the case, the order sent instead, and the living 清单 of that order. */
export type ReplacementView = {
  copNo: string
  list: string
  listCopNo: string
  order: string
  orderNo: string
  lists: { id: string; copNo: string }[]
}
export type ReturnKept = { id: string; copNo: string; batchNo: string }

/** 退货. Part of `BookPort`; the same rules hold. */
export type ReturnsPort = {
  returnSheet(list: string): Promise<ReturnSheet>
  /** What speaks against it, before anything is written. */
  checkReturn(choice: ReturnChoice): Promise<ReturnFault[]>
  /** Write it down; with `send` its message goes into the queue in the same transaction. Refused with the first fault. */
  keepReturn(choice: ReturnChoice, send: boolean): Promise<ReturnKept>
  /** Newest first. */
  returns(): Promise<ReturnView[]>
  /** 换货 that something else was sent for, and those that this 清单 was sent for. */
  replacementsOf(list: string): Promise<ReplacementView[]>
  /** Send a draft, one taken back, or one that was refused. */
  sendReturn(id: string, why: string): Promise<ReturnKept>
  takeBackReturn(id: string, why: string): Promise<void>
  voidReturn(id: string, why: string): Promise<void>
  /** A person has settled it in another book. */
  settleReturn(id: string, book: ReturnBook, note: string): Promise<void>
  /** 215 理货, which the site transmits, ticked by hand. */
  tallyReturn(id: string, note: string): Promise<void>
}
