import { expose } from 'comlink'
import type { ModeAnswers } from '#shared/declaration/modes/facts'
import type { ModePath } from '#shared/model/mode'
import { Book } from '../../data/book'
import type { SentinelPort, WorkProgress } from '../../data/port'
import { keepRefusals } from '../refusal-transfer'
import { seldom, syncTable } from '../job'
import type { BookTask } from '../job'
import { buildLists } from './build'
import type { BuildTask } from './build'
import { causesOf } from './causes'
import { correctLists } from './correct'
import { declareLists } from './declare'
import { takeBack, voidLists } from './give-up'
import { judgeOrders, previewMode } from './modes'
import type { ModeTask } from './modes'
import { changeOverride, listFields, outdatedFields } from './override'
import type { FieldTask, OverrideTask } from './override'
import { rebuildLists } from './rebuild'
import type { ListTask } from './rebuild'
import type { PartsTable } from './parts-queue'
import { withdrawLists } from './withdraw'
import { depart, resendDeparture } from '../departure/depart'
import type { DepartTask } from '../departure/depart'
import { keepReturn, sendReturn } from '../returns/keep'
import type { SendReturn } from '../returns/keep'
import type { KeepReturn } from '../returns/keep'
import { deleteApplication } from '../summary/delete'
import { applySummary, resendApplication } from '../summary/apply'
import type { ApplyTask } from '../summary/apply'
import { takeBackParts, voidParts } from '../summary/give-up'
import { previewSummary } from '../summary/preview'
import type { PreviewTask } from '../summary/preview'

type Tell = (p: WorkProgress) => void

const signal = { aborted: false }
let opened: { book: Book; who: string } | undefined
const open = () => {
  if (!opened) throw new Error('declaration worker is not open')
  return opened
}

const api = {
  async open({ database, keys, who }: BookTask, sentinel: SentinelPort): Promise<void> {
    opened = { book: await Book.open({ database, keys, sentinel }), who }
  },
  build(task: BuildTask, tell: Tell) {
    return buildLists(open().book, open().who, task, signal, seldom(tell))
  },
  rebuild(task: ListTask, tell: Tell) {
    return rebuildLists(open().book, open().who, task, signal, seldom(tell))
  },
  declare(task: ListTask, tell: Tell) {
    return declareLists(open().book, open().who, task, signal, seldom(tell))
  },
  correct(task: ListTask, tell: Tell) {
    return correctLists(open().book, open().who, task, signal, seldom(tell))
  },
  withdraw(task: ListTask, tell: Tell) {
    return withdrawLists(open().book, open().who, task, signal, seldom(tell))
  },
  previewSummary: (task: PreviewTask) => previewSummary(open().book, task),
  applySummary: (task: ApplyTask) => applySummary(open().book, open().who, task),
  resendApplication: (id: string, why: string) => resendApplication(open().book, open().who, id, why),
  deleteApplication: (id: string, why: string) => deleteApplication(open().book, open().who, id, why),
  depart: (task: DepartTask) => depart(open().book, open().who, task),
  resendDeparture: (id: string, why: string) => resendDeparture(open().book, open().who, id, why),
  keepReturn: (task: KeepReturn) => keepReturn(open().book, open().who, task),
  sendReturn: (options: SendReturn) => sendReturn(open().book, open().who, options),
  takeBackParts: (table: PartsTable, id: string, why: string) =>
    takeBackParts(open().book, open().who, table, id, why),
  voidParts: (table: PartsTable, id: string, why: string) =>
    voidParts(open().book, open().who, table, id, why),
  voidLists: (lists: string[], why: string) => voidLists(open().book, open().who, lists, why),
  takeBack: (lists: string[], why: string) => takeBack(open().book, open().who, lists, why),
  judgeModes: (task: ModeTask, answers: ModeAnswers) => judgeOrders(open().book, task, answers),
  previewMode: (task: ModeTask, path: ModePath) => previewMode(open().book, task, path),
  listFields: (list: string) => listFields(open().book, list),
  outdatedFields: (task: FieldTask) => outdatedFields(open().book, task),
  changeOverride: (task: OverrideTask) => changeOverride(open().book, open().who, task),
  causes: (lists: string[]) => causesOf(open().book, lists),
  cancel(): void {
    signal.aborted = true
  },
  /** Say in the feed that everything before this call has been published. */
  sync(mark: string): void {
    open().book.context.feed.publish({ [syncTable]: [mark] })
  },
}
export type DeclarationApi = typeof api

keepRefusals()
expose(api)
