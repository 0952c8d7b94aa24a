import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import type { BrowserWindow } from 'electron'
import type { ExportRequest, OutageRequest, ReceiptsContent } from '#shared/ipc/carry'
import type { BookKind } from '#shared/model/enterprise'
import { BundleError } from '#shared/protocol/bundle-error'
import {
  DESKS_KIND,
  desksOf,
  receiptsOf,
  refuseForeign,
  writeDesksFile,
  writeExchangeFile,
} from '#shared/protocol/exchange-file'
import { writeOutagePack } from '#shared/protocol/outage'
import type { SelfCheckRequest } from '#shared/protocol/api'
import {
  selfCheckAnswerOf,
  writeSelfCheckFile,
  type CarriedSelfCheck,
} from '#shared/protocol/self-check-file'
import type { Handle } from '../shell/ipc'
import { Refusal } from '../shell/refusal'
import { journalFailed, movedOut, noTransport } from '../single-window/fit'
import { faultOf, judgeFile, openBatches, openFile, sha256 } from '../single-window/file-read'
import { carryFile } from '../single-window/file-carry'
import type { Destination, Errand } from '../single-window/file-upload'
import type { Fetch } from '../single-window/request'
import type { SendJournal } from './exchange'
import type { FilesService } from './files'
import type { PrintService } from './print'
import type { Signing } from './signing'

export type CarryDependencies = {
  kindOf(bookId: string): Promise<BookKind>
  /** The book goes on at another computer: nothing leaves from here any more. */
  hasMoved(bookId: string): Promise<boolean>
  practice(): Destination | undefined
  files: Pick<FilesService, 'write' | 'finish' | 'abort'>
  fetch: Fetch
  journal: Pick<SendJournal, 'append'>
  print: Pick<PrintService, 'toPdf'>
  signing: Pick<Signing, 'sign' | 'identity'>
  software: string
  now(): number
}

const chunkBytes = 1_048_576

/** Files that leave and come back by hand, for the books of this installation. */
export function createCarry(deps: CarryDependencies) {
  const { kindOf, practice, files, print, fetch, journal, signing, software, now } = deps
  const head = async (bookId: string, enterprise: { code: string; name: string }) => ({
    id: randomUUID(),
    createdAt: new Date(now()).toISOString(),
    enterprise,
    book: await kindOf(bookId),
    software,
  })
  const tools = (bookId: string) => ({
    digest: sha256,
    sign: (index: Uint8Array) => signing.sign(bookId, index),
  })

  type Batches = ExportRequest['batches']

  /** Look at what goes out as at what comes in, have it in the send journal, and only then write it. */
  async function letOut(
    window: BrowserWindow,
    bookId: string,
    { handle, account, batches }: { handle: string; account: string; batches: Batches },
    make: () => Promise<Uint8Array>,
  ) {
    try {
      if (await deps.hasMoved(bookId)) throw refusalOf(movedOut())
      const bytes = await make()
      await openBatches(await openFile(bytes))
      await journalAll(journal, bookId, account, batches, now)
      for (let at = 0; at < bytes.byteLength; at += chunkBytes) {
        await files.write(window, handle, bytes.subarray(at, at + chunkBytes))
      }
      return { ...(await files.finish(window, handle)), sha256: await sha256(bytes) }
    } catch (error) {
      await files.abort(window, handle).catch(() => undefined)
      throw asRefusal(error)
    }
  }

  return {
    export: (window: BrowserWindow, bookId: string, request: ExportRequest) =>
      letOut(window, bookId, request, async () => {
        const { enterprise, batches, receiptsAfter } = request
        return writeExchangeFile(await head(bookId, enterprise), batches, receiptsAfter, tools(bookId))
      }),

    outage: (window: BrowserWindow, bookId: string, request: OutageRequest) =>
      letOut(window, bookId, request, async () => {
        const { id, createdAt, enterprise, record, batches, lists, orders } = request
        const { fingerprint } = await signing.identity(bookId)
        const sheet = await print.toPdf(request.sheet)
        const pack = { record, batches, data: { lists, orders }, sheet, fingerprint }
        return writeOutagePack({ ...(await head(bookId, enterprise)), id, createdAt }, pack, tools(bookId))
      }),

    async upload(
      bookId: string,
      request: { name: string; bytes: Uint8Array; errand: Errand; destination: Destination | null },
    ) {
      const destination = request.destination ?? practice()
      if (!destination) throw refusalOf(noTransport())
      refuseClear(destination.url)
      try {
        const bundle = await openFile(request.bytes)
        const { enterprise, book } = bundle.index
        const { report, back } = await carryFile(
          request.name,
          bundle,
          destination,
          request.errand,
          { fetch, now, wait: (ms) => wait(ms) },
          { head: async () => ({ ...(await head(bookId, enterprise)), book }), ...tools(bookId) },
        )
        return { report, back: back ?? null }
      } catch (error) {
        throw asRefusal(error)
      }
    },

    async sealDesks(bookId: string, enterprise: { code: string; name: string }, bytes: Uint8Array) {
      if (await deps.hasMoved(bookId)) throw refusalOf(movedOut())
      return writeDesksFile(await head(bookId, enterprise), bytes, tools(bookId))
    },

    async openDesks(bookId: string, code: string, bytes: Uint8Array) {
      try {
        const bundle = await openFile(bytes)
        refuseForeign(bundle.index, { code, book: await kindOf(bookId) })
        return { bytes: desksOf(bundle), fingerprint: await fingerprintOf(bundle.signer) }
      } catch (error) {
        throw asRefusal(isUnsigned(error) ? new BundleError('bundle-signature') : error)
      }
    },

    /** A claim for the tax desk: it may be asked anywhere and by anybody, nothing of it is kept there. */
    async sealSelfCheck(
      bookId: string,
      { enterprise, ...request }: SelfCheckRequest & { enterprise: { code: string; name: string } },
    ) {
      if (await deps.hasMoved(bookId)) throw refusalOf(movedOut())
      return writeSelfCheckFile(await head(bookId, enterprise), request, tools(bookId))
    },

    async openSelfCheck(bookId: string, code: string, bytes: Uint8Array): Promise<CarriedSelfCheck> {
      try {
        const bundle = await openFile(bytes)
        refuseForeign(bundle.index, { code, book: await kindOf(bookId) })
        return selfCheckAnswerOf(bundle)
      } catch (error) {
        throw asRefusal(error)
      }
    },

    async open(bookId: string, code: string, bytes: Uint8Array): Promise<ReceiptsContent> {
      try {
        const bundle = await openFile(bytes)
        refuseForeign(bundle.index, { code, book: await kindOf(bookId) })
        const { service, answers, receipts } = receiptsOf(bundle)
        return { service, answers, receipts }
      } catch (error) {
        throw asRefusal(error)
      }
    },
  }
}

