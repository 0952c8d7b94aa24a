import { createHash } from 'node:crypto'
import type { BatchAnswer, BatchItem, Capabilities, ReceiptPage, ServiceReceipt } from '#shared/protocol/api'
import { httpFailure } from '#shared/protocol/errors'
import type { Outcome } from '#shared/protocol/engine/ports'
import type { ManifestDocument } from '#shared/protocol/manifest'
import { PackageError } from '#shared/protocol/package-error'
import { readPackage } from '#shared/protocol/package'
import { codec } from './codec'
import type { Plan } from './plan'
import type { World } from './world'

type Taken = {
  message: string
  businessKey: string
  guid: string
  batchId: string
  at: number
  live: boolean
}
type Held = {
  hash: string
  documents: ManifestDocument[]
  heads: Map<string, Record<string, string>>
  items: BatchItem[]
  receivedAt: string
}

/** All that was ever handed in and taken in, over all services of a run: what the invariants count. */
export type Ledger = { taken: Taken[]; handedIn: Set<string>; faults: string[] }

export const digest = async (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const receiptOf = (message: string) => `CEB${Number(message.slice(3)) + 1}`

/**
 * Model of a single window. On purpose it is idempotent by batch id only: a client that makes a batch anew instead of
 * asking is not saved by a second guard, it is caught.
 */
export class Service {
  readonly #batches = new Map<string, Held>()
  readonly #receipts: ServiceReceipt[] = []
  #seq = 0
  /** Last word of customs on each submission, by its guid. */
  readonly truth = new Map<string, string>()

  constructor(
    readonly account: string,
    readonly world: World,
    readonly plan: Plan,
    readonly ledger: Ledger,
  ) {}

  capabilities(): Outcome<Capabilities> {
    const { maxDocuments, maxBatchBytes } = this.plan.workload
    return ok({
      service: { name: this.account, version: '1', practice: true },
      protocol: { min: 1, max: 1 },
      functions: ['batches', 'receipts', 'documents'],
      messages: [],
      limits: { maxDocuments, maxBatchBytes, maxReceiptPage: 7 },
      hours: [],
      outcomes: [],
      serverTime: new Date(this.world.now).toISOString(),
    })
  }

  async put(batchId: string, bytes: Uint8Array, sha256: string): Promise<Outcome<BatchAnswer>> {
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
    const heads = new Map<string, Record<string, string>>()
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

  receipts(cursor: string | undefined, limit: number): Outcome<ReceiptPage> {
    const from = cursor === undefined ? 0 : Number(cursor)
    const receipts = this.#receipts.slice(from, from + limit)
    const next = from + receipts.length
    return ok({ receipts, cursor: String(next), more: next < this.#receipts.length })
  }

  /** Take in what of the batch has no result yet; may die in the middle and go on when asked again. */
  #work(batchId: string, held: Held): Outcome<BatchAnswer> {
    const { random } = this.world
    for (const document of held.documents.slice(held.items.length)) {
      if (random.chance(this.plan.faults.half)) return this.#error(500, 'internal')
      held.items.push(this.#takeIn(batchId, document, held.heads.get(document.guid)!))
    }
    return ok(answerOf(batchId, held))
  }

  #takeIn(batchId: string, document: ManifestDocument, head: Record<string, string>): BatchItem {
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
    const taken: Taken = { message, businessKey, guid, batchId, at: this.world.now, live: true }
    for (const other of this.ledger.taken) {
      if (other.message !== message || other.businessKey !== businessKey) continue
      if (other.guid === guid) this.ledger.faults.push(`I1: ${message} ${businessKey} taken in twice`)
      else if (other.live) this.ledger.faults.push(`I1: ${message} ${businessKey} taken in beside a live one`)
    }
    this.ledger.taken.push(taken)
    this.#process(taken, head)
    return { ...item, outcome: 'accepted' }
  }

  #process(taken: Taken, head: Record<string, string>): void {
    const { random } = this.world
    const good =
      taken.message === 'CEB603' ? ['2', '3', '120', '300', '399', '800', '899'] : ['2', '3', '120']
    const course =
      head.note === 'reject' ? ['2', '3', '100'] : head.note === 'error' ? ['2', '-301020'] : good
    let at = 0
    for (const status of course) {
      at += random.int(200, 60_000)
      this.world.after(at, () => {
        if (status === '100' || status.startsWith('-')) taken.live = false
        this.truth.set(taken.guid, status)
        this.#speak(taken, head, status)
      })
    }
  }

  /** Issue a receipt; it may be held up and overtaken by later ones, or be issued twice. */
  #speak(taken: Taken, head: Record<string, string>, returnStatus: string): void {
    const { random } = this.world
    const { faults } = this.plan
    const guid = faults.ownGuids ? random.uuid().toUpperCase() : taken.guid
    const node = { ...head, guid, returnStatus, returnTime: stamp(this.world.now), returnInfo: returnStatus }
    const times = random.chance(faults.repeatReceipt) ? 2 : 1
    for (let i = 0; i < times; i += 1) {
      const delay = random.chance(faults.delayReceipt) ? random.int(0, 300_000) : 0
      this.world.after(delay, () => this.#issue(receiptOf(taken.message), node))
    }
    if (random.chance(faults.foreignReceipt)) {
      const other = { ...node, guid: random.uuid().toUpperCase(), orderNo: 'ELSEWHERE', copNo: 'ELSEWHERE' }
      this.#issue(receiptOf(taken.message), { ...other, logisticsNo: 'ELSEWHERE' })
    }
    if (random.chance(faults.unreadableReceipt)) this.#issue('CEB604', undefined)
  }

  #issue(message: string, node: Record<string, string> | undefined): void {
    this.#seq += 1
    const type = message as 'CEB604'
    const xml = node
      ? codec.encode({ type, guid: node.guid!, version: '1.0', documents: [{ head: node }] })
      : '<not xml'
    const receivedAt = new Date(this.world.now).toISOString()
    this.#receipts.push({ seq: this.#seq, id: `${this.account}-${this.#seq}`, message, receivedAt, xml })
  }

  #error(status: number, code: string): Outcome<never> {
    return { ok: false, failure: httpFailure(status, errorBody(code), undefined, this.world.now) }
  }
}

export const errorBody = (code: string) => ({
  error: { code, message: { zh: code, en: code }, fix: { zh: code, en: code } },
})

const ok = <T>(value: T): Outcome<T> => ({ ok: true, value })

function answerOf(batchId: string, { items, documents, receivedAt }: Held): BatchAnswer {
  const refused = items.filter(({ outcome }) => outcome === 'refused').length
  const state = refused === 0 ? 'accepted' : refused < documents.length ? 'partial' : 'refused'
  return { batchId, state, receivedAt, items: [...items] }
}

/** returnTime as customs writes it, Asia/Shanghai. */
function stamp(now: number): string {
  return new Date(now + 8 * 3_600_000).toISOString().replace(/\D/g, '').slice(0, 17)
}
