import { z } from 'zod'
import { isNegative, statuses, statusWords } from '#shared/protocol/status'
import { returnInstant } from '#shared/protocol/receipts'
import type { ReceiptFact } from '#shared/protocol/receipts'
import { eachReceipt, readReceipts, submissionsOf } from '../../../data/engine/receipts'
import type { ReceiptList, ReceiptQuery, ReceiptView } from '../../../data/port'
import { putSetting, readSetting } from '../../../data/settings'
import { command } from '../../../data/write/command'
import type { BookSession } from '../session'
import { pageLimit } from '../views'
import { outcomeOf } from './timeline'

/** What is kept of each receipt to page them: the rest is opened with its page. */
type Entry = { id: string; seq: number; refusal: boolean }

const readSettingKey = 'receipts.read'

const isRefusal = ({ status }: ReceiptFact) => isNegative(status) || statuses[status]?.standing === 'rejected'
const entryOf = (fact: ReceiptFact): Entry => ({ id: fact.id, seq: fact.seq, refusal: isRefusal(fact) })

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

  async page({ refusals = false, unread = false, offset, limit }: ReceiptQuery): Promise<ReceiptList> {
    await this.#load()
    const { context } = this.#session.book
    const read = (await readSetting(context, readSettingKey, z.int())) ?? 0
    const all = this.#entries
    const wanted = all.filter((one) => (!refusals || one.refusal) && (!unread || one.seq > read))
    const ids = wanted.slice(offset, offset + Math.min(limit, pageLimit)).map(({ id }) => id)
    return {
      rows: await this.#views(ids, read),
      total: wanted.length,
      received: all.length,
      refusals: all.filter(({ refusal }) => refusal).length,
      unread: all.filter(({ seq }) => seq > read).length,
      newest: all[0]?.seq ?? 0,
    }
  }

  async markRead(upTo: number): Promise<void> {
    const { book, who } = this.#session
    await command(book.context, 'receipts.read', who, '', async (draft) => [
      await putSetting(draft, readSettingKey, upTo),
    ])
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

  async #views(ids: readonly string[], read: number): Promise<ReceiptView[]> {
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
        words: statusWords(status),
        info,
        at: returnInstant(time) ?? receivedAt,
        receivedAt,
        outcome: outcomeOf(message, status),
        unread: seq > read,
      }
    })
  }
}

/** The last identifying field is the number people know the document by. */
const numberOf = (businessKey: string): string =>
  (businessKey.split('|').at(-1) ?? '').replaceAll('%7C', '|').replaceAll('%25', '%')
