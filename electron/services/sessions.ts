import type { BookEntry, FormerKey } from '#shared/ipc/vault'
import type { Role } from '#shared/people/roles'

/** Keys of an open book as `vault.open` gave them, and what who gave the password may do. */
export type OpenKeys = {
  keyId: string
  dataKey: Uint8Array
  indexKey: Uint8Array
  /** Sealed under the data key; see `vault.renewKeys`. */
  former: FormerKey[]
  officer: string
  officerId: string
  roles: Role[]
}
type Session = { entry: BookEntry; keys: OpenKeys; windows: Set<number> }

const lastTried = /^/

const copyOf = ({ dataKey, indexKey, ...rest }: OpenKeys): OpenKeys => ({
  ...rest,
  dataKey: dataKey.slice(),
  indexKey: indexKey.slice(),
})

/**
 * Which windows work in one unlocked session: same book, same officer. A window that one of them opens gets the keys
 * once, without the password; nobody else ever does. All of them lock together, and with the last window the keys go.
 */
export function createSessions() {
  const sessions = new Set<Session>()
  const invited = new Map<number, Session>()
  const whenLeft: ((bookId: string) => void)[] = []
  const of = (window: number) => [...sessions].find(({ windows }) => windows.has(window))

  function end(session: Session): void {
    sessions.delete(session)
    for (const [window, one] of invited) if (one === session) invited.delete(window)
    session.keys.dataKey.fill(0)
    session.keys.indexKey.fill(0)
    // The engine keeps the text an expression was last tried on: a recovery key, a name. Now it keeps nothing.
    lastTried.exec('')
    const { id } = session.entry
    if ([...sessions].some(({ entry }) => entry.id === id)) return
    for (const tell of whenLeft) tell(id)
  }

  function endAll(ended: readonly Session[]): number[] {
    const windows = ended.flatMap((session) => [...session.windows])
    for (const session of ended) end(session)
    return windows
  }

  function leave(window: number): void {
    invited.delete(window)
    const session = of(window)
    session?.windows.delete(window)
    if (session?.windows.size === 0) end(session)
  }

  return {
    /** Be told when nobody works in a book any more: what is kept for its sessions goes. */
    whenLeft(tell: (bookId: string) => void): void {
      whenLeft.push(tell)
    },

    /** This window has unlocked the book with the password. */
    opened(window: number, entry: BookEntry, keys: OpenKeys): void {
      leave(window)
      const same = [...sessions].find(
        (one) => one.entry.id === entry.id && one.keys.officerId === keys.officerId,
      )
      if (same) same.windows.add(window)
      else sessions.add({ entry, keys: copyOf(keys), windows: new Set([window]) })
    },

    /** A window that `opener` opened may join the session of `opener`, if that is in one. */
    invite(window: number, opener: number): void {
      const session = of(opener)
      if (session) invited.set(window, session)
    },

    /** Book and keys for an invited window, once. */
    join(window: number): { entry: BookEntry; keys: OpenKeys } | null {
      const session = invited.get(window)
      if (!session) return null
      invited.delete(window)
      session.windows.add(window)
      return { entry: session.entry, keys: copyOf(session.keys) }
    },

    /** The keys of this very book while this window works in it; they are not copied and must not be kept. */
    keysOf(window: number, bookId: string): OpenKeys | undefined {
      const session = of(window)
      return session?.entry.id === bookId ? session.keys : undefined
    },

    /** Which book a window works in, and what its officer may do; undefined before the password. */
    holderOf(window: number): { bookId: string; roles: readonly Role[] } | undefined {
      const session = of(window)
      return session && { bookId: session.entry.id, roles: session.keys.roles }
    },

    /** Forget the keys of one book; the windows that worked in it. */
    lockBook: (bookId: string): number[] => endAll([...sessions].filter(({ entry }) => entry.id === bookId)),

    /** Forget the keys of this book but these; the windows that worked with older ones. */
    lockOlder: (bookId: string, keyId: string): number[] =>
      endAll([...sessions].filter(({ entry, keys }) => entry.id === bookId && keys.keyId !== keyId)),

    /** Forget the keys in every session of the book but that of this window; the windows that worked in them. */
    lockOthers: (bookId: string, window: number): number[] =>
      endAll([...sessions].filter(({ entry, windows }) => entry.id === bookId && !windows.has(window))),

    /** Forget the keys in every session of an officer; the windows that worked in them. */
    lockOfficer: (bookId: string, officerId: string): number[] =>
      endAll([...sessions].filter(({ entry, keys }) => entry.id === bookId && keys.officerId === officerId)),

    /** The books that are open now. */
    books: (): string[] => [...new Set([...sessions].map(({ entry }) => entry.id))],

    /** Forget the keys; the other windows of the session, which have to lock too. */
    lock(window: number): number[] {
      const session = of(window)
      if (!session) return []
      const others = [...session.windows].filter((one) => one !== window)
      end(session)
      return others
    },

    leave,
  }
}

export type Sessions = ReturnType<typeof createSessions>
