import { z } from 'zod'
import { numberOf } from '#shared/protocol/keys'
import { statusWords } from '#shared/protocol/status'
import { collectUnknown, type UnknownCode } from '#shared/protocol/unknown-codes'
import { returnInstant, unasked } from '#shared/protocol/receipts'
import { indexReceipts } from '../../../data/engine/receipt-index'
import { countReceipts, pageReceipts } from '../../../data/engine/receipt-pages'
import { readReceipts, submissionsOf } from '../../../data/engine/receipts'
import type { ReadRequest, ReceiptList, ReceiptQuery, ReceiptView } from '../../../data/port'
import { draftSetting, putSetting, readSetting } from '../../../data/settings'
import { readWatched } from '../../../data/schema/counters'
import { command } from '../../../data/write/command'
import type { BookSession } from '../session'
import { pageLimit } from '../views'
import { outcomeOf } from './timeline'

/** What an officer has read: everything up to a number, and single ones above it. */
const ReadMark = z.object({ upTo: z.int(), also: z.array(z.int()) })
type ReadMark = z.infer<typeof ReadMark>
const nothingRead: ReadMark = { upTo: 0, also: [] }

/** Single ones beyond this are not remembered: the oldest of them count as unread again, never the other way round. */
const mostSingle = 500

/** Two officers of one book read for themselves. */
const markKey = (who: string) => `receipts.read ${who}`
const isRead = ({ upTo, also }: ReadMark, seq: number) => seq <= upTo || also.includes(seq)

const registers = { refusals: 'refused', unknown: 'unknown' } as const

/** All receipts of a book, newest first; only those of the page asked for are opened. */
export class Receipts {
  readonly #session: BookSession
  #indexed: Promise<void> | undefined

  constructor(session: BookSession) {
    this.#session = session
  }

  async page({ of, unread = false, offset, limit }: ReceiptQuery): Promise<ReceiptList> {
    const { context } = this.#session.book
    const { read, counts } = await this.#counts()
    const register = of ? registers[of] : 'seq'
    const most = Math.min(limit, pageLimit)
    const [{ ids, total }, { receipts = 0 }] = await Promise.all([
      pageReceipts(context, register, unread ? read : undefined, offset, most),
      context.connections.run('strict', (db) => db.transaction('r', 'counters', readWatched)),
    ])
    const { refused, ...rest } = counts
    return { rows: await this.#views(ids, read), total, received: receipts, refusals: refused, ...rest }
  }

  /** Codes that no table here has, over everything received. */
  async unknownCodes(): Promise<UnknownCode[]> {
    await this.#ready()
    const { context } = this.#session.book
    const found = new Map<string, UnknownCode>()
    for (let at = 0; ; at += pageLimit) {
      const { ids } = await pageReceipts(context, 'unknown', undefined, at, pageLimit)
      if (ids.length === 0) return collectUnknown([], found)
      collectUnknown(await readReceipts(context, ids), found)
    }
  }

  /** How many nobody has looked at yet, for the tree. */
  async unread(): Promise<number> {
    return (await this.#counts()).counts.unread
  }

  /** Mark everything up to a number as read, or just these. */
  async markRead(what: ReadRequest): Promise<void> {
    const { book, who } = this.#session
    await command(book.context, 'receipts.read', who, '', async (draft) => {
      const before = (await draftSetting(book.context, draft, markKey(who), ReadMark)) ?? nothingRead
      const upTo = Math.max(before.upTo, 'upTo' in what ? what.upTo : 0)
      const also = [...new Set([...before.also, ...('only' in what ? what.only : [])])]
        .filter((seq) => seq > upTo)
        .sort((a, b) => a - b)
        .slice(-mostSingle)
      return [await putSetting(draft, markKey(who), { upTo, also })]
    })
  }

  async #counts() {
    await this.#ready()
    const { book, who } = this.#session
    const read = (await readSetting(book.context, markKey(who), ReadMark)) ?? nothingRead
    return { read, counts: await countReceipts(book.context, read) }
  }

  /** Receipts of older versions get their columns once; when that failed it is tried again by whoever asks next. */
  #ready(): Promise<void> {
    this.#indexed ??= indexReceipts(this.#session.book.context).catch((error: unknown) => {
      this.#indexed = undefined
      throw error
    })
    return this.#indexed
  }

  async #views(ids: readonly string[], read: ReadMark): Promise<ReceiptView[]> {
    const { book, projection } = this.#session
    const facts = await readReceipts(book.context, ids)
    const submissions = await submissionsOf(book.context, facts)
    return facts.map((fact, i): ReceiptView => {
      const { id, seq, message, businessKey = '', status, time, info, receivedAt } = fact
      const list = submissions[i]?.dossier
      const row = list === undefined ? undefined : projection.lists.get(list)
      return {
        id,
        seq,
        message,
        number: numberOf(businessKey),
        ...(row && { list: row.id, copNo: row.copNo }),
        code: status,
        words: unasked[message] ?? statusWords(status),
        info,
        at: returnInstant(time) ?? receivedAt,
        receivedAt,
        outcome: message in unasked ? 'good' : outcomeOf(message, status),
        unread: !isRead(read, seq),
      }
    })
  }
}
