import { proxy } from 'comlink'
import { accountOf } from '#shared/ipc/exchange'
import { may } from '#shared/people/roles'
import type { BookPort, DeskLink, DeskMeeting } from '../data/port'
import { useBookState } from './book'
import type { Session } from './book'
import { useExchange } from './exchange'
import { notify } from './notices'

/** The desk channels of main for one book, under the account the book has at its service now. */
export function deskLinkOf({ entry, enterprise }: Pick<Session, 'entry' | 'enterprise'>): DeskLink {
  const { invoke } = window.yiguan
  const account = async () => {
    const { service } = await invoke('exchange.status', entry.id)
    return accountOf(service ?? 'none', enterprise?.customsCode ?? '-')
  }
  return {
    register: async (desk, code, name) =>
      invoke('desks.register', entry.id, { account: await account(), desk, code, name }),
    moveOut: async (desk) => invoke('desks.moveOut', entry.id, { account: await account(), desk }),
    push: async (push) => invoke('desks.push', entry.id, { account: await account(), push }),
    page: async (desk, cursor, limit) =>
      invoke('desks.page', entry.id, {
        account: await account(),
        desk,
        limit,
        ...(cursor !== undefined && { cursor }),
      }),
  }
}

/** Meet the other desks through the service now. */
export const meetDesks = (session: Session, why: string): Promise<DeskMeeting> =>
  session.port.meetDesks(proxy(deskLinkOf(session)) as never, why)

const everyMs = 60_000
let timer: ReturnType<typeof setInterval> | undefined
let watched: BookPort | undefined

/** While the officer wants it and the line is there, desks meet by themselves; conflicts are told, never decided. */
export function watchDesks(): void {
  useBookState.subscribe(({ book }) => {
    const port = book.phase === 'open' ? book.session.port : undefined
    if (port === watched) return
    watched = port
    clearInterval(timer)
    if (port) timer = setInterval(() => void meetQuietly(), everyMs)
    if (book.phase === 'open') void tellMovedOut(book.session)
  })
}

/**
 * 已迁出 while the service could not be reached: it is told at each unlock, because nothing can be written here any more
 * that would remember it. Telling it again changes nothing there.
 */
async function tellMovedOut(session: Session): Promise<void> {
  if (session.health.state !== 'moved') return
  try {
    const { id, code, moved } = await session.port.deskState()
    if (!moved || moved.told) return
    const link = deskLinkOf(session)
    const registered = await link.register(id, code, moved.who)
    if (registered.ok) await link.moveOut(id)
  } catch {
    // The next unlock tries again; the room says that it was not told.
  }
}

async function meetQuietly(): Promise<void> {
  const { book } = useBookState.getState()
  if (book.phase !== 'open' || book.session.health.state === 'moved') return
  if (!may(book.session.roles, 'enter')) return
  if (useExchange.getState().facts?.line !== 'online') return
  try {
    const { on, moved } = await book.session.port.deskState()
    if (!on || moved) return
    const met = await meetDesks(book.session, '')
    if (!met.ok || met.conflicts === 0) return
    notify({
      id: 'desk-conflicts',
      level: 'warning',
      title: conflictsFound(met.conflicts),
      at: new Date().toISOString(),
      view: 'desks',
    })
  } catch {
    // The room shows why; a meeting that nobody asked for is not to disturb.
  }
}

const conflictsFound = (n: number) => ({
  zh: `与其他电脑有 ${n} 条改动冲突，请选择保留哪个`,
  en: `Records changed on several computers: ${n}; choose what to keep`,
})
