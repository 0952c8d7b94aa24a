import { describe, expect, it } from 'vitest'
import { accountOf, PRACTICE_SERVICE } from '#shared/ipc/exchange'
import type { ChannelName } from '#shared/ipc/contract'
import type { JournalEntry } from '#shared/protocol/engine/records'
import type { Handle } from '../shell/ipc'
import type { HttpTransport } from '../single-window/http'
import { registerExchange } from './exchange'
import { createSigning } from './signing'

const PRACTICE = '6f1c0c3e-0000-4000-8000-000000000001'
const REAL = '6f1c0c3e-0000-4000-8000-000000000002'
const ID = '00000000-0000-4000-8000-000000000001'
const account = accountOf(PRACTICE_SERVICE, '911310000000000XYZ')
const put = {
  account,
  batchId: ID,
  epoch: 3,
  bytes: new Uint8Array([1]),
  sha256: 'a'.repeat(64),
  marks: ['m'],
}

const capabilities = (practice: boolean) => ({
  service: { name: 's', version: '1', practice },
  protocol: { min: 1, max: 1 },
  messages: [],
  limits: { maxDocuments: 1, maxBatchBytes: 1, maxReceiptPage: 1 },
  outcomes: [],
  serverTime: '2026-03-01T00:00:00.000Z',
})
const answer = { batchId: ID, state: 'accepted', receivedAt: '2026-03-01T00:00:00.000Z', items: [] }

/** The registered channels over a service that answers from memory; what it was asked is in `asked`. */
function registered(isPracticeService = true, folder?: HttpTransport) {
  const asked: string[] = []
  const journals = new Map<string, JournalEntry[]>()
  const services = new Map<string, string>()
  const moved = new Set<string>()
  const desks = new Map<string, string>()
  const left: ((book: string) => void)[] = []
  let address: { url: string; token: string } | undefined = { url: 'http://127.0.0.1:1', token: 'one' }
  const channels = new Map<string, (...args: unknown[]) => unknown>()
  const handle = ((channel: ChannelName, serve: (...args: unknown[]) => unknown) => {
    channels.set(channel, serve)
  }) as unknown as Handle
  registerExchange(handle, {
    kindOf: (book) => Promise.resolve(book === PRACTICE ? 'practice' : 'real'),
    serviceOf: (book) => Promise.resolve({ url: services.get(book) ?? null }),
    practice: () => address,
    desks: {
      of: (book) => Promise.resolve(desks.get(book)),
      remember: (book, desk) => Promise.resolve(void desks.set(book, desk)),
    },
    hasMoved: (book) => Promise.resolve(moved.has(book)),
    folderOf: (book) => Promise.resolve(book === REAL ? folder : undefined),
    startPractice: () => Promise.resolve((address = { url: 'http://127.0.0.1:2', token: 'two' })),
    fetch: (url, init) => {
      asked.push(`${init.method} ${new URL(url).pathname} ${new Headers(init.headers).get('authorization')}`)
      const body = url.endsWith('/v1/capabilities') ? capabilities(isPracticeService) : answer
      return Promise.resolve(Response.json(body))
    },
    journal: {
      append: (book, entry) => {
        journals.set(book, [...(journals.get(book) ?? []), entry])
        return Promise.resolve()
      },
      entries: (book) => Promise.resolve(journals.get(book) ?? []),
    },
    signing: createSigning({ load: () => Promise.resolve(undefined), save: () => Promise.resolve() }),
    now: () => 0,
    whenLeft: (tell) => void left.push(tell),
  })
  return {
    asked,
    leave: (book: string) => left.forEach((tell) => tell(book)),
    call: (channel: ChannelName, ...args: unknown[]) => Promise.resolve(channels.get(channel)!({}, ...args)),
    services,
    moved,
    move: (next: typeof address) => void (address = next),
  }
}

