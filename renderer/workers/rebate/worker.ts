import { expose } from 'comlink'
import { Book } from '../../data/book'
import type { RebatePort, SentinelPort } from '../../data/port'
import { keepRefusals } from '../refusal-transfer'
import { Marks, syncTable } from '../job'
import type { BookTask } from '../job'
import { RebateDesk } from './desk'
import { RebateStore } from './store'

/** The desk with the door to the book worker: it opens the book, and tells when everything committed was heard of. */
class RebateWorker {
  #book: Book | undefined
  #marks: Marks | undefined
  desk: RebatePort | undefined

  async open({ database, keys, who }: BookTask, sentinel: SentinelPort): Promise<void> {
    this.#book = await Book.open({ database, keys, sentinel })
    this.#marks = new Marks(this.#book.context.feed)
    this.desk = new RebateDesk(new RebateStore(this.#book, who))
  }

  /** What was committed before this mark in the feed is known here afterwards. */
  async passed(mark: string): Promise<void> {
    await this.#marks?.passed(mark)
  }

  /** Say in the feed that everything before this call has been published. */
  async sync(mark: string): Promise<void> {
    this.#book?.context.feed.publish({ [syncTable]: [mark] })
    return Promise.resolve()
  }
}
/** The desk as the book worker asks it: the month of exempt sales needs 清单, and those are held there. */
type DeskApi = Omit<RebatePort, 'exemptMonth' | 'exemptPrint' | 'declareExempt'> &
  Pick<RebateDesk, 'exemptMonth' | 'exemptPrint' | 'declareExempt'>
export type RebateApi = Omit<RebateWorker, 'desk'> & { desk: DeskApi }

keepRefusals()
expose(new RebateWorker())
