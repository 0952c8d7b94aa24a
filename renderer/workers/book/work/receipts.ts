import { z } from 'zod'
import { isNegative, statuses, statusWords } from '#shared/protocol/status'
import { collectUnknown, unknownCodesOf, type UnknownCode } from '#shared/protocol/unknown-codes'
import { returnInstant, SUMMARY_RESULT } from '#shared/protocol/receipts'
import type { ReceiptFact } from '#shared/protocol/receipts'
import { eachReceipt, readReceipts, submissionsOf } from '../../../data/engine/receipts'
import type { ReadRequest, ReceiptList, ReceiptQuery, ReceiptView } from '../../../data/port'
import { draftSetting, putSetting, readSetting } from '../../../data/settings'
import { readWatched } from '../../../data/schema/counters'
import { command } from '../../../data/write/command'
import type { BookSession } from '../session'
import { pageLimit } from '../views'
import { outcomeOf } from './timeline'

/** What is kept of each receipt to page them: the rest is opened with its page. */
type Entry = { id: string; seq: number; refusal: boolean; unknown: boolean }

/**
 * What an officer has read: everything up to a number, and single ones above it. `below`: how many receipts there were up
 * to that number, so that what is unread is counted without opening any.
 */
const ReadMark = z.object({ upTo: z.int(), also: z.array(z.int()), below: z.int().optional() })
type ReadMark = z.infer<typeof ReadMark>
const nothingRead: ReadMark = { upTo: 0, also: [], below: 0 }

/** Single ones beyond this are taken for a habit: the oldest of them join what is read as a whole. */
const mostSingle = 500

/** Two officers of one book read for themselves. */
const markKey = (who: string) => `receipts.read ${who}`
const isRead = ({ upTo, also }: ReadMark, seq: number) => seq <= upTo || also.includes(seq)

const isRefusal = ({ status }: ReceiptFact) => isNegative(status) || statuses[status]?.standing === 'rejected'
const entryOf = (fact: ReceiptFact): Entry => ({
  id: fact.id,
  seq: fact.seq,
  refusal: isRefusal(fact),
  unknown: unknownCodesOf(fact).length > 0,
})

/** All receipts of a book, newest first. They are walked once, when first asked for; then only new ones are read. */
export class Receipts {
  readonly #session: BookSession
  readonly #stop: () => void
  #entries: Entry[] = []
  #walked = false
  #arrived = new Set<string>()
  #loading: Promise<void> = Promise.resolve()

  constructor(session: BookSession) {
    this.#session = session
    this.#stop = session.book.context.feed.listen(({ receipts }) => {
      if (receipts === 'many') this.#walked = false
      else for (const id of receipts ?? []) this.#arrived.add(id)
    })
  }

  stop(): void {
    this.#stop()
  }

  async page(query: ReceiptQuery): Promise<ReceiptList> {
    const { refusals = false, unread = false, unknown = false, offset, limit } = query
    await this.#load()
    const { context } = this.#session.book
    const read = (await readSetting(context, markKey(this.#session.who), ReadMark)) ?? nothingRead
    const single = { upTo: read.upTo, also: new Set(read.also) }
    const isUnread = ({ seq }: Entry) => seq > single.upTo && !single.also.has(seq)
    const all = this.#entries
    const wanted = all.filter(
      (one) => (!refusals || one.refusal) && (!unread || isUnread(one)) && (!unknown || one.unknown),
    )
    const ids = wanted.slice(offset, offset + Math.min(limit, pageLimit)).map(({ id }) => id)
    return {
      rows: await this.#views(ids, read),
      total: wanted.length,
      received: all.length,
      refusals: all.filter(({ refusal }) => refusal).length,
      unread: all.filter(isUnread).length,
      unknown: all.filter((one) => one.unknown).length,
      newest: all[0]?.seq ?? 0,
    }
  }

  /** Codes that no table here has, over everything received. */
  async unknownCodes(): Promise<UnknownCode[]> {
    await this.#load()
    const ids = this.#entries.filter((one) => one.unknown).map(({ id }) => id)
    const found = new Map<string, UnknownCode>()
    for (let at = 0; at < ids.length; at += pageLimit) {
      collectUnknown(await readReceipts(this.#session.book.context, ids.slice(at, at + pageLimit)), found)
    }
    return collectUnknown([], found)
  }

  /**
   * How many nobody has looked at yet, for the tree: it is asked at every unlock, so it opens no receipt. Undefined where
   * that cannot be known before the receipts are opened.
   */
  async unread(): Promise<number | undefined> {
    const { context } = this.#session.book
    const mark = (await readSetting(context, markKey(this.#session.who), ReadMark)) ?? nothingRead
    if (this.#walked) return (await this.page({ unread: true, offset: 0, limit: 0 })).unread
    if (mark.below === undefined) return undefined
    const { receipts = 0 } = await context.connections.run('strict', (db) =>
      db.transaction('r', 'counters', readWatched),
    )
    return Math.max(0, receipts - mark.below - mark.also.length)
  }

  /** Mark everything up to a number as read, or just these. */
  async markRead(what: ReadRequest): Promise<void> {
    const { book, who } = this.#session
    await this.#load()
    await command(book.context, 'receipts.read', who, '', async (draft) => {
      const before = (await draftSetting(book.context, draft, markKey(who), ReadMark)) ?? nothingRead
      const upTo = Math.max(before.upTo, 'upTo' in what ? what.upTo : 0)
      const also = [...new Set([...before.also, ...('only' in what ? what.only : [])])]
        .filter((seq) => seq > upTo)
        .sort((a, b) => a - b)
        .slice(-mostSingle)
      const below = this.#entries.filter(({ seq }) => seq <= upTo).length
      return [await putSetting(draft, markKey(who), { upTo, also, below })]
    })
  }

  #load(): Promise<void> {
    this.#loading = this.#loading.catch(() => undefined).then(() => this.#readNew())
    return this.#loading
  }

  async #readNew(): Promise<void> {
    const { context } = this.#session.book
    const arrived = [...this.#arrived]
    if (this.#walked && arrived.length === 0) return
    this.#arrived = new Set()
    const found = this.#walked ? new Map(this.#entries.map((one) => [one.id, one])) : new Map<string, Entry>()
    const take = (facts: readonly ReceiptFact[]) => {
      for (const fact of facts) found.set(fact.id, entryOf(fact))
    }
    try {
      if (this.#walked) take(await readReceipts(context, arrived))
      else for await (const facts of eachReceipt(context)) take(facts)
    } catch (error) {
      for (const id of arrived) this.#arrived.add(id)
      throw error
    }
    this.#walked = true
    this.#entries = [...found.values()].sort((a, b) => b.seq - a.seq || (a.id < b.id ? 1 : -1))
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
        words: message === SUMMARY_RESULT ? resultWords : statusWords(status),
        info,
        at: returnInstant(time) ?? receivedAt,
        receivedAt,
        outcome: message === SUMMARY_RESULT ? 'good' : outcomeOf(message, status),
        unread: !isRead(read, seq),
      }
    })
  }
}

const resultWords = { zh: '汇总结果', en: 'Summary result' }

/** The last identifying field is the number people know the document by. */
const numberOf = (businessKey: string): string =>
  (businessKey.split('|').at(-1) ?? '').replaceAll('%7C', '|').replaceAll('%25', '%')
