import { Book } from '../../data/book'
import type { SentinelPort } from '../../data/port'
import { syncTable } from '../job'
import type { BookTask } from '../job'

/** Work of the import worker. `mark`: published behind all its changes, by the way they went. */
export type MarkedTask = BookTask & { mark: string }

/** Open the book for a piece of work, and close it behind it. */
export async function inBook<T>(
  { database, keys, mark }: MarkedTask,
  sentinel: SentinelPort,
  work: (book: Book) => Promise<T>,
): Promise<T> {
  const book = await Book.open({ database, keys, sentinel })
  try {
    return await work(book)
  } finally {
    book.context.feed.publish({ [syncTable]: [mark] })
    await book.close()
  }
}
