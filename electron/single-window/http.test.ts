import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterEach, describe, expect, it } from 'vitest'
import { accountOf } from '#shared/ipc/exchange'
import type { BookKind } from '#shared/model/enterprise'
import type { JournalEntry } from '#shared/protocol/engine/records'
import { makeKeyPair } from './batch-signature'
import { mayConnect } from './fit'
import { httpTransport, type Operation } from './http'
import { tryOnce, type Fetch } from './request'

const ID = '00000000-0000-4000-8000-000000000001'
const account = accountOf('practice', '911310000000000XYZ')
const put = { batchId: ID, bytes: new Uint8Array([1, 2, 3]), sha256: 'a'.repeat(64), marks: ['m'], account }
const accepted = { batchId: ID, state: 'accepted', receivedAt: '2026-03-01T00:00:00.000Z', items: [] }
const capabilities = (practice: boolean) => ({
  service: { name: 's', version: '1', practice },
  protocol: { min: 1, max: 1 },
  messages: [],
  limits: { maxDocuments: 1, maxBatchBytes: 1, maxReceiptPage: 1 },
  outcomes: [],
  serverTime: '2026-03-01T00:00:00.000Z',
})

const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) server.close().closeAllConnections()
})

type Answer = { status?: number; body?: unknown; headers?: Record<string, string> } | 'cut'

/** A server that answers by path, and what the transport did while talking to it. */
async function against(answers: (path: string, method: string) => Answer, book: BookKind = 'practice') {
  const seen: string[] = []
  const listener: RequestListener = (request, response) => {
    const path = request.url!.split('?')[0]!
    seen.push(`${request.method} ${path}`)
    const answer = answers(path, request.method!)
    if (answer === 'cut') return void request.socket.destroy()
    const { status = 200, body, headers } = answer
    response.writeHead(status, { 'content-type': 'application/json', ...headers })
    response.end(typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body))
  }
  const server = createServer(listener)
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const journal: JournalEntry[] = []
  const reported: { operation: Operation; ok: boolean }[] = []
  const deps = {
    fetch: (target: string, init: RequestInit) => fetch(target, init),
    now: () => 0,
    journal: (entry: JournalEntry) => {
      seen.push('journal')
      journal.push(entry)
      return Promise.resolve()
    },
    report: ({ operation, outcome }: { operation: Operation; outcome: { ok: boolean } }) =>
      reported.push({ operation, ok: outcome.ok }),
  }
  const transport = httpTransport({ service: 'practice', url, token: 't' }, book, deps)
  return { transport, seen, journal, reported, deps, url }
}

const practiceThen = (answer: Answer) => (path: string) =>
  path === '/v1/capabilities' ? { body: capabilities(true) } : answer

