import { mkdir, open, readdir, readFile, rename, stat } from 'node:fs/promises'
import path from 'node:path'
import { decodeMessage } from '#shared/ceb/decode'
import { readAccount } from '#shared/ipc/exchange'
import { PROTOCOL_VERSION, type BatchAnswer, type BatchItem, type Capabilities } from '#shared/protocol/api'
import type { Outcome, PutRequest } from '#shared/protocol/engine/ports'
import type { JournalEntry } from '#shared/protocol/engine/records'
import type { Failure } from '#shared/protocol/errors'
import { businessKey } from '#shared/protocol/keys'
import { MESSAGE_VERSION } from '#shared/protocol/negotiation'
import { readPackage } from '#shared/protocol/package'
import { syncDirectory } from '../atomic-file'
import { sha256 } from './file-read'
import { accountChanged, journalFailed } from './fit'
import { FolderInbox } from './folder-inbox'
import { messageName, messagesAmong, messagesOfForm, type FolderLayout, type Folders } from './folder-layout'
import { folderFailed, leftByNobody, lost, notOffered, unknownBatch } from './folder-words'
import type { FolderMemory } from './folder-memory'
import type { HttpTransport } from './http'

/** Name of the service in accounts of books that exchange through folders. */
export const FOLDER_SERVICE = 'folder'

/** One business of the import client with its folders. */
export type FolderBusiness = { layout: FolderLayout; folders: Folders }

export type FolderDependencies = FolderBusiness & {
  /** Of an enterprise with both directions: the business of the other one, in folders of its own. */
  second?: FolderBusiness
  memory: FolderMemory
  now: () => number
  /** Append and sync; resolves only when the entry is on disk. */
  journal: (entry: JournalEntry) => Promise<void>
}

const ok = <T>(value: T): Outcome<T> => ({ ok: true, value })
const failed = (failure: Failure): Outcome<never> => ({ ok: false, failure })
const offersNot = () => Promise.resolve(failed(notOffered()))

/**
 * The way through the folders of the 导入客户端: messages are laid into its out folder whole, and its other folders are
 * read. What was laid there may leave at any moment, so it counts as sent; the result is what the client makes of it:
 * in its sent folder it was handed in, in its failed folder it was refused, in neither nobody knows.
 */
export function folderTransport(deps: FolderDependencies): HttpTransport {
  const { layout, folders, second, memory, now, journal } = deps
  const businesses: FolderBusiness[] = [{ layout, folders }, ...(second ? [second] : [])]
  const inbox = new FolderInbox(
    businesses.map((one) => one.folders.in),
    memory,
    now,
  )
  const at = () => new Date(now()).toISOString()

  /** The enterprise of an account of this way; its folders can be read and written. */
  async function ready<T>(
    account: string,
    work: (enterprise: string) => Promise<Outcome<T>>,
  ): Promise<Outcome<T>> {
    const parts = readAccount(account)
    if (parts?.service !== FOLDER_SERVICE) return failed(accountChanged())
    try {
      return await work(parts.enterpriseCode)
    } catch (error) {
      return failed(folderFailed((error as NodeJS.ErrnoException).code ?? 'error'))
    }
  }

  /** Where each message of a batch is now. */
  async function places(batchId: string) {
    const found = async (which: 'out' | 'sent' | 'failed') => {
      const places = new Map<number, { name: string; of: number; folder: string }>()
      for (const { folders: of } of businesses) {
        for (const [n, one] of messagesAmong(await readdir(of[which]), batchId))
          places.set(n, { ...one, folder: of[which] })
      }
      return places
    }
    const [out, sent, refused] = await Promise.all([found('out'), found('sent'), found('failed')])
    return { out, sent, refused }
  }

  async function layOut(batchId: string, bytes: Uint8Array): Promise<void> {
    const { messages } = await readPackage(bytes, { digest: sha256 })
    const { out, sent, refused } = await places(batchId)
    for (const [index, { type, xml }] of messages.entries()) {
      const n = index + 1
      if (out.has(n) || sent.has(n) || refused.has(n)) continue
      const business = businessOf(businesses, type)
      // Made beside the folder it appears in, so on the same disk.
      const { making, out: target } = business.folders
      await mkdir(making, { recursive: true })
      const name = messageName(business.layout, batchId, n, messages.length)
      await writeWhole(path.join(making, name), path.join(target, name), xml)
    }
    await memory.wrote(batchId)
  }

  async function resultOf(batchId: string): Promise<Outcome<BatchAnswer>> {
    const { out, sent, refused } = await places(batchId)
    const all = new Map([...out, ...refused, ...sent])
    const [first] = all.values()
    // Not written to its end before a kill: the same bytes again fill the gap.
    if (!memory.isWritten(batchId)) return failed(unknownBatch())
    if (!first || all.size < first.of) return failed(lost())
    if (out.size > 0) return failed(leftByNobody(out.size))
    const items: BatchItem[] = []
    let receivedAt = ''
    for (const found of [sent, refused]) {
      for (const [n, { name, folder }] of found) {
        if (found === refused && sent.has(n)) continue
        const file = path.join(folder, name)
        const moved = new Date((await stat(file)).mtimeMs).toISOString()
        receivedAt = moved > receivedAt ? moved : receivedAt
        const why = found === refused ? await reasonBeside(folder, name) : undefined
        items.push(...itemsOf(await readFile(file, 'utf8'), why))
      }
    }
    const turned = items.filter(({ outcome }) => outcome === 'refused').length
    const state = turned === 0 ? 'accepted' : turned === items.length ? 'refused' : 'partial'
    return ok({ batchId, state, receivedAt, items })
  }

  return {
    capabilities: (account) =>
      ready(account, async () => {
        for (const { folders: of } of businesses)
          for (const folder of [of.out, of.sent, of.in, of.failed]) await readdir(folder)
        return ok(capabilities(at(), businesses))
      }),
    putBatch: ({ batchId, bytes, sha256: contentHash, marks, account }: Omit<PutRequest, 'epoch'>) =>
      ready(account, async () => {
        for (const { folders: of } of businesses) await readdir(of.out)
        try {
          await journal({ batchId, contentHash, marks, at: at(), account })
        } catch {
          return failed(journalFailed())
        }
        await layOut(batchId, bytes)
        return ok({ batchId, state: 'received' as const, receivedAt: at(), items: [] })
      }),
    queryBatch: (batchId, account) => ready(account, () => resultOf(batchId)),
    receipts: (account, cursor, limit) =>
      ready(account, async (enterprise) => ok(await inbox.page(cursor, limit, enterprise))),
    signIn: () => Promise.resolve(ok({})),
    documents: offersNot,
    putFiling: offersNot,
    filings: offersNot,
    putAttachment: offersNot,
    referenceCatalogue: offersNot,
    referenceDelta: offersNot,
    lookUp: offersNot,
    selfCheck: offersNot,
    forexPrecheck: offersNot,
    registerDesk: offersNot,
    moveDeskOut: offersNot,
    putDeskRecords: offersNot,
    deskRecords: offersNot,
  }
}

