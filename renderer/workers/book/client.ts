import { proxy, releaseProxy, wrap } from 'comlink'
import type { BookEntry } from '#shared/ipc/vault'
import type { BookHealth, BookKeyBytes, BookPort, SignedIn } from '../../data/port'

export type OpenRequest = {
  entry: BookEntry
  keys: BookKeyBytes
  officer: SignedIn
  onProgress: (done: number, total: number) => void
}
export type OpenedBook = { port: BookPort; health: BookHealth; close: () => Promise<void> }

/**
 * Start the worker of a book and unlock it. The key bytes pass through this window once and are overwritten here; the
 * sentinel's counters are main's, reached over the window's bridge.
 */
export async function openBookWorker({ entry, keys, officer, onProgress }: OpenRequest): Promise<OpenedBook> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'book' })
  const remote = wrap<BookPort>(worker)
  // Every method answers with a promise anyway; Comlink's own type would lose which room a page is of.
  const port = remote as unknown as BookPort
  const broken = new Promise<never>((_resolve, reject) => {
    worker.onerror = (event) => reject(new Error(event.message || 'book worker'))
  })
  const stop = () => {
    remote[releaseProxy]()
    worker.terminate()
  }
  const sentinel = {
    read: () => window.yiguan.invoke('sentinel.read', entry.id),
    advance: (counters: Record<string, number>) =>
      window.yiguan.invoke('sentinel.advance', entry.id, counters),
  }
  try {
    const unlocked = port.unlock(
      entry,
      keys,
      officer,
      proxy(sentinel) as never,
      proxy(({ done, total }: { done: number; total: number }) => onProgress(done, total)),
    )
    const health = await Promise.race([unlocked, broken])
    return {
      port,
      health,
      async close() {
        await port.lock().finally(stop)
      },
    }
  } catch (error) {
    stop()
    throw error
  } finally {
    keys.dataKey.fill(0)
    keys.indexKey.fill(0)
  }
}
