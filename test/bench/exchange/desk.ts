import { createHmac, randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { decodeMessage } from '#shared/ceb/decode'
import { encodeMessage } from '#shared/ceb/encode'
import { accountOf, PRACTICE_SERVICE } from '#shared/ipc/exchange'
import type { CebDocument } from '#shared/model/list'
import { emptyState } from '#shared/protocol/engine/memory-state'
import { MemoryStore } from '#shared/protocol/engine/memory-store'
import type { Ports } from '#shared/protocol/engine/ports'
import type { Enqueued, JournalEntry } from '#shared/protocol/engine/records'
import { newMemory, turn } from '#shared/protocol/engine/turn'
import { businessKey, dossierKey } from '#shared/protocol/keys'
import { waitsFor } from '#shared/protocol/correction'
import { digestOf } from '../../../electron/practice/host'
import { dossier, enterprise } from '../../../electron/practice/samples'
import { makeKeyPair, signBatch } from '../../../electron/single-window/batch-signature'
import { httpTransport } from '../../../electron/single-window/http'

export type DeskOptions = {
  url: string
  token: string
  enterprise: string
  journal: { append(entry: JournalEntry): Promise<void>; entries(): Promise<JournalEntry[]> }
}

/** A client without a window: the engine over HTTP with its store in memory and its journal where it is told. */
export class Desk {
  store: MemoryStore
  readonly failures: string[] = []
  sentBytes = 0
  receipts = 0
  readonly #ports: Omit<Ports, 'store'>
  readonly #memory = newMemory()
  readonly #account: string

  constructor({ url, token, enterprise: code, journal }: DeskOptions) {
    this.#account = accountOf(PRACTICE_SERVICE, code)
    const account = this.#account
    this.store = new MemoryStore(account)
    const key = makeKeyPair()
    const http = httpTransport({ service: PRACTICE_SERVICE, url, token }, 'practice', {
      fetch: (address, init) => fetch(address, init),
      now: Date.now,
      journal: (entry) => journal.append(entry),
    })
    this.#ports = {
      transport: {
        capabilities: () => http.capabilities(account),
        putBatch: (put) => {
          this.sentBytes += put.bytes.length
          return http.putBatch(put)
        },
        queryBatch: (id, of) => http.queryBatch(id, of),
        receipts: async (cursor, limit) => {
          const outcome = await http.receipts(account, cursor, limit)
          if (outcome.ok) this.receipts += outcome.value.receipts.length
          return outcome
        },
        journal: () => journal.entries(),
      },
      signer: {
        digest: (bytes) => Promise.resolve(digestOf(bytes)),
        mark: (message, id) => Promise.resolve(markOf(message, id)),
        sign: (manifest) => Promise.resolve(signBatch(manifest, key)),
      },
      clock: { now: Date.now, random: Math.random, uuid: randomUUID, sleep: (ms) => pause(ms) },
      codec: { encode: encodeMessage, decode: (xml) => decodeMessage(xml).message },
      sender: {
        enterprise: { code, name: enterprise.name },
        book: 'practice',
        transfer: {
          copCode: '13109609ZZ',
          copName: enterprise.name,
          dxpMode: 'DXP',
          dxpId: 'DXPENT0000000001',
        },
      },
      guard: () => Promise.resolve(undefined),
      observe: (event) => {
        if (event.kind === 'call' && event.failure) this.failures.push(event.failure.code)
      },
    }
  }

  /** Queue order, waybill and list of so many orders, in commands of a few hundred as a room does. */
  async queue(orders: number, prefix: string): Promise<void> {
    for (let at = 0; at < orders; at += AT_ONCE) {
      const count = Math.min(AT_ONCE, orders - at)
      const submissions = Array.from({ length: count }, (_, n) => declared(`${prefix}${at + n}`)).flat()
      const result = await this.store.enqueue(submissions, new Date().toISOString())
      if (!result.ok) throw new Error(result.reason.code)
    }
  }

  /** Drop the rows of what is done, as if they were on a disk; what the engine goes by stays. */
  forget(): void {
    const { submissions, batches, bytes, facts, originals } = emptyState(this.#account)
    const empty = { submissions, batches, bytes, facts, originals, sample: [] }
    this.store = new MemoryStore({ ...this.store.snapshot(), ...empty })
  }

  /** Work until every document has reached its end. @throws when nothing moves for minutes, at any desk */
  async drain(documents: number): Promise<void> {
    let done = 0
    lastMoved = Date.now()
    while (done < documents) {
      const until = await turn({ ...this.#ports, store: this.store }, this.#memory)
      if (until === undefined) continue
      const now = (await this.store.status()).stages.done ?? 0
      if (now !== done) lastMoved = Date.now()
      done = now
      if (done < documents && Date.now() - lastMoved > STALL_MS)
        throw new Error(`${done} of ${documents} done`)
      if (done < documents) await pause(Math.min(LONGEST_PAUSE_MS, Math.max(0, until - Date.now())))
    }
  }
}

const AT_ONCE = 300
const STALL_MS = 5 * 60_000
/** Of all desks of this process: when a thousand share two cores, one of them may wait for long. */
let lastMoved = 0
const LONGEST_PAUSE_MS = 250

const markOf = (message: string, id: string) =>
  createHmac('sha256', 'bench').update(`${message} ${id}`).digest('hex')

function declared(orderNo: string): Enqueued[] {
  const parts = dossier(orderNo).map(({ message, content }) => ({
    message,
    content,
    businessKey: businessKey(message, content.head)!,
  }))
  const waits = waitsFor(parts, 'declare')
  return parts.map((part) => ({
    id: randomUUID(),
    dossier: dossierKey(part.content as CebDocument),
    message: part.message,
    businessKey: part.businessKey,
    mark: markOf(part.message, part.businessKey),
    guid: part.content.head.guid!,
    waits: waits.get(part) ?? [],
    document: part.content,
  }))
}