/** What the businesses take together; a business of which nothing is known takes everything, and so does none of them say. */
function takenBy(businesses: readonly FolderBusiness[]): string[] {
  const each = businesses.map(({ layout }) => messagesOfForm(layout))
  return each.some((messages) => messages.length === 0) ? [] : each.flat()
}

/** The business a message belongs to; what belongs to none was never composed, by what was said to be taken. */
function businessOf(businesses: readonly FolderBusiness[], type: string): FolderBusiness {
  const open = businesses.find(({ layout }) => messagesOfForm(layout).length === 0)
  return businesses.find(({ layout }) => messagesOfForm(layout).includes(type)) ?? open ?? businesses[0]!
}

/** The client has its own checks and limits, told nowhere; these are what every service is known to take. */
const capabilities = (serverTime: string, businesses: readonly FolderBusiness[]): Capabilities => ({
  service: { name: '导入客户端', version: '', practice: false },
  protocol: { min: PROTOCOL_VERSION, max: PROTOCOL_VERSION },
  functions: ['batches', 'receipts'],
  messages: takenBy(businesses).map((type) => ({ type, version: MESSAGE_VERSION })),
  limits: { maxDocuments: 100, maxBatchBytes: 1_048_576, maxReceiptPage: 500 },
  hours: [],
  outcomes: [],
  serverTime,
})

/** A message appears under its name only when all of it is on disk. */
async function writeWhole(making: string, target: string, text: string): Promise<void> {
  const file = await open(making, 'w', 0o600)
  try {
    await file.writeFile(text)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(making, target)
  await syncDirectory(path.dirname(target))
}

function itemsOf(xml: string, why: string | undefined): BatchItem[] {
  const { message } = decodeMessage(xml)
  return message.documents.map(({ head }) => ({
    message: message.type,
    businessKey: businessKey(message.type, head) ?? '',
    ...(head['guid'] === undefined ? {} : { guid: head['guid'] }),
    ...(why === undefined
      ? { outcome: 'accepted' as const }
      : { outcome: 'refused' as const, code: 'import-client', text: why }),
  }))
}

/** What the client wrote about a refused message, in a file of the same stem; its own words when there is none. */
async function reasonBeside(folder: string, name: string): Promise<string> {
  const stem = name.replace(/\.xml$/i, '')
  const beside = (await readdir(folder)).find((other) => other !== name && other.startsWith(stem))
  if (beside === undefined) return '导入客户端校验未通过（failBox），原因见导入客户端'
  const text = await readFile(path.join(folder, beside), 'utf8')
  return text
    .replaceAll(/<[^>]*>|\s+/g, ' ')
    .trim()
    .slice(0, 500)
}
