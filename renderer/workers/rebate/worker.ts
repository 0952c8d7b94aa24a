import { expose } from 'comlink'
import { Book } from '../../data/book'
import type { RebatePort, SentinelPort } from '../../data/port'
import { keepRefusals } from '../book/refusal-transfer'
import { Marks, syncTable } from '../job'
import type { BookTask } from '../job'

let book: Book | undefined
let marks: Marks | undefined

const api = {
  async open({ database, keys }: BookTask, sentinel: SentinelPort): Promise<void> {
    book = await Book.open({ database, keys, sentinel })
    marks = new Marks(book.context.feed)
  },
  /** What was committed before this mark in the feed is known here afterwards. */
  async passed(mark: string): Promise<void> {
    await marks?.passed(mark)
  },
  /** Say in the feed that everything before this call has been published. */
  async sync(mark: string): Promise<void> {
    book?.context.feed.publish({ [syncTable]: [mark] })
  },
}
export type RebateApi = typeof api & RebatePort

keepRefusals()
expose(api)
