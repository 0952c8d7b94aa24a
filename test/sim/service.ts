import { createHash } from 'node:crypto'
import type {
  BatchAnswer,
  BatchItem,
  Capabilities,
  ReceiptPage,
  ServiceHours,
  ServiceReceipt,
} from '#shared/protocol/api'
import { httpFailure } from '#shared/protocol/errors'
import type { Outcome } from '#shared/protocol/engine/ports'
import type { ManifestDocument } from '#shared/protocol/manifest'
import { PackageError } from '#shared/protocol/package-error'
import { readPackage } from '#shared/protocol/package'
import { codec } from './codec'
import { Customs, type Head } from './customs'
import { errorBody } from './error-body'
import type { Plan } from './plan'
import { Registry } from './registry'
import { Sessions } from './sessions'
import { Uploads } from './uploads'
import { START, type World } from './world'

const MINUTE = 60_000
const SHANGHAI_MS = 8 * 3_600_000

export type Taken = {
  account: string
  message: string
  businessKey: string
  guid: string
  at: number
  live: boolean
}
type Held = {
  hash: string
  documents: ManifestDocument[]
  heads: Map<string, Head>
  items: BatchItem[]
  receivedAt: string
}

/** All that was ever handed in and taken in, over all services of a run: what the invariants count. */
export type Ledger = {
  taken: Taken[]
  handedIn: Set<string>
  faults: string[]
  /** Batches sent, whatever became of them. */
  uploads: number
  /** Guids a service had taken in before it was put back to an older state. */
  forgotten: Set<string>
}

export const emptyLedger = (): Ledger => ({
  taken: [],
  handedIn: new Set(),
  faults: [],
  uploads: 0,
  forgotten: new Set(),
})

/** A run needs some tens; an engine that sends thousands would not stop, and nobody waits to see it. */
const MOST_UPLOADS = 2_000

type Memory = {
  batches: Map<string, Held>
  receipts: ServiceReceipt[]
  taken: Taken[]
  customs: Customs
  registry: Registry
}

