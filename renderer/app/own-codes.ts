import { provideOwnCodes } from '../components/useCodeBook'
import type { BookPort } from '../data/port'
import { useBookState } from './book'

/** Tells the other windows of this machine that its code tables changed. Carries nothing. */
const channel = 'own codes'

async function read(port: BookPort): Promise<void> {
  provideOwnCodes(await port.ownCodes())
}

/** Lay the officers' own codes over the tables while a book is open. Once, at start. */
export function watchOwnCodes(): void {
  let current: BookPort | undefined
  useBookState.subscribe(({ book }) => {
    const port = book.phase === 'open' ? book.session.port : undefined
    if (port === current) return
    current = port
    // The shipped tables go on to be used; the room of the tables says what failed.
    if (port) void read(port).catch(() => undefined)
  })
  new BroadcastChannel(channel).onmessage = () => {
    if (current) void read(current).catch(() => undefined)
  }
}

/** After a change: show it here and in every other window. */
export async function ownCodesChanged(port: BookPort): Promise<void> {
  await read(port)
  const told = new BroadcastChannel(channel)
  told.postMessage(null)
  told.close()
}
