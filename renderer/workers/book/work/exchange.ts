import { proxy } from 'comlink'
import type { FilingKind } from '#shared/protocol/api'
import type { Hold } from '#shared/protocol/engine/records'
import { BookStore } from '../../../data/engine/store'
import { readBatches } from '../../../data/engine/batches'
import { DataRefusal } from '../../../data/errors/refusal'
import type {
  Comparison,
  ExchangeFacts,
  ExchangeLink,
  FilingDecision,
  FilingDraft,
  FilingVersions,
  ServiceFilings,
} from '../../../data/port'
import { allRecords } from '../../../data/read/records'
import { accountFor } from '../../engine/account'
import { unknownFacts, withStatus } from '../../engine/facts'
import type { EngineApi } from '../../engine/worker'
import { crewOf, lend } from '../../job'
import type { Crew } from '../../job'
import type { BookSession } from '../session'
import { compareDocuments } from './comparison'
import { filingsThere, queueFiling } from './filings'
import { decideFiling, filingVersions } from './filing-versions'

/** A remote object cannot be passed on; one of our own that calls it can. */
const lent = (link: ExchangeLink): ExchangeLink => ({
  service: () => link.service(),
  capabilities: (account) => link.capabilities(account),
  putBatch: (put) => link.putBatch(put),
  queryBatch: (batchId, account) => link.queryBatch(batchId, account),
  receipts: (account, cursor, limit) => link.receipts(account, cursor, limit),
  documents: (account, query) => link.documents(account, query),
  putFiling: (filing) => link.putFiling(filing),
  filings: (account, cursor, limit) => link.filings(account, cursor, limit),
  journal: () => link.journal(),
  sign: (manifest) => link.sign(manifest),
  unsigned: () => link.unsigned(),
  signMessage: (message, xml) => link.signMessage(message, xml),
})

/** This window's part in the exchange of the open book. */
export class Exchange {
  readonly #session: BookSession
  #crew: Crew<EngineApi> | undefined
  #link: ExchangeLink | undefined
  #facts: ExchangeFacts = unknownFacts

  constructor(session: BookSession) {
    this.#session = session
  }

  async start(link: ExchangeLink, told: (facts: ExchangeFacts) => void): Promise<void> {
    this.stop()
    const { book, entry, who, sentinel } = this.#session
    const { health } = book
    if (health.state === 'moved') {
      // 已迁出: nothing is written here, so nothing is fetched either.
      this.#facts = {
        ...unknownFacts,
        engine: 'off',
        hold: { code: 'moved-out', text: health.text },
        holdKind: 'guard',
      }
      told(this.#facts)
      return
    }
    const worker = new Worker(new URL('../../engine/worker.ts', import.meta.url), { type: 'module' })
    const crew = crewOf<EngineApi>(worker)
    this.#crew = crew
    this.#link = link
    const tell = (facts: ExchangeFacts) => {
      this.#facts = facts
      told(facts)
    }
    const task = { database: entry.database, keys: book.context.keys, who }
    const started = crew.api.start(
      task,
      await this.#enterprise(),
      proxy(lend(sentinel)) as never,
      proxy(lent(link)) as never,
      proxy(tell) as never,
    )
    await Promise.race([started, crew.broken])
  }

  /** At lock: what was on its way is asked about by the next session. */
  stop(): void {
    this.#crew?.stop()
    this.#crew = undefined
    this.#link = undefined
    this.#facts = unknownFacts
  }

  async facts(): Promise<ExchangeFacts> {
    return withStatus(this.#facts, await (await this.#store()).status())
  }

  /** Everything that waits is tried now; a batch in attention is asked about first. */
  async retry(batch?: string): Promise<void> {
    const { context } = this.#session.book
    const store = await this.#store()
    const { epoch } = await store.status()
    await store.release('auth')
    await store.schedule('pull', { failures: 0, nextAt: 0 }, undefined, { epoch })
    const waiting = ['sending', 'sent', 'attention']
    const batches = batch
      ? [batch]
      : (await readBatches(context)).filter(({ stage }) => waiting.includes(stage)).map(({ id }) => id)
    for (const id of batches) await store.retry(id, Date.parse(context.now()))
    await this.#crew?.api.wake()
  }

  async lineBack(): Promise<void> {
    const store = await this.#store()
    const { epoch } = await store.status()
    const rest = { failures: 0, nextAt: 0 }
    await store.schedule('line', rest, undefined, { epoch })
    await store.schedule('pull', rest, undefined, { epoch })
    await this.#crew?.api.wake()
  }

  /** The next step looks again at what held it. */
  async release(kind: Hold['kind']): Promise<void> {
    await (await this.#store()).release(kind)
    await this.#crew?.api.wake()
  }

  async confirmRefusal(id: string, why: string): Promise<void> {
    await (await this.#store()).confirmRefusal(id, this.#session.who, why)
  }

  async adoptReceipts(id: string, why: string): Promise<void> {
    const isAdopted = await (await this.#store()).adoptReceipts(id, this.#session.who, why)
    if (!isAdopted) throw new DataRefusal('nothing-to-adopt')
  }

  async compare(): Promise<Comparison> {
    const { link, account } = await this.#lent()
    return compareDocuments(this.#session.book, link, account)
  }

  async queueFiling(draft: FilingDraft, why: string): Promise<void> {
    await queueFiling(this.#session, accountFor(await this.#enterprise()), draft, why)
    await this.#crew?.api.wake()
  }

  async wake(): Promise<void> {
    await this.#crew?.api.wake()
  }

  async serviceFilings(): Promise<ServiceFilings> {
    const { link, account } = await this.#lent()
    return filingsThere(link, account)
  }

  async filingVersions(kind: FilingKind, key: string): Promise<FilingVersions> {
    const { link, account } = await this.#lent()
    return filingVersions(this.#session, account, await filingsThere(link, account), kind, key)
  }

  async decideFiling(decision: FilingDecision, why: string): Promise<'filed' | 'theirs'> {
    const { link, account } = await this.#lent()
    const there = await filingsThere(link, account)
    const became = await decideFiling(this.#session, account, there, decision, why)
    await this.#crew?.api.wake()
    return became
  }

  /** The way to main that this window lent, and for which account. */
  async #lent() {
    if (!this.#link) throw new DataRefusal('no-exchange')
    const { account } = await (await this.#store()).status()
    return { link: this.#link, account }
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
