import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { accountOf } from '#shared/ipc/exchange'
import type { BookKind } from '#shared/model/enterprise'
import type { JournalEntry } from '#shared/protocol/engine/records'
import { mayConnect } from './fit'
import { httpTransport, type Operation } from './http'
import { causeOf } from './request'

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
async function against(answers: (path: string) => Answer, book: BookKind = 'practice') {
  const seen: string[] = []
  const listener: RequestListener = (request, response) => {
    const path = request.url!.split('?')[0]!
    seen.push(`${request.method} ${path}`)
    const answer = answers(path)
    if (answer === 'cut') return void request.socket.destroy()
    const { status = 200, body, headers } = answer
    response.writeHead(status, { 'content-type': 'application/json', ...headers })
    response.end(typeof body === 'string' ? body : JSON.stringify(body))
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
    expect(await transport.putBatch(put)).toEqual({ ok: true, value: accepted })
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
    expect(await transport.queryBatch(ID, account)).toEqual({ ok: true, value: body })
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

  it('makes a failure of a service that is not there', async () => {
    const { deps } = await against(() => 'cut')
    const transport = httpTransport(
      { service: 'practice', url: 'http://127.0.0.1:1', token: 't' },
      'practice',
      deps,
    )
    expect(await transport.capabilities(account)).toMatchObject({
      ok: false,
      failure: { kind: 'retry', reached: false },
    })
  })
})

describe('causeOf', () => {
  it.each([
    [new TypeError('fetch failed', { cause: Object.assign(new Error('x'), { code: 'ENOTFOUND' }) }), 'dns'],
    [new Error('net::ERR_NAME_NOT_RESOLVED'), 'dns'],
    [new Error('net::ERR_CERT_AUTHORITY_INVALID'), 'tls'],
    [
      new TypeError('fetch failed', {
        cause: Object.assign(new Error('self-signed certificate'), { code: 'DEPTH_ZERO_SELF_SIGNED_CERT' }),
      }),
      'tls',
    ],
    [new Error('net::ERR_PROXY_CONNECTION_FAILED'), 'proxy'],
    [
      Object.assign(new Error('The operation was aborted due to timeout'), { name: 'TimeoutError' }),
      'timeout',
    ],
    [new Error('net::ERR_CONNECTION_RESET'), 'network'],
    ['nothing', 'network'],
  ])('%s', (error, cause) => {
    expect(causeOf(error)).toBe(cause)
  })
})
