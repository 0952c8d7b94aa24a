import { PRACTICE_SERVICE, readAccount, type ExchangeStatus } from '#shared/ipc/exchange'
import type { BookKind } from '#shared/model/enterprise'
import type { Outcome } from '#shared/protocol/engine/ports'
import type { JournalEntry } from '#shared/protocol/engine/records'
import { networkFailure } from '#shared/protocol/errors'
import type { Handle } from '../shell/ipc'
import { accountChanged, movedOut, noTransport } from '../single-window/fit'
import { FOLDER_SERVICE } from '../single-window/folder'
import { httpTransport, type Endpoint, type HttpTransport } from '../single-window/http'
import type { Fetch } from '../single-window/request'
import type { DeskIds } from './desk-ids'
import { registerReference } from './reference'
import type { Signing } from './signing'

/** What may have left this machine, per book, outside the database. `append` resolves when the entry is on disk. */
export type SendJournal = {
  append(bookId: string, entry: JournalEntry): Promise<void>
  entries(bookId: string): Promise<JournalEntry[]>
}

export type ExchangeDependencies = {
  /** Fixed when the book was created; asked before every connection. */
  kindOf(bookId: string): Promise<BookKind>
  /** The single window the officer set up for this book; `url` null: none. */
  serviceOf(bookId: string): Promise<{ url: string | null }>
  /** The way through the folders of the import client, for a 正式 book that was set to it. */
  folderOf(bookId: string): Promise<HttpTransport | undefined>
  /** Where the practice service is now; undefined while it is not running. */
  practice(): { url: string; token: string } | undefined
  /** The desk a book spoke as. */
  desks: DeskIds
  /** 已迁出: nothing of this book is sent from here any more. */
  hasMoved(bookId: string): Promise<boolean>
  /** Resolves when it runs or could not be started. */
  startPractice(): Promise<unknown>
  fetch: Fetch
  journal: SendJournal
  signing: Signing
  /** The service of this book has answered. */
  contacted?: (bookId: string) => void
  /** Be told when nobody works in a book any more. */
  whenLeft?: (tell: (bookId: string) => void) => void
  now(): number
}

type Connection = { endpoint: Endpoint; transport: HttpTransport }

/**
 * The transport of each book: to the service that was set up for it, else for a 演练 book to the practice service of
 * this app. A 正式 book without a service prepares, checks and exports.
 */
export function createExchange(deps: ExchangeDependencies) {
  const { kindOf, serviceOf, folderOf, practice, startPractice, fetch, journal, signing, now } = deps
  const connections = new Map<string, Connection>()
  // Account and session with the service are of who was signed in; the next one signs in anew.
  deps.whenLeft?.((bookId) => connections.delete(bookId))
  const lastCalls = new Map<string, NonNullable<ExchangeStatus['lastCall']>>()
  /** Highest epoch each book has sent with in this session: an older one comes from a window that missed a change. */
  const epochs = new Map<string, number>()

  async function endpointOf(bookId: string): Promise<Outcome<Endpoint>> {
    const { url } = await serviceOf(bookId)
    if (url !== null) return { ok: true, value: { service: url, url } }
    if ((await kindOf(bookId)) !== 'practice') return { ok: false, failure: noTransport() }
    const address = practice()
    if (!address) return { ok: false, failure: networkFailure('network', true) }
    return { ok: true, value: { service: PRACTICE_SERVICE, ...address } }
  }

  /** One transport as long as the address stays; a new address is asked again what it is. */
  async function connect(bookId: string): Promise<Outcome<HttpTransport>> {
    const folder = (await serviceOf(bookId)).url === null ? await folderOf(bookId) : undefined
    if (folder) return { ok: true, value: folder }
    const endpoint = await endpointOf(bookId)
    if (!endpoint.ok) return endpoint
    const { url, token } = endpoint.value
    const known = connections.get(bookId)
    if (known?.endpoint.url === url && known.endpoint.token === token)
      return { ok: true, value: known.transport }
    const transport = httpTransport(endpoint.value, await kindOf(bookId), {
      fetch,
      now,
      journal: (entry) => journal.append(bookId, entry),
      desk: () => deps.desks.of(bookId),
      identity: {
        publicKey: async () => (await signing.identity(bookId)).publicKey,
        signText: (text) => signing.signText(bookId, text),
      },
      report: ({ operation, at, ms, outcome }) => {
        const reached = outcome.ok || outcome.failure.reached
        if (reached) deps.contacted?.(bookId)
        lastCalls.set(bookId, { operation, at, ms, reached, code: outcome.ok ? 'ok' : outcome.failure.code })
      },
    })
    connections.set(bookId, { endpoint: endpoint.value, transport })
    return { ok: true, value: transport }
  }

  async function through<T>(
    bookId: string,
    work: (transport: HttpTransport) => Promise<Outcome<T>>,
  ): Promise<Outcome<T>> {
    const transport = await connect(bookId)
    return transport.ok ? work(transport.value) : transport
  }

  async function status(bookId: string): Promise<ExchangeStatus> {
    const isPractice = (await kindOf(bookId)) === 'practice'
    const { url } = await serviceOf(bookId)
    const own = isPractice ? PRACTICE_SERVICE : (await folderOf(bookId)) ? FOLDER_SERVICE : null
    return {
      service: url ?? own,
      url: url ?? (isPractice ? (practice()?.url ?? null) : null),
      practice: isPractice,
      lastCall: lastCalls.get(bookId) ?? null,
    }
  }

  return {
    status,
    async startPractice(bookId: string): Promise<ExchangeStatus> {
      const { url } = await serviceOf(bookId)
      if (url === null && (await kindOf(bookId)) === 'practice') await startPractice()
      return status(bookId)
    },
    through,
    /** False for an epoch below one this book has already sent with. */
    isCurrentEpoch(bookId: string, epoch: number): boolean {
      const highest = Math.max(epochs.get(bookId) ?? 0, epoch)
      epochs.set(bookId, highest)
      return epoch === highest
    },
    journal: (bookId: string) => journal.entries(bookId),
    sign: (bookId: string, bytes: Uint8Array) => signing.sign(bookId, bytes),
  }
}

