import { proxy } from 'comlink'
import { create } from 'zustand'
import type { BackupEntry, BackupState } from '#shared/ipc/backup'
import { may } from '#shared/people/roles'
import { describeFailure } from '../../components/failure'
import type { BackupKind, BackupLink, JournalVerdict, RowProgress } from '../../data/port'
import { useBookState, type Session } from '../book'
import { notify } from '../notices'
import { goOnRenewing } from './renewal'

/** How the open book stands: its backups, the end of its journal, and a backup that is being written. */
type Safety = { state?: BackupState; end?: JournalVerdict; running?: RowProgress }
export const useSafety = create<Safety>(() => ({}))

const everyMs = 10 * 60_000
/** A backup that nobody asked for waits until nobody touched the window for so long. */
const idleMs = 3 * 60_000

let timer: ReturnType<typeof setInterval> | undefined
let watched: Session['port'] | undefined
let lastInput = 0

/** Look after the backups of whatever book is open, and at the end of its journal when it is opened. */
export function watchSafety(): void {
  for (const event of ['keydown', 'pointerdown'] as const) {
    window.addEventListener(event, () => (lastInput = Date.now()), { capture: true, passive: true })
  }
  useBookState.subscribe(({ book }) => {
    const port = book.phase === 'open' ? book.session.port : undefined
    if (port === watched) return
    watched = port
    clearInterval(timer)
    useSafety.setState({}, true)
    if (book.phase !== 'open') return
    const { session } = book
    timer = setInterval(() => void look(session), everyMs)
    void lookFirst(session)
    void goOnRenewing(session)
  })
}

const isOpen = ({ port }: Session) => watched === port

async function lookFirst(session: Session): Promise<void> {
  try {
    const end = await session.port.verifyEnd()
    if (!isOpen(session)) return
    useSafety.setState({ end })
    if (!end.ok) {
      notify({
        id: 'journal-end',
        level: 'error',
        title: end.text,
        at: new Date().toISOString(),
        view: 'safety',
      })
    }
    await refreshBackups(session)
  } catch {
    // The room asks again and shows why; opening a book must not fail because its backups could not be looked at.
  }
}

async function look(session: Session): Promise<void> {
  try {
    const state = await refreshBackups(session)
    if (!state?.due || useSafety.getState().running || Date.now() - lastInput < idleMs) return
    if (session.health.state !== 'ok' || !may(session.roles, 'backup')) return
    await runBackup(session, { confirmed: false, moves: false })
  } catch (error) {
    const { code, text } = describeFailure(error)
    // Another window is at it.
    if (code === 'backup-running') return
    notify({ id: 'backup', level: 'error', title: text, at: new Date().toISOString(), view: 'safety' })
  }
}

/** How the book stands now, for all who show it. */
export async function refreshBackups({ entry, port }: Session): Promise<BackupState | undefined> {
  const counters = await port.watchedCounters()
  const state = await window.yiguan.invoke('backup.state', entry.id, counters)
  if (watched === port) useSafety.setState({ state })
  return state
}

/** Main's part of a backup of one book. */
function linkOf(book: string): BackupLink {
  const { invoke } = window.yiguan
  return {
    begin: (facts) => invoke('backup.begin', book, facts),
    part: (id, store, bytes) => invoke('backup.part', id, store, bytes),
    finish: (id, facts) => invoke('backup.finish', id, facts),
    abort: (id) => invoke('backup.abort', id),
  }
}

/** Write a backup and show how far it is. Rejects with the words of whoever refused. */
export async function runBackup(session: Session, kind: BackupKind): Promise<BackupEntry> {
  const { port, entry } = session
  const tell = (running: RowProgress) => useSafety.setState({ running })
  tell({ done: 0, total: 0 })
  try {
    return await port.backUp(proxy(linkOf(entry.id)) as never, kind, proxy(tell) as never)
  } finally {
    useSafety.setState({ running: undefined })
    await refreshBackups(session).catch(() => undefined)
  }
}
