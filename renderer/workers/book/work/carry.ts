import type { ReceiptsContent } from '#shared/ipc/carry'
import { bringBack } from '#shared/protocol/engine/bring-back'
import { takeOut, tookOut, type Exported, type ExportWanted } from '#shared/protocol/engine/export'
import type { CarriedNews } from '#shared/protocol/engine/ports'
import type { BatchHead } from '#shared/protocol/engine/records'
import { readBatches } from '../../../data/engine/batches'
import { BookStore } from '../../../data/engine/store'
import { refuseSuspect } from '../../../data/engine/transact'
import { DataRefusal } from '../../../data/errors/refusal'
import type { CarryLink, Exportable, ExportChoice, ExportSummary, SigningLink } from '../../../data/port'
import { allRecords } from '../../../data/read/records'
import { command } from '../../../data/write/command'
import { accountFor } from '../../engine/account'
import { wakefulClock } from '../../engine/clock'
import { codec, linkSigner, senderOf } from '../../engine/ports'
import type { BookSession } from '../session'

const open: readonly BatchHead['stage'][] = ['fixed', 'sending', 'sent', 'attention']
const isOpen = ({ stage, ghost }: BatchHead) => open.includes(stage) && !ghost

/** The open book's part in carrying files. */
export class Carry {
  readonly #session: BookSession

  constructor(session: BookSession) {
    this.#session = session
  }

  async exportable(): Promise<Exportable> {
    const store = await this.#store()
    const { stages } = await store.status()
    const batches = (await readBatches(this.#session.book.context)).filter(isOpen)
    return {
      queued: stages.queued ?? 0,
      waiting: stages.waiting ?? 0,
      batches: batches.length,
      documents: batches.reduce((sum, { marks }) => sum + marks.length, 0),
    }
  }

  async export({ batches, queued, why }: ExportChoice, link: CarryLink): Promise<ExportSummary> {
    const wanted = batches === 'open' ? await this.#openBatches() : batches
    const write = (out: Exported) => this.#write(out, link)
    const { out, saved } = await this.takeOut({ batches: wanted, queued }, link, write)
    await this.#note('exchange.export', why, { batches: out.batches.map(({ id }) => id).join(' ') })
    const documents = out.batches.reduce((sum, batch) => sum + batch.documents, 0)
    return { batches: out.batches.length, documents, ...saved, more: out.more }
  }

  /** Take batches out and have them written; whether that worked or not, they may have left. */
  async takeOut<T>(
    wanted: ExportWanted,
    link: SigningLink,
    write: (out: Exported) => Promise<T>,
  ): Promise<{ out: Exported; saved: T }> {
    const { context } = this.#session.book
    refuseSuspect(context)
    const store = await this.#store()
    const tools = {
      store,
      signer: linkSigner(link, context),
      clock: wakefulClock(),
      codec,
      sender: senderOf(await this.#enterprise()),
      heads: async (ids: readonly string[]) =>
        (await readBatches(context)).filter(({ id }) => ids.includes(id)),
    }
    const out = await takeOut(tools, wanted)
    if (out.batches.length === 0) throw new DataRefusal('nothing-to-export')
    let code = 'export-failed'
    try {
      const saved = await write(out)
      code = 'ok'
      return { out, saved }
    } finally {
      await tookOut(tools, out, code)
    }
  }

  async bringBack(content: ReceiptsContent, link: CarryLink): Promise<CarriedNews> {
    const store = await this.#store()
    const now = Date.parse(this.#session.book.context.now())
    const news = await bringBack({ store, codec, journal: await link.journal(), now }, content)
    if (news.batches + news.receipts > 0) {
      await this.#note('exchange.bring-back', '', { batches: news.batches, receipts: news.receipts })
    }
    return news
  }

  async #write({ batches, account, cursor }: Exported, link: CarryLink) {
    return link.write({
      account,
      enterprise: await this.enterprise(),
      ...(cursor === undefined ? {} : { receiptsAfter: cursor }),
      batches: batches.map(({ id, ...batch }) => ({ batchId: id, ...batch })),
    })
  }

  /** The enterprise as a file names it. */
  async enterprise(): Promise<{ code: string; name: string }> {
    const { customsCode, name } = await this.#enterprise()
    return { code: customsCode, name }
  }

  async #openBatches(): Promise<string[]> {
    return (await readBatches(this.#session.book.context)).filter(isOpen).map(({ id }) => id)
  }

  /** Who carried what, in the journal of the book. */
  async #note(name: string, why: string, about: Record<string, string | number>): Promise<void> {
    const { book, who } = this.#session
    const extra = { tables: [], run: () => Promise.resolve() }
    await command(book.context, name, who, why, async () => [], { about, extra })
  }

  async #store(): Promise<BookStore> {
    return new BookStore(this.#session.book.context, accountFor(await this.#enterprise()))
  }

  async #enterprise() {
    const [stored] = await allRecords(this.#session.book.context, 'enterprise')
    if (!stored) throw new DataRefusal('no-enterprise')
    return stored.record
  }
}