/** Serve the exchange channels. */
export function registerExchange(handle: Handle, deps: ExchangeDependencies): void {
  const exchange = createExchange(deps)
  handle('exchange.status', (_context, book) => exchange.status(book))
  handle('exchange.startPractice', (_context, book) => exchange.startPractice(book))
  handle('exchange.capabilities', (_context, book, { account }) =>
    exchange.through(book, (transport) => transport.capabilities(account)),
  )
  handle('exchange.signIn', (_context, book, { account, enrolment }) =>
    exchange.through(book, (transport) => transport.signIn(account, enrolment)),
  )
  handle('exchange.putBatch', (_context, book, { epoch, ...put }) =>
    exchange.through(book, async (transport) =>
      (await deps.hasMoved(book))
        ? { ok: false, failure: movedOut() }
        : exchange.isCurrentEpoch(book, epoch) && readAccount(put.account)
          ? transport.putBatch(put)
          : { ok: false, failure: accountChanged() },
    ),
  )
  handle('exchange.queryBatch', (_context, book, { account, batchId }) =>
    exchange.through(book, (transport) => transport.queryBatch(batchId, account)),
  )
  handle('exchange.receipts', (_context, book, { account, cursor, limit }) =>
    exchange.through(book, (transport) => transport.receipts(account, cursor, limit)),
  )
  handle('exchange.documents', (_context, book, { account, query }) =>
    exchange.through(book, (transport) => transport.documents(account, query)),
  )
  handle('exchange.putFiling', (_context, book, { account, ...put }) =>
    exchange.through(book, (transport) => transport.putFiling(account, put)),
  )
  handle('exchange.filings', (_context, book, { account, cursor, limit }) =>
    exchange.through(book, (transport) => transport.filings(account, cursor, limit)),
  )
  handle('exchange.putAttachment', (_context, book, { account, ...file }) =>
    exchange.through(book, (transport) => transport.putAttachment(account, file)),
  )
  handle('exchange.selfCheck', (_context, book, { account, ...claim }) =>
    exchange.through(book, (transport) => transport.selfCheck(account, claim)),
  )
  handle('exchange.forexPrecheck', (_context, book, { account, ...receipts }) =>
    exchange.through(book, (transport) => transport.forexPrecheck(account, receipts)),
  )
  handle('desks.register', async (_context, book, { account, desk, ...registration }) => {
    // On disk before the service knows it: no copy of this profile is older than what it is known by.
    await deps.desks.remember(book, desk)
    return exchange.through(book, (transport) => transport.registerDesk(account, desk, registration))
  })
  handle('desks.moveOut', (_context, book, { account, desk }) =>
    exchange.through(book, (transport) => transport.moveDeskOut(account, desk)),
  )
  handle('desks.push', (_context, book, { account, push }) =>
    exchange.through(book, (transport) => transport.putDeskRecords(account, push)),
  )
  handle('desks.page', (_context, book, { account, desk, cursor, limit }) =>
    exchange.through(book, (transport) => transport.deskRecords(account, desk, cursor, limit)),
  )
  registerReference(handle, exchange.through)
  handle('exchange.journal', (_context, book) => exchange.journal(book))
  handle('exchange.sign', (_context, book, bytes) => exchange.sign(book, bytes))
}
