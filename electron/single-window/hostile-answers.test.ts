import addFormats from 'ajv-formats'
import Ajv2020 from 'ajv/dist/2020'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { accountOf, outcome as outcomeOf } from '#shared/ipc/exchange'
import { at, engine, list, order } from '#shared/protocol/engine/engine-under-test'
import type { Outcome } from '#shared/protocol/engine/ports'
import type { JournalEntry } from '#shared/protocol/engine/records'
import {
  heavyForms,
  honest,
  hostileForms,
  repeated,
  text,
  type Hostile,
  type Json,
} from './hostile-answers.test-data'
import { httpTransport, type HttpTransport } from './http'
import type { Fetch } from './request'

const judge = addFormats(new Ajv2020({ strict: false }))

const ID = '00000000-0000-4000-8000-000000000001'
const account = accountOf('practice', '911310000000000XYZ')
const HOME = 'http://127.0.0.1:1'
const claim = { claim: repeated.claim, facts: {} }

/** Complete by its type: a call that is new does not compile before it is made here, and is then under all that follows. */
const calls: Readonly<Record<keyof HttpTransport, (transport: HttpTransport) => Promise<Outcome<unknown>>>> =
  {
    capabilities: (t) => t.capabilities(account),
    signIn: (t) => t.signIn(account, undefined),
    putBatch: (t) =>
      t.putBatch({ batchId: ID, bytes: new Uint8Array(3), sha256: 'a'.repeat(64), marks: ['m'], account }),
    queryBatch: (t) => t.queryBatch(ID, account),
    receipts: (t) => t.receipts(account, 'c', 5),
    documents: (t) => t.documents(account, { message: repeated.message, businessKey: repeated.businessKey }),
    putFiling: (t) => t.putFiling(account, { kind: 'goods', key: 'SKU', base: 0, content: {} }),
    filings: (t) => t.filings(account, undefined, 5),
    putAttachment: (t) =>
      t.putAttachment(account, { sha256: 'b'.repeat(64), type: 'application/pdf', bytes: new Uint8Array(3) }),
    referenceCatalogue: (t) => t.referenceCatalogue(account),
    referenceDelta: (t) => t.referenceDelta(account, 'countries', 'v1'),
    lookUp: (t) => t.lookUp(account, 'waybill', repeated.key),
    selfCheck: (t) => t.selfCheck(account, claim),
    forexPrecheck: (t) => t.forexPrecheck(account, { facts: {} }),
    registerDesk: (t) => t.registerDesk(account, ID, { code: 'A', name: 'n' }),
    moveDeskOut: (t) => t.moveDeskOut(account, ID),
    putDeskRecords: (t) => t.putDeskRecords(account, { desk: ID, records: [] }),
    deskRecords: (t) => t.deskRecords(account, ID, undefined, 5),
  }

const names = Object.keys(calls) as (keyof HttpTransport)[]

const identity = { publicKey: async () => `04${'a'.repeat(128)}`, signText: async () => 'ab'.repeat(35) }
const over = (fetch: Fetch) =>
  httpTransport({ service: 'practice', url: HOME }, 'practice', {
    ...{ fetch, identity, now: () => 0, journal: async () => undefined },
  })

/** One call, of which the request that carries it gets a hostile answer. */
async function ask(call: keyof HttpTransport, hostile: Hostile) {
  const asked: string[] = []
  const fetch: Fetch = async (target, { method = 'GET', redirect }) => {
    asked.push(target)
    expect(redirect).toBe('manual')
    const { answer, operation } = honest(method, target)
    const isPreparing = call !== 'capabilities' && target.endsWith('/v1/capabilities')
    if (isPreparing || (call !== 'signIn' && target.includes('/v1/session')))
      return text(JSON.stringify(answer))
    return hostile(answer, operation)
  }
  return { outcome: await calls[call](over(fetch)), asked }
}

const crossing = outcomeOf(z.unknown())
/** A refusal as the rest of the program reads it: of a known kind, with a code and words, and small enough to be kept. */
function isNamed(outcome: Outcome<unknown>, what: string): void {
  expect(crossing.safeParse(structuredClone(outcome)).success, what).toBe(true)
  expect(outcome.ok, what).toBe(false)
  if (outcome.ok) return
  const { code, message, fix } = outcome.failure
  expect(
    [code, message.zh, message.en, fix.zh, fix.en].every(({ length }) => length > 0),
    what,
  ).toBe(true)
  expect(JSON.stringify(outcome).length, what).toBeLessThan(20_000)
}

type Path = (string | number)[]
function paths(value: unknown, at: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [at]
  return [at, ...Object.entries(value).flatMap(([key, part]) => paths(part, [...at, key]))]
}
function replaced(value: unknown, [key, ...rest]: Path, put: unknown): unknown {
  if (key === undefined) return put
  const whole = value as Json
  const next = { ...whole, [key]: replaced(whole[key], rest, put) }
  if (Array.isArray(value)) return Object.values(next)
  return next
}
const strange = [null, -0.5, '', 'x\u0000', '9'.repeat(400), {}, [[]]]
/** A word of a newer service, taken as one that a person looks at. */
const newer = new Set(['doubts.0.grade', 'verdicts.0.result'])