describe('the HTTP transport', () => {
  it('asks what the service is, then journals, then sends', async () => {
    const { transport, seen, journal, reported } = await against(practiceThen({ body: accepted }))
    expect(await transport.putBatch(put)).toMatchObject({ ok: true, value: accepted })
    expect(seen).toEqual(['GET /v1/capabilities', 'journal', `PUT /v1/batches/${ID}`])
    expect(journal).toEqual([
      { batchId: ID, contentHash: put.sha256, marks: ['m'], at: '1970-01-01T00:00:00.000Z', account },
    ])
    expect(reported).toEqual([
      { operation: 'capabilities', ok: true },
      { operation: 'putBatch', ok: true },
    ])
  })

  it('sends nothing when the journal cannot be written', async () => {
    const { seen, deps, url } = await against(practiceThen({ body: accepted }))
    const journal = () => Promise.reject(new Error('ENOSPC'))
    const transport = httpTransport({ service: 'practice', url, token: 't' }, 'practice', {
      ...deps,
      journal,
    })
    expect(await transport.putBatch(put)).toMatchObject({
      ok: false,
      failure: { code: 'journal-failed', kind: 'retry' },
    })
    expect(seen).toEqual(['GET /v1/capabilities'])
  })

  it.each([
    ['practice', false],
    ['real', true],
  ] as const)('keeps a %s book from a service whose practice is %s', async (book, practice) => {
    const { transport, seen, journal } = await against(() => ({ body: capabilities(practice) }), book)
    const calls = [
      transport.putBatch(put),
      transport.receipts(account, undefined, 1),
      transport.queryBatch(ID, account),
      transport.documents(account, {}),
      transport.capabilities(account),
    ]
    for (const outcome of await Promise.all(calls))
      expect(outcome).toMatchObject({ ok: false, failure: { code: 'book-mismatch' } })
    expect(new Set(seen)).toEqual(new Set(['GET /v1/capabilities']))
    expect(journal).toEqual([])
    expect(mayConnect(book, { practice })).toBe(false)
    expect(mayConnect(book, { practice: !practice })).toBe(true)
  })

  it('refuses an account of another service before any request', async () => {
    const { transport, seen, journal } = await against(practiceThen({ body: accepted }))
    for (const other of [accountOf('https://real.example', 'X'), 'nonsense']) {
      const outcome = await transport.putBatch({ ...put, account: other })
      expect(outcome).toMatchObject({ ok: false, failure: { code: 'account-changed' } })
    }
    expect(seen).toEqual([])
    expect(journal).toEqual([])
  })

  it('keeps what it does not know in an answer', async () => {
    const body = { ...accepted, invented: { later: true } }
    const { transport } = await against(practiceThen({ body }))
    expect(await transport.queryBatch(ID, account)).toMatchObject({ ok: true, value: body })
  })

  const busy = { error: { code: 'busy', message: { zh: '忙', en: 'busy' }, fix: { zh: '等', en: 'wait' } } }
  it.each([
    ['a broken connection', 'cut', { kind: 'retry', reached: false, line: true }],
    ['a sign-in page', { body: '<html>' }, { code: 'not-json', reached: false }],
    ['a redirect', { status: 302, headers: { location: 'http://127.0.0.1:1/login' } }, { code: 'not-json' }],
    [
      'an answer of another shape',
      { body: { ok: true } },
      { kind: 'unknown', code: 'answer-unreadable', reached: true },
    ],
    [
      '503 with Retry-After',
      { status: 503, body: busy, headers: { 'retry-after': '7' } },
      { kind: 'retry', code: 'busy', retryAfterSeconds: 7, message: { zh: '忙' } },
    ],
    ['a bare 500', { status: 500, body: 'oops' }, { kind: 'retry', code: 'http-500' }],
    ['401', { status: 401, body: {} }, { kind: 'auth' }],
    ['409', { status: 409, body: {} }, { kind: 'refused', status: 409 }],
  ] as [string, Answer, object][])('makes a failure of %s', async (_name, answer, failure) => {
    const { transport } = await against(practiceThen(answer))
    expect(await transport.queryBatch(ID, account)).toMatchObject({ ok: false, failure })
  })

  it('drops an answer to another request, once it knows that names of requests come back', async () => {
    const page = (cursor: string) => ({ receipts: [], cursor, more: false })
    let named: string | undefined
    const { url, deps } = await against((path) => ({
      body: path === '/v1/capabilities' ? capabilities(true) : page('c9'),
      ...(named !== undefined && { headers: { 'x-request-id': named } }),
    }))
    const fetchAs = (name: (own: string) => string | undefined) =>
      httpTransport({ service: 'practice', url, token: 't' }, 'practice', {
        ...deps,
        fetch: (target, init) => {
          named = name(new Headers(init.headers).get('x-request-id')!)
          return fetch(target, init)
        },
      })
    let isMixed = false
    const honest = fetchAs((own) => (isMixed ? 'of-somebody-else' : own))
    expect(await honest.receipts(account, 'c1', 1)).toMatchObject({ ok: true })
    isMixed = true
    const failure = { code: 'crossed', kind: 'retry', line: true, reached: false }
    expect(await honest.receipts(account, 'c1', 1)).toMatchObject({ ok: false, failure })
    for (const gateway of [() => 'its-own-name', () => undefined])
      expect(await fetchAs(gateway).receipts(account, 'c1', 1)).toMatchObject({ ok: true })
  })

  it('stops reading an answer that swells beyond every page', async () => {
    const bomb = gzipSync(Buffer.alloc(80 * 1_048_576))
    const answer = { body: bomb, headers: { 'content-encoding': 'gzip' } }
    const { transport } = await against(practiceThen(answer))
    expect(await transport.receipts(account, undefined, 1)).toMatchObject({
      failure: { kind: 'unknown', code: 'answer-unreadable' },
    })
  })

  it('takes no answer about another batch for its own, whatever the service repeats', async () => {
    const body = { ...accepted, batchId: ID.replace(/1$/, '2') }
    const { transport } = await against(practiceThen({ body }))
    for (const outcome of [await transport.putBatch(put), await transport.queryBatch(ID, account)]) {
      expect(outcome).toMatchObject({ ok: false, failure: { kind: 'unknown', code: 'answer-unreadable' } })
    }
  })

  it('waits no longer than its time for an answer that never ends', async () => {
    // One byte after the other, for ever, until the signal of the request ends it.
    const drip: Fetch = (_url, { signal }) => {
      const body = new ReadableStream<Uint8Array>({
        async pull(stream) {
          await new Promise((resolve) => setImmediate(resolve))
          if (signal?.aborted) stream.error(signal.reason)
          else stream.enqueue(new Uint8Array([32]))
        },
      })
      return Promise.resolve(new Response(body, { status: 200 }))
    }
    const http = { url: 'http://127.0.0.1/', method: 'GET' as const, headers: {}, timeoutMs: 50 }
    const outcome = await tryOnce(drip, http, () => 0)
    expect(outcome).toMatchObject({ ok: false, failure: { kind: 'retry', reached: false } })
  })

  it('is not talked down: a service that offers no session any more gets no batch, and no token of another', async () => {
    const { seen, deps, url, journal } = await against(practiceThen({ body: accepted }))
    const transport = httpTransport({ service: 'practice', url }, 'practice', deps)
    expect(await transport.putBatch(put)).toMatchObject({ ok: false, failure: { kind: 'auth' } })
    expect(seen).toEqual(['GET /v1/capabilities'])
    expect(journal).toEqual([])
  })

  it('knows that nothing left for a service that is not there, and not more than that of one that broke off', async () => {
    const { transport, deps, url } = await against(practiceThen('cut'))
    const broken = await transport.putBatch(put)
    expect(broken.ok || 'unsent' in broken.failure).toBe(false)
    servers.pop()!.close().closeAllConnections()
    const gone = httpTransport({ service: 'practice', url, token: 't' }, 'practice', deps)
    // The first may still meet the end of the connection that was kept, and that proves nothing.
    await gone.capabilities(account)
    expect(await gone.putBatch(put)).toMatchObject({
      ok: false,
      failure: { kind: 'retry', reached: false, unsent: true },
    })
  })
})