describe('the exchange channels', () => {
  it('send for a practice book, keep its journal, and tell how the last call ended', async () => {
    const { call } = registered()
    expect(await call('exchange.putBatch', PRACTICE, put)).toMatchObject({ ok: true, value: answer })
    expect(await call('exchange.journal', PRACTICE)).toMatchObject([{ batchId: ID, account }])
    expect(await call('exchange.journal', REAL)).toEqual([])
    expect(await call('exchange.status', PRACTICE)).toMatchObject({
      service: 'practice',
      practice: true,
      lastCall: { operation: 'putBatch', code: 'ok', reached: true },
    })
  })

  it('forget account and session of a book nobody works in any more, and of no other', async () => {
    const { call, asked, leave } = registered()
    const ask = () => call('exchange.queryBatch', PRACTICE, { account, batchId: ID })
    const met = () => asked.filter((one) => one.includes('capabilities')).length
    await ask()
    leave(REAL)
    await ask()
    expect(met()).toBe(1)
    leave(PRACTICE)
    await ask()
    expect(met()).toBe(2)
  })

  it('go through the folders of the import client where a real book was set to them', async () => {
    const reached: string[] = []
    const queryBatch = (batchId: string) => {
      reached.push(batchId)
      return Promise.resolve({ ok: true, value: answer })
    }
    const { call, asked } = registered(true, { queryBatch } as unknown as HttpTransport)
    expect(await call('exchange.queryBatch', REAL, { account, batchId: ID })).toMatchObject({ ok: true })
    expect([reached, asked]).toEqual([[ID], []])
    expect(await call('exchange.status', REAL)).toMatchObject({ service: 'folder', practice: false })
    await call('exchange.queryBatch', PRACTICE, { account, batchId: ID })
    expect(reached).toEqual([ID])
  })

  it('never reach the practice service for a real book', async () => {
    const { call, asked } = registered()
    const calls: [ChannelName, object][] = [
      ['exchange.capabilities', { account }],
      ['exchange.putBatch', put],
      ['exchange.queryBatch', { account, batchId: ID }],
      ['exchange.receipts', { account, limit: 1 }],
      ['exchange.documents', { account, query: {} }],
      ['exchange.putFiling', { account, kind: 'goods', key: 'A', base: 0, content: {} }],
      ['exchange.filings', { account, limit: 1 }],
      ['exchange.selfCheck', { account, claim: '202607-001', facts: {} }],
      ['exchange.forexPrecheck', { account, facts: {} }],
    ]
    for (const [channel, args] of calls) {
      expect(await call(channel, REAL, args)).toMatchObject({
        ok: false,
        failure: { code: 'no-transport', kind: 'auth' },
      })
    }
    expect(asked).toEqual([])
    expect(await call('exchange.status', REAL)).toEqual({
      service: null,
      url: null,
      practice: false,
      lastCall: null,
    })
  })

  it('send nothing of a practice book to a service that is no practice window', async () => {
    const { call, asked } = registered(false)
    expect(await call('exchange.putBatch', PRACTICE, put)).toMatchObject({
      failure: { code: 'book-mismatch' },
    })
    expect(asked).toEqual(['GET /v1/capabilities Bearer one'])
    expect(await call('exchange.journal', PRACTICE)).toEqual([])
  })

  it('send for a real book to the service that was set up, and to nothing that says it is practice', async () => {
    const url = 'https://sw.example'
    const real = accountOf(url, '911310000000000XYZ')
    const one = registered(true)
    one.services.set(REAL, url)
    expect(await one.call('exchange.putBatch', REAL, { ...put, account: real })).toMatchObject({
      failure: { code: 'book-mismatch', unsent: true },
    })
    expect(one.asked).toEqual(['GET /v1/capabilities null'])

    const other = registered(false)
    other.services.set(REAL, url)
    expect(await other.call('exchange.status', REAL)).toMatchObject({ service: url, url, practice: false })
    expect(await other.call('exchange.putBatch', REAL, put)).toMatchObject({
      failure: { code: 'account-changed' },
    })
    // This service offers no sign-in, and a token of its start belongs to a service of this app only.
    expect(await other.call('exchange.putBatch', REAL, { ...put, account: real })).toMatchObject({
      failure: { code: 'sign-in-missing', kind: 'auth' },
    })
  })

  it('refuse a batch of an epoch that is over', async () => {
    const { call } = registered()
    await call('exchange.putBatch', PRACTICE, { ...put, epoch: 4 })
    const late = await call('exchange.putBatch', PRACTICE, put)
    expect(late).toMatchObject({ ok: false, failure: { code: 'account-changed' } })
    expect(await call('exchange.journal', PRACTICE)).toHaveLength(1)
  })

  it('start the practice service again for a practice book, and for no other', async () => {
    const { call, move } = registered()
    move(undefined)
    expect(await call('exchange.startPractice', REAL)).toMatchObject({ practice: false, url: null })
    expect(await call('exchange.status', PRACTICE)).toMatchObject({ practice: true, url: null })
    const started = await call('exchange.startPractice', PRACTICE)
    expect(started).toMatchObject({ practice: true, url: 'http://127.0.0.1:2' })
  })

  it('follow the practice service to its new address and token, and ask again what it is', async () => {
    const { call, asked, move } = registered()
    await call('exchange.queryBatch', PRACTICE, { account, batchId: ID })
    move(undefined)
    const down = await call('exchange.queryBatch', PRACTICE, { account, batchId: ID })
    expect(down).toMatchObject({ ok: false, failure: { kind: 'retry', reached: false } })
    move({ url: 'http://127.0.0.1:2', token: 'two' })
    await call('exchange.queryBatch', PRACTICE, { account, batchId: ID })
    expect(asked).toEqual([
      'GET /v1/capabilities Bearer one',
      `GET /v1/batches/${ID} Bearer one`,
      'GET /v1/capabilities Bearer two',
      `GET /v1/batches/${ID} Bearer two`,
    ])
  })

  it('send nothing of a book that moved out, whatever its database says', async () => {
    const { call, moved, asked } = registered()
    moved.add(PRACTICE)
    const refused = { ok: false, failure: { kind: 'auth', code: 'moved-out', reached: false } }
    expect(await call('exchange.putBatch', PRACTICE, put)).toMatchObject(refused)
    expect(asked.filter((one) => one.startsWith('PUT'))).toEqual([])
    expect(await call('exchange.journal', PRACTICE)).toEqual([])
  })
})
