import { defaultForexRules, type ForexRules } from '#shared/forex/book/records'
import type { Book } from '../../data/book'

/** Everything the receipts of a book rest on, held unsealed and kept at what was committed in any window. */
export class ForexStore {
  readonly book: Book
  readonly who: string
  rules: ForexRules = defaultForexRules

  constructor(book: Book, who: string) {
    this.book = book
    this.who = who
  }

  async inTurn<T>(work: () => Promise<T>): Promise<T> {
    return work()
  }
}
