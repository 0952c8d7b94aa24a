import { expose } from 'comlink'
import { Book } from '../../data/book'
import type { MatchSummary, SentinelPort, WorkProgress } from '../../data/port'
import { keepRefusals } from '../refusal-transfer'
import { Marks, seldom, syncTable } from '../job'
import type { BookTask } from '../job'
import { Matching } from './matching'

let matching: Matching | undefined
let book: Book | undefined
let marks: Marks | undefined
let signal = { aborted: false }

const api = {
  async open({ database, keys, who }: BookTask, sentinel: SentinelPort): Promise<void> {
    book = await Book.open({ database, keys, sentinel })
    marks = new Marks(book.context.feed)
    matching = new Matching(book, who)
  },
  /** `after`: a mark in the feed; what was committed before it is matched with. */
  async run(full: boolean, after: string, progress: (p: WorkProgress) => void): Promise<MatchSummary> {
    if (!matching) throw new Error('matching is not open')
    await marks?.passed(after)
    signal = { aborted: false }
    return matching.run(full, signal, seldom(progress))
  },
  /** Say in the feed that everything before this call has been published. */
  sync(mark: string): void {
    book?.context.feed.publish({ [syncTable]: [mark] })
  },
  cancel(): void {
    signal.aborted = true
  },
}
export type MatchingApi = typeof api

keepRefusals()
expose(api)
