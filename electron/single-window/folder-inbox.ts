import { createHash } from 'node:crypto'
import { readdir, readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { decodeText } from '#shared/ceb/bytes'
import { decodeMessage } from '#shared/ceb/decode'
import { decodeWrap } from '#shared/dxp/decode'
import { textsAt } from '#shared/dxp/wrap'
import type { ReceiptPage, ServiceReceipt } from '#shared/protocol/api'
import type { FolderMemory } from './folder-memory'

/** A file that does not end as a message may still be on its way into the folder for this long. */
const SETTLES_MS = 30_000

const digestOf = (text: string | Uint8Array) => createHash('sha256').update(text).digest('hex').slice(0, 32)
const textOf = (bytes: Uint8Array, encoding: string) =>
  new TextDecoder(encoding, { fatal: true }).decode(bytes)

type Fresh = { digest: string; mtime: number; name: string }

/** Receipts that lie in folders, as pages with a cursor. Nothing is moved or deleted: the folders are their owner's. */
export class FolderInbox {
  /** Digest of name, size and time → path, of what lies there now. */
  #files = new Map<string, string>()
  readonly #digests = new Map<string, string>()

  constructor(
    private readonly folders: readonly string[],
    private readonly memory: FolderMemory,
    private readonly now: () => number,
  ) {}

  /** Receipts after a cursor, in the order the folders were found to hold them. Those of other enterprises are left out. */
  async page(cursor: string | undefined, limit: number, enterpriseCode: string): Promise<ReceiptPage> {
    await this.#look()
    const all = this.memory.receipts
    const receipts: ServiceReceipt[] = []
    let at = /^\d+$/.test(cursor ?? '') ? Math.min(Number(cursor), all.length) : 0
    for (; at < all.length && receipts.length < limit; at += 1) {
      const receipt = await this.#read(all[at]!, at + 1, enterpriseCode)
      if (receipt) receipts.push(receipt)
    }
    return { receipts, cursor: String(at), more: at < all.length }
  }

  /** Give a number to what is new. A file that changes counts as another one. */
  async #look(): Promise<void> {
    const fresh: Fresh[] = []
    this.#files = new Map()
    for (const [at, folder] of this.folders.entries()) await this.#lookInto(folder, at, fresh)
    fresh.sort((a, b) => a.mtime - b.mtime || (a.name < b.name ? -1 : 1))
    await this.memory.sawReceipts(fresh.map(({ digest }) => digest))
  }

  /** @param at place of the folder; files of one name in two folders are two */
  async #lookInto(folder: string, at: number, fresh: Fresh[]): Promise<void> {
    const entries = await readdir(folder, { withFileTypes: true })
    const names = entries
      .filter((entry) => entry.isFile() && /\.xml$/i.test(entry.name))
      .map(({ name }) => name)
    for (const name of names) {
      const file = path.join(folder, name)
      let digest = this.#digests.get(file)
      if (digest === undefined || !this.memory.hasSeen(digest)) {
        const { size, mtimeMs } = await stat(file)
        digest = digestOf(`${at > 0 ? `${at} ` : ''}${name} ${size} ${Math.round(mtimeMs)}`)
        this.#digests.set(file, digest)
        if (!this.memory.hasSeen(digest)) {
          if (this.now() - mtimeMs < SETTLES_MS && !(await this.#isWhole(file))) continue
          fresh.push({ digest, mtime: mtimeMs, name })
        }
      }
      this.#files.set(digest, file)
    }
  }

  async #isWhole(file: string): Promise<boolean> {
    const bytes = await readFile(file)
    return /(?:Message|DxpMsg|DxpMsgSv)>\s*$/.test(bytes.subarray(-80).toString('latin1'))
  }

  /** What is no receipt, or is gone, or belongs to another enterprise, is passed over. */
  async #read(digest: string, seq: number, enterpriseCode: string): Promise<ServiceReceipt | undefined> {
    const file = this.#files.get(digest)
    if (file === undefined) return undefined
    try {
      const [bytes, { mtimeMs }] = [await readFile(file), await stat(file)]
      const xml = businessMessage(decodeText(bytes, textOf).text.replace(/^\ufeff/, ''))
      const { message } = decodeMessage(xml)
      if (Number(message.type.slice(3)) % 2 === 1) return undefined
      if (!message.documents.some(({ head }) => concerns(head, enterpriseCode))) return undefined
      const receivedAt = new Date(mtimeMs).toISOString()
      return { seq, id: `folder-${digestOf(bytes)}`, message: message.type, receivedAt, xml }
    } catch {
      return undefined
    }
  }
}

/** The message itself; some versions leave what comes back in the wrap it travelled in. */
function businessMessage(xml: string): string {
  if (!/<(?:\w+:)?DxpMsg(?:Sv)?[\s>]/.test(xml.slice(0, 500))) return xml
  const [data = ''] = textsAt(decodeWrap(xml).wrap, 'Data')
  return decodeText(Buffer.from(data, 'base64'), textOf).text.replace(/^\ufeff/, '')
}

const owners = ['agentCode', 'ebcCode', 'copCode'] as const

/** A receipt names whose it is in one of these; one that names nobody (运单) is everybody's. */
function concerns(head: Readonly<Record<string, string>>, enterpriseCode: string): boolean {
  const named = owners.flatMap((name) => head[name] ?? [])
  return named.length === 0 || named.includes(enterpriseCode)
}
