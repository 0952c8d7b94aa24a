import { expose } from 'comlink'
import { Book } from '../../data/book'
import type { MatchSummary, SentinelPort, WorkProgress } from '../../data/port'
import { keepRefusals } from '../book/refusal-transfer'
import { seldom, syncTable } from '../job'
import type { BookTask } from '../job'
import { Matching } from './matching'

let matching: Matching | undefined
let book: Book | undefined
let signal = { aborted: false }

const api = {
  async open({ database, keys, who }: BookTask, sentinel: SentinelPort): Promise<void> {
    book = await Book.open({ database, keys, sentinel })
    matching = new Matching(book, who)
  },
  async run(full: boolean, progress: (p: WorkProgress) => void): Promise<MatchSummary> {
    if (!matching) throw new Error('matching is not open')
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
