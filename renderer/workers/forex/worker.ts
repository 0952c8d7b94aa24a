import { expose } from 'comlink'
import { Book } from '../../data/book'
import type { ForexPort, SentinelPort } from '../../data/port'
import { keepRefusals } from '../refusal-transfer'
import { Marks, syncTable } from '../job'
import type { BookTask } from '../job'
import { ForexDesk } from './desk'
import { ForexStore } from './store'

/** The desk with the door to the book worker: it opens the book, and tells when everything committed was heard of. */
class ForexWorker {
  #book: Book | undefined
  #marks: Marks | undefined
  desk: ForexPort | undefined

  async open({ database, keys, who }: BookTask, sentinel: SentinelPort): Promise<void> {
    this.#book = await Book.open({ database, keys, sentinel })
    this.#marks = new Marks(this.#book.context.feed)
    this.desk = new ForexDesk(new ForexStore(this.#book, who))
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
export type ForexApi = Omit<ForexWorker, 'desk'> & { desk: ForexPort }

keepRefusals()
expose(new ForexWorker())
