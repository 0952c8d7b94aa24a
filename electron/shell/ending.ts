import type { BrowserWindow } from 'electron'

/** What a page gets to put its unsaved input away, sealed, before its process ends all the same. */
const patienceMs = 5_000

export type EndingDependencies = {
  of: (webContentsId: number) => BrowserWindow | undefined
  /** Another window in its place, in a process of its own; the old one and its process end. */
  renew: (window: BrowserWindow) => void
  /** Tell a page that its session is over: main has forgotten the keys already. */
  tell: (window: BrowserWindow) => void
}

/**
 * What a session leaves in a page's memory (strings, drawn rows, an engine's caches) cannot be overwritten from inside. So the
 * process of each of its windows ends, and the next officer begins in another one.
 */
export function createEnding({ of, renew, tell }: EndingDependencies) {
  const waiting = new Map<number, ReturnType<typeof setTimeout>>()

  function endNow(id: number): void {
    clearTimeout(waiting.get(id))
    waiting.delete(id)
    const window = of(id)
    if (window && !window.isDestroyed()) renew(window)
  }

  return {
    /** The session is over. `asking` is ready to go; the others answer with `left` once their input is put away. */
    end(asking: number | undefined, others: readonly number[]): void {
      for (const id of others) {
        const window = of(id)
        if (!window || waiting.has(id)) continue
        waiting.set(id, setTimeout(endNow, patienceMs, id))
        tell(window)
      }
      if (asking !== undefined) endNow(asking)
    },
    /** This page has put away what it held. One that was not told to go stays. */
    left(id: number): void {
      if (waiting.has(id)) endNow(id)
    },
  }
}

export type Ending = ReturnType<typeof createEnding>