export const digest = async (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

/**
 * Model of a single window, as one enterprise sees it. On purpose it is idempotent by batch id only: a client that
 * makes a batch anew instead of asking is not saved by a second guard, it is caught.
 */
export class Service {
  #batches = new Map<string, Held>()
  #receipts: ServiceReceipt[] = []
  #customs: Customs
  /** Counts the times it was put back; receipts of another life have other ids. */
  #life = 0
  #backup: Memory | undefined
  registry: Registry
  readonly sessions: Sessions
  readonly uploads: Uploads

  constructor(
    readonly account: string,
    readonly world: World,
    readonly plan: Plan,
    readonly ledger: Ledger,
  ) {
    this.#customs = this.#newCustoms()
    this.registry = new Registry(world)
    this.sessions = new Sessions(world, plan)
    this.uploads = new Uploads(world)
  }

  /** Last word of customs on each submission, by its guid. */
  get truth(): ReadonlyMap<string, string> {
    return this.#customs.truth
  }

  /** Nothing more will come by itself. */
  get quiet(): boolean {
    return this.#customs.pending === 0
  }

  get newest(): string | undefined {
    return this.#receipts.at(-1)?.id
  }

  capabilities(): Outcome<Capabilities> {
    const { maxDocuments, maxBatchBytes, filings } = this.plan.workload
    return ok({
      service: { name: this.account, version: '1', practice: true },
      protocol: { min: 1, max: 1 },
      functions: ['batches', 'receipts', 'documents', ...(filings > 0 ? (['filings'] as const) : [])],
      messages: [],
      limits: { maxDocuments, maxBatchBytes, maxReceiptPage: 7 },
      hours: this.#hours(),
      outcomes: [],
      serverTime: new Date(this.world.now).toISOString(),
    })
  }

  /** Closed for a while in the middle of the day; hours are those of Shanghai. */
  #hours(): ServiceHours[] {
    const { closesAfter, closedFor } = this.plan.faults
    if (closedFor === 0) return []
    const at = (minutes: number) =>
      new Date(START + SHANGHAI_MS + minutes * MINUTE).toISOString().slice(11, 16)
    const days = [1, 2, 3, 4, 5, 6, 7]
    const open = [
      { days, from: '00:00', to: at(closesAfter) },
      { days, from: at(closesAfter + closedFor), to: '24:00' },
    ]
    return [{ zone: '*', function: 'batches', open }]
  }

  get #isClosed(): boolean {
    const { closesAfter, closedFor } = this.plan.faults
    const minutes = ((this.world.now - START) / MINUTE) % (24 * 60)
    return minutes >= closesAfter && minutes < closesAfter + closedFor
  }

  async put(batchId: string, bytes: Uint8Array, sha256: string): Promise<Outcome<BatchAnswer>> {
    this.ledger.uploads += 1
    if (this.ledger.uploads === MOST_UPLOADS) this.ledger.faults.push('I4: batches are sent without an end')
    if (this.#isClosed) return this.#error(503, 'service-closed')
    const known = this.#batches.get(batchId)
    if (known)
      return known.hash === sha256 ? this.#work(batchId, known) : this.#error(409, 'batch-hash-differs')
    if (bytes.length > this.plan.workload.maxBatchBytes) return this.#error(413, 'batch-too-large')
    let opened
    try {
      opened = await readPackage(bytes, { digest })
    } catch (error) {
      return this.#error(422, error instanceof PackageError ? error.code : 'package')
    }
    const documents = opened.messages.flatMap((message) => message.documents)
    if (documents.length > this.plan.workload.maxDocuments) return this.#error(413, 'too-many-documents')
    if (documents.some(({ businessKey }) => businessKey.includes('POISON')))
      return this.#error(422, 'unreadable')
    const twin = this.#batches.get(batchId)
    if (twin) return this.#work(batchId, twin)
    const heads = new Map<string, Head>()
    for (const { xml } of opened.messages) {
      for (const { head } of codec.decode(xml).documents) heads.set(head.guid!, head)
    }
    const receivedAt = new Date(this.world.now).toISOString()
    const held: Held = { hash: sha256, documents, heads, items: [], receivedAt }
    this.#batches.set(batchId, held)
    return this.#work(batchId, held)
  }

  query(batchId: string): Outcome<BatchAnswer> {
    const held = this.#batches.get(batchId)
    return held ? ok(answerOf(batchId, held)) : this.#error(404, 'unknown-batch')
  }

  /** A cursor is the id of the last receipt; one that is not known (any more) begins at the start. */
  receipts(cursor: string | undefined, limit: number): Outcome<ReceiptPage> {
    const { random } = this.world
    const { shuffledPage, repeatedPage } = this.plan.faults
    const from = this.#place(cursor)
    const restarted = from === 0 && cursor !== undefined && cursor !== ''
    const page = this.#receipts.slice(from, from + limit)
    const next = from + page.length
    const again = repeatedPage > 0 && random.chance(repeatedPage) ? this.#receipts.slice(0, from) : []
    const receipts = [...again, ...page]
    if (shuffledPage > 0 && random.chance(shuffledPage)) random.shuffle(receipts)
    // Where nothing is left to give, the cursor of the lost state is not handed back as if it stood.
    const last = page.at(-1)?.id ?? (restarted ? '' : (cursor ?? ''))
    return ok({ receipts, cursor: last, more: next < this.#receipts.length, restarted })
  }

  #place(cursor: string | undefined): number {
    const seq = Number(cursor?.split('-').at(-1) ?? 0)
    return this.#receipts[seq - 1]?.id === cursor ? seq : 0
  }

  backup(): void {
    this.#backup = this.#copy({
      batches: this.#batches,
      receipts: this.#receipts,
      taken: this.#own(),
      customs: this.#customs,
      registry: this.registry,
    })
  }

  /** The backup again, as if what came after it had never been. */
  restore(): boolean {
    if (!this.#backup) return false
    const then = this.#copy(this.#backup)
    this.#life += 1
    this.uploads.forget()
    this.#customs.stop()
    const before = new Map(this.#own().map((one) => [one.guid, one]))
    for (const guid of before.keys()) this.ledger.forgotten.add(guid)
    for (const one of then.taken) {
      this.ledger.forgotten.delete(one.guid)
      // The client was told that it was sent back and may have corrected it; the service forgot that it said so.
      one.live &&= before.get(one.guid)?.live ?? false
    }
    this.ledger.taken = [...this.ledger.taken.filter((one) => one.account !== this.account), ...then.taken]
    this.#batches = then.batches
    this.#receipts = then.receipts
    this.#customs = then.customs
    this.registry = then.registry
    for (const one of then.taken) this.#customs.resume(one)
    return true
  }

  #copy({ batches, receipts, taken, customs, registry }: Memory): Memory {
    return {
      batches: new Map([...batches].map(([id, held]) => [id, { ...held, items: [...held.items] }])),
      receipts: [...receipts],
      taken: taken.map((one) => ({ ...one })),
      customs: this.#newCustoms(customs),
      registry: registry.copy(),
    }
  }

  #own(): Taken[] {
    return this.ledger.taken.filter(({ account }) => account === this.account)
  }

  #newCustoms(like?: Customs): Customs {
    return new Customs(this.world, this.plan, (message, xml) => this.#issue(message, xml), like)
  }

  /** Take in what of the batch has no result yet; may die in the middle and go on when asked again. */
  #work(batchId: string, held: Held): Outcome<BatchAnswer> {
    const { random } = this.world
    for (const document of held.documents.slice(held.items.length)) {
      if (random.chance(this.plan.faults.half)) return this.#error(500, 'internal')
      held.items.push(this.#takeIn(document, held.heads.get(document.guid)!))
    }
    return ok(answerOf(batchId, held))
  }

  #takeIn(document: ManifestDocument, head: Head): BatchItem {
    const { message, businessKey, guid } = document
    const item = { message, businessKey, guid }
    this.ledger.handedIn.add(`${message} ${document.dossier}`)
    if (message === 'CEB603' && !this.ledger.handedIn.has(`CEB303 ${document.dossier}`)) {
      this.ledger.faults.push(`order: list ${businessKey} came before its order`)
    }
    if (head.note === 'busy' && this.world.random.chance(0.5)) {
      return { ...item, outcome: 'refused', code: 'busy', text: 'busy' }
    }
    if (head.note === 'refuse') return { ...item, outcome: 'refused', code: '-301008', text: 'refused' }
    const { account } = this
    const taken: Taken = { account, message, businessKey, guid, at: this.world.now, live: true }
    for (const other of this.ledger.taken) {
      if (other.message !== message || other.businessKey !== businessKey) continue
      if (other.guid === guid) this.ledger.faults.push(`I1: ${message} ${businessKey} taken in twice`)
      else if (other.live) this.ledger.faults.push(`I1: ${message} ${businessKey} taken in beside a live one`)
    }
    this.ledger.taken.push(taken)
    this.#customs.process(taken, head)
    return { ...item, outcome: 'accepted' }
  }

  #issue(message: string, xml: string): void {
    const seq = this.#receipts.length + 1
    const receivedAt = new Date(this.world.now).toISOString()
    const id = `${this.account}${this.#life || ''}-${seq}`
    this.#receipts.push({ seq, id, message, receivedAt, xml })
  }

  #error(status: number, code: string): Outcome<never> {
    return { ok: false, failure: httpFailure(status, errorBody(code), undefined, this.world.now) }
  }
}

const ok = <T>(value: T): Outcome<T> => ({ ok: true, value })

function answerOf(batchId: string, { items, documents, receivedAt }: Held): BatchAnswer {
  const refused = items.filter(({ outcome }) => outcome === 'refused').length
  const state = refused === 0 ? 'accepted' : refused < documents.length ? 'partial' : 'refused'
  return { batchId, state, receivedAt, items: [...items] }
}
