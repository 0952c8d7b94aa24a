import { create } from 'zustand'
import type { BookEntry } from '#shared/ipc/vault'
import type { Enterprise } from '#shared/model/enterprise'
import { describeFailure, type Failure } from '../components/failure'
import type { BookHealth, BookPort } from '../data/port'
import type { OpenedBook, OpenRequest } from '../workers/book/client'
import { resetNavigation } from './navigation'
import { clearNotices } from './notices'
import { forgetOnline } from './online'

/** Starts the worker of a book with its keys; `close` of the result drops both. */
export type OpenBookFunction = (request: OpenRequest) => Promise<OpenedBook>

export type Session = {
  entry: BookEntry
  officer: string
  enterprise?: Enterprise
  /** Revision of the enterprise that is shown; what was stored since is not written over. */
  enterpriseRev: number
  health: BookHealth
  port: BookPort
}

export type BookState =
  | { phase: 'starting' }
  | { phase: 'first-run'; books: readonly BookEntry[]; failure?: Failure }
  | { phase: 'locked'; books: readonly BookEntry[]; failure?: Failure }
  | { phase: 'opening'; entry: BookEntry; done: number; total: number }
  | { phase: 'open'; session: Session }

export const useBookState = create<{ book: BookState }>(() => ({ book: { phase: 'starting' } }))
const go = (book: BookState) => useBookState.setState({ book })

let opener: OpenBookFunction | undefined
let close: (() => Promise<void>) | undefined

/** Give the frame the way to the book's worker; once, at start. */
export function provideBookOpener(openBook: OpenBookFunction): void {
  opener = openBook
}

/** Which books there are decides between the first run and the unlock page. */
export async function loadBooks(): Promise<void> {
  try {
    const books = await window.yiguan.invoke('vault.books')
    go({ phase: books.length === 0 ? 'first-run' : 'locked', books })
  } catch (error) {
    go({ phase: 'locked', books: [], failure: describeFailure(error) })
  }
}

/** From the unlock page to the questions for one more book, and back. */
export function startAnotherBook(books: readonly BookEntry[]): void {
  go({ phase: 'first-run', books })
}
export function backToBooks(books: readonly BookEntry[]): void {
  go({ phase: 'locked', books })
}

/** Unlock: keys from main, then the book's worker. A refusal comes back to the unlock page in words. */
export async function openBook(entry: BookEntry, password: string): Promise<boolean> {
  const { book } = useBookState.getState()
  const books = 'books' in book ? book.books : [entry]
  try {
    if (!opener) throw new Error('[no-worker] no book worker')
    const { officer, ...keys } = await window.yiguan.invoke('vault.open', entry.id, password)
    go({ phase: 'opening', entry, done: 0, total: 0 })
    const opened = await opener({
      entry,
      keys,
      officer,
      onProgress: (done, total) => go({ phase: 'opening', entry, done, total }),
    })
    close = opened.close
    const [enterprise] = await opened.port.all('enterprise')
    go({
      phase: 'open',
      session: {
        entry,
        officer,
        port: opened.port,
        health: opened.health,
        enterprise: enterprise?.record as Enterprise | undefined,
        enterpriseRev: enterprise?.rev ?? 0,
      },
    })
    return true
  } catch (error) {
    await dropWorker()
    go({ phase: 'locked', books, failure: describeFailure(error) })
    return false
  }
}

/** Create a book, open it, and write its enterprise. */
export async function createBook(enterprise: Enterprise, password: string): Promise<void> {
  const { book } = useBookState.getState()
  const books = 'books' in book ? book.books : []
  let entry: BookEntry
  try {
    entry = await window.yiguan.invoke('vault.create', {
      kind: enterprise.book,
      label: enterprise.name,
      officer: enterprise.officer,
      password,
    })
  } catch (error) {
    go({ phase: 'first-run', books, failure: describeFailure(error) })
    return
  }
  if (await openBook(entry, password)) await saveEnterprise(enterprise, 'first run')
}

/** Write the enterprise of the open book over the one that is shown, and show it in the frame. */
export async function saveEnterprise(enterprise: Enterprise, why: string): Promise<void> {
  const session = currentSession()
  const [stored] = await session.port.all('enterprise')
  await session.port.command('enterprise', why, [
    { table: 'enterprise', op: 'put', id: stored?.id, rev: session.enterpriseRev, record: enterprise },
  ])
  go({ phase: 'open', session: { ...session, enterprise, enterpriseRev: session.enterpriseRev + 1 } })
}

/** Show the enterprise as it is stored now; another window may have changed it. */
export async function refreshEnterprise(): Promise<void> {
  const [stored] = await currentSession().port.all('enterprise')
  const { book } = useBookState.getState()
  if (!stored || book.phase !== 'open' || book.session.enterpriseRev === stored.rev) return
  go({
    phase: 'open',
    session: { ...book.session, enterprise: stored.record as Enterprise, enterpriseRev: stored.rev },
  })
}

async function dropWorker(): Promise<void> {
  const closing = close
  close = undefined
  await closing?.()
}

/** Lock: the worker and its keys go first, then everything the window still shows. */
export async function lockBook(): Promise<void> {
  await dropWorker()
  go({ phase: 'starting' })
  resetNavigation()
  clearNotices()
  forgetOnline()
  await loadBooks()
}

/** The open book; only for code that runs while one is open. */
export function currentSession(): Session {
  const { book } = useBookState.getState()
  if (book.phase !== 'open') throw new Error('no open book')
  return book.session
}

/** The open book for components of rooms: they exist only while one is open. */
export function useSession(): Session {
  const book = useBookState((state) => state.book)
  if (book.phase !== 'open') throw new Error('no open book')
  return book.session
}

/** The data port of the open book. */
export function useBook(): BookPort {
  return useSession().port
}