describe('a session', () => {
  const key = makeKeyPair()
  const identity = {
    publicKey: () => Promise.resolve(key.publicKey),
    signText: () => Promise.resolve('ab'.repeat(35)),
  }
  const text = { zh: '过期', en: 'expired' }
  const expired = { status: 401, body: { error: { code: 'token-expired', message: text, fix: text } } }
  const session = (n: number) => ({
    token: `token-${n}`.padEnd(16, 'x'),
    refreshToken: 'again'.padEnd(16, 'x'),
    expiresAt: '2999-01-01T00:00:00Z',
  })

  /** A service that signs in, and lets each token through `uses` times. */
  async function signing(uses: number) {
    let issued = 0
    let left = 0
    let kept = 0
    const issue = () => {
      left = uses
      return { body: session((issued += 1)) }
    }
    const offers = {
      ...capabilities(true),
      functions: ['batches', 'resumable-upload', 'session'],
      limits: { maxDocuments: 1, maxBatchBytes: 9, maxReceiptPage: 1, maxChunkBytes: 1 },
    }
    const one = await against((path, method) => {
      if (path === '/v1/capabilities') return { body: offers }
      if (path.endsWith('/challenges'))
        return { body: { challenge: 'c'.repeat(40), expiresAt: '2999-01-01T00:00:00Z' } }
      if (path.startsWith('/v1/session')) return issue()
      if ((left -= 1) < 0) return expired
      const headers = { 'upload-offset': String(kept) }
      if (method === 'HEAD') return { headers }
      kept += 1
      return kept < 3 ? { status: 204, headers: { 'upload-offset': String(kept) } } : { body: accepted }
    })
    const url = one.url
    const transport = httpTransport({ service: 'practice', url }, 'practice', { ...one.deps, identity })
    return { ...one, transport, issued: () => issued }
  }

  it('that ends between two chunks costs a renewal and nothing else', async () => {
    const { transport, seen, journal, issued } = await signing(2)
    expect(await transport.putBatch(put)).toMatchObject({ ok: true, value: accepted })
    expect(issued()).toBe(2)
    expect(journal.length).toBe(1)
    const content = `/v1/batches/${ID}/content`
    expect(seen).toEqual([
      'GET /v1/capabilities',
      'POST /v1/session/challenges',
      'POST /v1/session',
      'journal',
      `HEAD ${content}`,
      `PATCH ${content}`,
      `PATCH ${content}`,
      'POST /v1/session/refresh',
      `PATCH ${content}`,
      `PATCH ${content}`,
    ])
  })

  it('that is refused again and again is no loop', async () => {
    const { transport, issued } = await signing(0)
    expect(await transport.queryBatch(ID, account)).toMatchObject({
      failure: { kind: 'auth', code: 'token-expired' },
    })
    expect(issued()).toBe(2)
  })

  it('is not asked for where the service offers none', async () => {
    const { transport, seen, deps, url } = await against(practiceThen({ body: accepted }))
    expect((await transport.queryBatch(ID, account)).ok).toBe(true)
    const open = httpTransport({ service: 'practice', url }, 'practice', { ...deps, identity })
    expect(await open.putBatch(put)).toMatchObject({ failure: { code: 'sign-in-missing', kind: 'auth' } })
    expect(seen.filter((one) => one.includes('session') || one === 'journal')).toEqual([])
  })
})