describe.each(names)('the answer to %s', (call) => {
  it('is taken when it is what the interface says, whatever its type is called', async () => {
    const { outcome } = await ask(call, (answer) =>
      text(`\uFEFF${JSON.stringify(answer)}`, { headers: { 'content-type': 'text/plain' } }),
    )
    expect(outcome).toMatchObject({ ok: true })
  })

  it.each(Object.entries(hostileForms))('ends in a named refusal: %s', async (what, hostile) => {
    const { outcome, asked } = await ask(call, hostile)
    isNamed(outcome, what)
    expect(asked.filter((target) => !target.startsWith(`${HOME}/v1/`))).toEqual([])
    if (!outcome.ok) expect(outcome.failure.retryAfterSeconds ?? 0).toBeLessThanOrEqual(3_600)
  })

  it('is judged at each of its parts as another reader of the interface judges it', async () => {
    const said: { answer?: Json; schema?: Json } = {}
    await ask(call, (answer, operation) => {
      said.answer ??= answer
      said.schema ??= operation.answer
      return text(JSON.stringify(answer))
    })
    const { answer } = said
    const check = judge.compile(said.schema!)
    expect(check(answer)).toBe(true)
    let refused = 0
    for (const at of paths(answer)) {
      if (newer.has(at.join('.'))) continue
      for (const put of strange) {
        const changed = replaced(answer, at, put) as Json
        if (check(changed)) continue
        refused += 1
        const { outcome } = await ask(call, () => text(JSON.stringify(changed)))
        isNamed(outcome, `${at.join('.')} = ${JSON.stringify(put).slice(0, 20)}`)
      }
    }
    expect(refused).toBeGreaterThan(5)
  })
})

it.each(names)('the answer to another request is none to %s', async (call) => {
  let isMixed = false
  const transport = over(async (target, { method = 'GET', headers }) => {
    const own = new Headers(headers).get('x-request-id')!
    const named = { 'x-request-id': isMixed ? 'of-another' : own }
    return text(JSON.stringify(honest(method, target).answer), { headers: named })
  })
  expect(await calls[call](transport)).toMatchObject({ ok: true })
  isMixed = true
  expect(await calls[call](transport)).toMatchObject({
    ok: false,
    failure: { code: 'crossed', kind: 'retry' },
  })
})

/** Whose answers repeat what was asked. */
const repeating: Partial<Record<keyof HttpTransport, string[]>> = {
  putBatch: ['batchId'],
  queryBatch: ['batchId'],
  documents: ['message', 'businessKey'],
  putAttachment: ['sha256'],
  referenceDelta: ['table'],
  lookUp: ['kind', 'key'],
  selfCheck: ['claim'],
}
it.each(Object.entries(repeating))('an answer about something else is none to %s', async (call, fields) => {
  for (const field of fields) {
    const { outcome } = await ask(call as keyof HttpTransport, (answer) => {
      // Another one of the same form: its last digit or letter differs.
      const other = JSON.stringify(answer).replace(
        new RegExp(`("${field}":"[^"]*)([^"])"`),
        (_, start: string, last: string) => `${start}${last === '2' ? '3' : '2'}"`,
      )
      expect(other).not.toBe(JSON.stringify(answer))
      return text(other)
    })
    expect(outcome, field).toMatchObject({ ok: false, failure: { code: 'answer-unreadable' } })
  }
})

it.each(Object.entries(heavyForms))('refuses without reading to the end: %s', async (what, hostile) => {
  const { outcome } = await ask('receipts', hostile)
  isNamed(outcome, what)
})

describe('the queue, while a service answers nothing but', () => {
  const journal: JournalEntry[] = []
  const forms = Object.entries(hostileForms)
  const limits = { maxDocuments: 100, maxBatchBytes: 1_000_000, maxReceiptPage: 100 }
  const offers = { functions: ['batches', 'receipts'], messages: [], hours: [], limits }

  it.each(forms)('%s', async (what, hostile) => {
    const { store, ports, world, run } = engine()
    let isHonest = false
    const held = new Map<string, Json>()
    const fetch: Fetch = async (target, { method = 'GET' }) => {
      const { answer, operation } = honest(method, target)
      const path = new URL(target).pathname
      if (path === '/v1/capabilities') return text(JSON.stringify({ ...answer, ...offers }))
      if (!isHonest) return hostile(answer, operation)
      if (path === '/v1/receipts') return text(JSON.stringify({ receipts: [], cursor: 'c', more: false }))
      const id = path.split('/').at(-1)!
      if (method === 'PUT') {
        const items = store
          .snapshot()
          .batches.get(id)!
          .submissions.map((one) => {
            const { message, businessKey } = store.snapshot().submissions.get(one)!
            return { message, businessKey, outcome: held.has(id) ? 'duplicate' : 'accepted' }
          })
        held.set(id, { ...answer, state: 'accepted', items })
      }
      const known = held.get(id)
      return known ? text(JSON.stringify(known)) : text('{"error":{"code":"unknown-batch"}}', { status: 404 })
    }
    const http = httpTransport({ service: 'practice', url: HOME, token: 't' }, 'practice', {
      ...{ fetch, now: () => world.now, journal: async (entry) => void journal.push(entry) },
    })
    ports.transport = {
      capabilities: () => http.capabilities(account),
      putBatch: (put) => http.putBatch({ ...put, account }),
      queryBatch: (id) => http.queryBatch(id, account),
      receipts: (cursor, limit) => http.receipts(account, cursor, limit),
      journal: async () => [],
    }
    await store.enqueue([order(), list()], at)
    const content = () => [...store.snapshot().submissions.values()].map(({ id, document }) => [id, document])
    const stages = () => [...store.snapshot().submissions.values()].map(({ stage }) => stage)
    const before = content()
    await run(40)
    expect(content()).toEqual(before)
    expect(stages().filter((stage) => stage === 'accepted' || stage === 'done')).toEqual([])

    isHonest = true
    for (const { id, stage } of store.snapshot().batches.values())
      if (stage === 'attention') await store.retry(id, world.now)
    await run(120, () => stages().every((stage) => stage === 'accepted'))
    expect([what, stages()]).toEqual([what, ['accepted', 'accepted']])
    expect(held.size).toBeLessThanOrEqual(2)
  })
})
