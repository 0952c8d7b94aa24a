import { createHmac, randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { decodeMessage } from '#shared/ceb/decode'
import { encodeMessage } from '#shared/ceb/encode'
import { accountOf, PRACTICE_SERVICE } from '#shared/ipc/exchange'
import type { CebDocument } from '#shared/model/list'
import { waitsFor } from '#shared/protocol/correction'
import type { MemoryState } from '#shared/protocol/engine/memory-state'
import type { Ports } from '#shared/protocol/engine/ports'
import type { Enqueued } from '#shared/protocol/engine/records'
import { runEngine } from '#shared/protocol/engine/run'
import { businessKey, dossierKey } from '#shared/protocol/keys'
import { digestOf } from '../../electron/practice/host'
import { document, enterprise } from '../../electron/practice/samples'
import { writeAtomic } from '../../electron/atomic-file'
import { signBatch, signatureOf, type KeyPair } from '../../electron/single-window/batch-signature'
import { httpTransport } from '../../electron/single-window/http'
import { SendJournal } from '../../electron/single-window/journal'
import { Sentinel } from '../../renderer/data/connection/sentinel'
import type { ClientOptions, Order, Said } from './client-words'
import { FileStore, type Point } from './file-store'
import { needSpace } from './small-disk'

/*
 * One PC as a process of its own: the real engine, transport and send journal over a store in a file. It takes orders
 * on standard input, tells how things stand on standard output, and kills itself where it is told to.
 */
const options = JSON.parse(process.argv[2] ?? '') as ClientOptions
const { directory, url, token, epochMs, speed, kill } = options
const say = (said: Said) => void process.stdout.write(`${JSON.stringify(said)}\n`)

let left = kill?.times ?? 0
let compared = false
const point: Point = (name) => {
  if (name === 'adopt:after') compared = true
  if (name !== kill?.point) return
  left -= 1
  if (left <= 0) process.kill(process.pid, 'SIGKILL')
}

const account = accountOf(PRACTICE_SERVICE, enterprise.code)
const keys = JSON.parse(await readFile(join(directory, 'keys.json'), 'utf8')) as KeyPair
const counters = join(directory, 'counters.json')
const sentinel = new Sentinel({
  read: () =>
    readFile(counters, 'utf8').then(
      (text) => JSON.parse(text) as Record<string, number>,
      () => ({}),
    ),
  advance: (values) => writeAtomic(counters, JSON.stringify(values)),
})
// As the app: what was ever queued, which nothing that comes in makes up for.
const countersOf = ({ place }: MemoryState) => ({ outbox: place })
const file = await FileStore.open(join(directory, 'database'), account, {
  point,
  needSpace: () => needSpace(directory),
  committed: (state) => sentinel.advance(countersOf(state)),
})
const store = file.port()
await sentinel.check(countersOf(file.state))
const journal = await SendJournal.open(join(directory, 'sent.journal'))

const now = () => epochMs + (Date.now() - epochMs) * speed
let wake: () => void = () => undefined
const http = httpTransport({ service: PRACTICE_SERVICE, url, token }, 'practice', {
  fetch: async (address, init) => {
    point('request:before')
    const response = await fetch(address, init)
    point('answer:before')
    return response
  },
  now,
  journal: async (entry) => {
    point('journal:before')
    needSpace(directory)
    await journal.append(entry)
    point('journal:after')
  },
  identity: {
    publicKey: () => Promise.resolve(keys.publicKey),
    signText: (text) => Promise.resolve(signatureOf(new TextEncoder().encode(text), keys).signature),
  },
})
const mark = (message: string, key: string) =>
  createHmac('sha256', keys.privateKey).update(`${message}\n${key}`).digest('hex')

const ports: Ports = {
  store,
  transport: {
    capabilities: () => http.capabilities(account),
    putBatch: (put) => http.putBatch(put),
    queryBatch: (batchId, of) => http.queryBatch(batchId, of),
    receipts: (cursor, limit) => http.receipts(account, cursor, limit),
    journal: () => journal.entries(),
  },
  signer: {
    digest: (bytes) => Promise.resolve(digestOf(bytes)),
    mark: (message, key) => Promise.resolve(mark(message, key)),
    sign: (manifest) => Promise.resolve(signBatch(manifest, keys)),
  },
  clock: {
    now,
    random: Math.random,
    uuid: randomUUID,
    sleep: (ms) =>
      new Promise((resolve) => {
        const timer = setTimeout(resolve, ms / speed)
        wake = () => (clearTimeout(timer), resolve())
      }),
  },
  codec: { encode: encodeMessage, decode: (xml) => decodeMessage(xml).message },
  sender: {
    enterprise,
    book: 'practice',
    transfer: { copCode: '13109609ZZ', copName: enterprise.name, dxpMode: 'DXP', dxpId: 'DXPENT0000000001' },
  },
  guard: () =>
    Promise.resolve(
      sentinel.health.state === 'ok' ? undefined : { code: 'suspect', text: sentinel.health.text },
    ),
  observe: (event) => {
    if (event.kind === 'call' && event.failure) say({ kind: 'failure', code: event.failure.code })
  },
}

const isSuspect = () => sentinel.health.state !== 'ok'

/** Queue a dossier unless the database has it; a refusal keeps it from being declared twice. */
async function declare(orderNo: string): Promise<void> {
  // Other content each time: what is declared twice is not forgiven as a repetition.
  const note = randomUUID()
  const parts = ['CEB303', 'CEB505', 'CEB603'].map((type) => {
    const { message, content } = document(type, orderNo, { head: { note } })
    return { message, content, businessKey: businessKey(message, content.head)! }
  })
  const known = await store.submissions(parts[0]!.message, parts[0]!.businessKey)
  if (known.length > 0) return say({ kind: 'declared', orderNo })
  const waits = waitsFor(parts, 'declare')
  const submissions = parts.map((part): Enqueued => {
    const { message, content, businessKey: key } = part
    return {
      id: randomUUID(),
      dossier: dossierKey(content as CebDocument),
      message,
      businessKey: key,
      mark: mark(message, key),
      guid: content.head.guid!,
      waits: waits.get(part) ?? [],
      document: content,
    }
  })
  const result = await store.enqueue(submissions, new Date(now()).toISOString())
  say(result.ok ? { kind: 'declared', orderNo } : { kind: 'refused', orderNo, code: result.reason.code })
  wake()
}

async function obey(order: Order): Promise<void> {
  if (order.kind === 'declare') {
    // As the app: nothing is queued in a database that is older than what left.
    if (!isSuspect()) for (const orderNo of order.orders) await declare(orderNo)
  } else if (order.kind === 'look') {
    const { submissions, batches, hold } = file.state
    if (hold?.kind === 'auth') await store.release('auth')
    for (const { id, stage } of batches.values()) if (stage === 'attention') await store.retry(id, now())
    wake()
    const ghosts = [...batches.values()].filter(({ ghost, stage }) => ghost && stage === 'sent').length
    say({
      kind: 'state',
      stages: [...submissions.values()].map(({ stage }) => stage),
      states: Object.fromEntries(
        [...submissions.values()].map((s) => [`${s.message} ${s.businessKey}`, s.state.code]),
      ),
      batches: batches.size,
      ghosts,
      suspect: isSuspect(),
      compared,
      ...(hold ? { hold: hold.kind } : {}),
    })
  } else {
    // The officer has seen that the database is older, and that every batch of the journal was asked about.
    await writeAtomic(counters, JSON.stringify(countersOf(file.state)))
    await sentinel.check(countersOf(file.state))
    await store.release('guard')
    wake()
  }
}

const stop = { aborted: false }
void runEngine(ports, stop, (error) => say({ kind: 'failed', message: String(error) }))
let turn: Promise<void> = Promise.resolve()
createInterface({ input: process.stdin })
  .on('line', (line) => {
    turn = turn
      .then(() => obey(JSON.parse(line) as Order))
      .catch((error: unknown) => say({ kind: 'failed', message: String(error) }))
  })
  .on('close', () => process.exit(0))
say({ kind: 'ready' })
