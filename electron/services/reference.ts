import type { Outcome } from '#shared/protocol/engine/ports'
import type { Handle } from '../shell/ipc'
import type { HttpTransport } from '../single-window/http'

type Through = <T>(
  bookId: string,
  work: (transport: HttpTransport) => Promise<Outcome<T>>,
) => Promise<Outcome<T>>

/** Serve the look-up channels: through the same way as everything that a book asks its single window. */
export function registerReference(handle: Handle, through: Through): void {
  handle('reference.catalogue', (_context, book, { account }) =>
    through(book, (transport) => transport.referenceCatalogue(account)),
  )
  handle('reference.delta', async (_context, book, { account, table, since }) => {
    const got = await through(book, (transport) => transport.referenceDelta(account, table, since))
    return got.ok ? { ...got, value: JSON.stringify(got.value) } : got
  })
  handle('reference.lookUp', (_context, book, { account, kind, key }) =>
    through(book, (transport) => transport.lookUp(account, kind, key)),
  )
}
