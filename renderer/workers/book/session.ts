import { Book } from '../../data/book'
import { arrive } from '../../data/desks/move'
import type { BookEntry } from '#shared/ipc/vault'
import type { Roles } from '#shared/people/roles'
import type { BookKeyBytes, Progress, SentinelPort, SignedIn } from '../../data/port'
import { importKeys } from '../../data/sealing/keys'
import { Grants } from './grants'
import { ImportJobs } from './import-jobs'
import { Live } from './live'
import { loadProjection } from './load'
import { Projection } from './projection/projection'
import { Views } from './views'

/** Everything that exists while a book is unlocked, and goes with it. */
export class BookSession {
  readonly entry: BookEntry
  readonly who: string
  readonly roles: Roles
  readonly book: Book
  readonly sentinel: SentinelPort
  readonly projection = new Projection()
  readonly views = new Views(this.projection)
  readonly imports = new ImportJobs()
  readonly grants: Grants
  readonly live: Live

  private constructor(entry: BookEntry, { name, roles }: SignedIn, book: Book, sentinel: SentinelPort) {
    this.entry = entry
    this.who = name
    this.roles = roles
    this.book = book
    this.sentinel = sentinel
    this.grants = new Grants(book.context.keys, name)
    this.live = new Live(book, this.projection)
  }

  /** Open the book and fill the projection. What is committed meanwhile is collected and applied afterwards. */
  static async open(
    entry: BookEntry,
    bytes: BookKeyBytes,
    officer: SignedIn,
    sentinel: SentinelPort,
    progress?: (p: Progress) => void,
  ): Promise<BookSession> {
    const keys = await importKeys(bytes)
    const book = await Book.open({ database: entry.database, keys, sentinel })
    const session = new BookSession(entry, officer, book, sentinel)
    try {
      await book.resume()
      await arrive({ context: book.context, database: entry.database, who: officer.name })
      await loadProjection(book, session.projection, progress)
      return session
    } catch (error) {
      await session.close()
      throw error
    }
  }

  async close(): Promise<void> {
    this.imports.stop()
    this.live.close()
    this.views.clear()
    await this.book.close()
  }
}
