import { create } from 'zustand'
import type { Result } from '#shared/ipc/contract'
import type { DataCipher } from '#shared/ipc/data-cipher'
import type { BookEntry } from '#shared/ipc/vault'
import type { Role } from '#shared/people/roles'
import type { Enterprise } from '#shared/model/enterprise'
import { describeFailure, type Failure } from '../components/failure'
import type { BookHealth, BookPort } from '../data/port'
import type { OpenedBook, OpenRequest } from '../workers/book/client'
import { clearDrafts } from './drafts'
import { keepDrafts, restoreDrafts } from './kept-drafts'
import { resetNavigation } from './navigation'
import { clearNotices, notify } from './notices'
import { forgetOnline } from './online'
import { listed } from '../components/text'

/** Starts the worker of a book with its keys; `close` of the result drops both. */
export type OpenBookFunction = (request: OpenRequest) => Promise<OpenedBook>

export type Session = {
  entry: BookEntry
  officer: string
  officerId: string
  roles: readonly Role[]
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

/** A window that another one opened starts in its session; any other one asks for the password first. */
export async function startWindow(): Promise<void> {
  window.yiguan.on('vault.locked', () => void endSession('vault.left'))
  try {
    const session = await window.yiguan.invoke('vault.resume')
    if (session) {
      await openWith(session.entry, () => Promise.resolve(session.keys))
      return
    }
  } catch {
    // The unlock page says what is wrong with the vault, if anything is.
  }
  await loadBooks()
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
export function openBook(
  entry: BookEntry,
  password: string,
  officer = entry.officers[0]?.id ?? '',
): Promise<boolean> {
  return openWith(entry, () => window.yiguan.invoke('vault.open', entry.id, password, officer))
}

async function openWith(entry: BookEntry, keysOf: () => Promise<Result<'vault.open'>>): Promise<boolean> {
  const { book } = useBookState.getState()
  const books = 'books' in book ? book.books : [entry]
  try {
    if (!opener) throw new Error('[no-worker] no book worker')
    const { officer, officerId, roles, ...keys } = await keysOf()
    go({ phase: 'opening', entry, done: 0, total: 0 })
    const opened = await opener({
      entry,
      keys,
      officer: { name: officer, roles },
      onProgress: (done, total) => go({ phase: 'opening', entry, done, total }),
    })
    close = opened.close
    const [enterprise] = await opened.port.all('enterprise')
    const restored = await restoreDrafts(opened.port, officer)
    go({
      phase: 'open',
      session: {
        entry,
        ...{ officer, officerId, roles },
        port: opened.port,
        health: opened.health,
        enterprise: enterprise?.record as Enterprise | undefined,
        enterpriseRev: enterprise?.rev ?? 0,
      },
    })
    if (restored.length > 0) tellRestored(restored)
    return true
  } catch (error) {
    await dropWorker()
    go({ phase: 'locked', books, failure: describeFailure(error) })
    return false
  }
}

function tellRestored(titles: readonly string[]): void {
  const names = listed(titles)
  notify({
    id: 'drafts',
    level: 'info',
    title: {
      zh: `上次未保存的输入已放回：${names.zh}`,
      en: `Input that was not saved last time is back: ${names.en}`,
    },
    detail: {
      zh: '打开该页即可继续，保存后才写入账套。',
      en: 'Open the form to go on; saving writes it to the book.',
    },
    at: new Date().toISOString(),
  })
}

/** Why the last opening was refused, as a code; undefined while nothing was. */
export function openingFailure(): string | undefined {
  const { book } = useBookState.getState()
  return book.phase === 'locked' ? book.failure?.code : undefined
}

/** Create a book, open it, and write its enterprise. */
export async function createBook(
  enterprise: Enterprise,
  password: string,
  cipher: DataCipher,
): Promise<void> {
  const { book } = useBookState.getState()
  const books = 'books' in book ? book.books : []
  let entry: BookEntry
  try {
    entry = await window.yiguan.invoke('vault.create', {
      kind: enterprise.book,
      label: enterprise.name,
      officer: enterprise.officer,
      password,
      cipher,
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

/**
 * Lock this window and every other one of the session: unsaved input is put away, main forgets the keys and ends the process
 * of the page. The next officer begins in another one.
 */
export const lockBook = (): Promise<void> => endSession('vault.lock')

/** Main ends this page while it answers; where it could not, the unlock page is shown in this one. */
async function endSession(channel: 'vault.lock' | 'vault.left'): Promise<void> {
  await leaveBook()
  await window.yiguan.invoke(channel).catch(() => undefined)
  await loadBooks()
}

/** Put unsaved input away, then the worker and its keys go, then everything the window still shows. */
async function leaveBook(): Promise<void> {
  const { book } = useBookState.getState()
  if (book.phase === 'open') {
    // A book that cannot be written is locked all the same: the keys must not stay because the disk is full.
    await keepDrafts(book.session.port, book.session.officer).catch(() => undefined)
  }
  await dropWorker()
  go({ phase: 'starting' })
  clearDrafts()
  resetNavigation()
  clearNotices()
  forgetOnline()
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
