import { deltaStatement } from '#shared/protocol/api'
import type { Outcome } from '#shared/protocol/engine/ports'
import type { Handle } from '../shell/ipc'
import { isSignatureOf } from '../single-window/batch-signature'
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
  handle('reference.delta', (_context, book, { account, table, since }) =>
    through(book, (transport) => transport.referenceDelta(account, table, since)),
  )
  handle('reference.verify', (_context, _book, { signature, ...delta }) => {
    const statement = new TextEncoder().encode(deltaStatement(delta))
    return isSignatureOf(statement, signature.signature, signature.publicKey)
  })
  handle('reference.lookUp', (_context, book, { account, kind, key }) =>
    through(book, (transport) => transport.lookUp(account, kind, key)),
  )
}