/** Records of a desk as older versions gave them out: the right file, and nobody signed it. */
const isUnsigned = (error: unknown) =>
  error instanceof BundleError && error.code === 'bundle-kind' && error.params['kind'] === DESKS_KIND

/** A public key as its owner reads it out: SHA-256 in pairs. */
const fingerprintOf = async (publicKey: string) =>
  (await sha256(Buffer.from(publicKey, 'hex'))).toUpperCase().match(/../g)!.join(':')

/** Every batch is on disk in the send journal, or nothing may leave. */
export async function journalAll(
  journal: CarryDependencies['journal'],
  bookId: string,
  account: string,
  batches: readonly { batchId: string; sha256: string; marks: string[] }[],
  now: () => number,
): Promise<void> {
  const at = new Date(now()).toISOString()
  try {
    for (const { batchId, sha256: contentHash, marks } of batches) {
      await journal.append(bookId, { batchId, contentHash, marks, at, account })
    }
  } catch {
    throw refusalOf(journalFailed())
  }
}

/** A token goes over TLS, or stays on this machine. */
function refuseClear(url: string): void {
  const { protocol, hostname } = new URL(url)
  const isLoopback = /^(127\.0\.0\.1|\[::1\]|localhost)$/.test(hostname)
  if (protocol === 'https:' || (protocol === 'http:' && isLoopback)) return
  throw new Refusal('address-not-safe', {
    zh: '服务地址须以 https:// 开头（本机的演练服务可用 http://127.0.0.1）。未发送任何内容，请更正地址。',
    en: 'The address must begin with https:// (http://127.0.0.1 for a service on this machine). Nothing was sent; correct the address.',
  })
}

type Worded = { code: string; message: { zh: string; en: string }; fix: { zh: string; en: string } }
const refusalOf = ({ code, message, fix }: Worded) =>
  new Refusal(code, { zh: `${message.zh}。${fix.zh}。`, en: `${message.en}. ${fix.en}.` })

/** A file that must not be used is refused in its own words; anything else stays what it is. */
export function asRefusal(error: unknown): unknown {
  if (error instanceof Refusal) return error
  try {
    return refusalOf(faultOf(error))
  } catch {
    return error
  }
}

/** Serve the channels of carried files. */
export function registerCarry(handle: Handle, deps: CarryDependencies): void {
  const carry = createCarry(deps)
  handle('carry.export', ({ window }, book, request) => carry.export(window, book, request))
  handle('carry.outage', ({ window }, book, request) => carry.outage(window, book, request))
  handle('carry.judge', (_context, name, bytes) => judgeFile(name, bytes, true))
  handle('carry.upload', (_context, book, request) => carry.upload(book, request))
  handle('carry.sealDesks', (_context, book, { enterprise, bytes }) =>
    carry.sealDesks(book, enterprise, bytes),
  )
  handle('carry.openDesks', (_context, book, { code, bytes }) => carry.openDesks(book, code, bytes))
  handle('carry.sealSelfCheck', (_context, book, request) => carry.sealSelfCheck(book, request))
  handle('carry.openSelfCheck', (_context, book, { code, bytes }) => carry.openSelfCheck(book, code, bytes))
  handle('carry.open', (_context, book, { code, bytes }) => carry.open(book, code, bytes))
}
