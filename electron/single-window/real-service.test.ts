import { createHash, randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { deskVerdicts, differingVerdicts } from '#shared/forex/desk'
import { documented } from '#shared/forex/sample.test-data'
import { accountOf, PRACTICE_SERVICE } from '#shared/ipc/exchange'
import { deltaStatement, ReferenceDelta } from '#shared/protocol/api'
import type { JournalEntry } from '#shared/protocol/engine/records'
import { claimFacts } from '#shared/rebate/life/claim-facts.test-data'
import { selfCheckAnswerOf, selfCheckBytes, writeSelfCheckFile } from '#shared/protocol/self-check-file'
import { selfCheck } from '#shared/rebate/life/self-check'
import { referenceKinds } from '#shared/reference/kinds'
import { planUpdate, type Here, type ReferencePlan } from '#shared/reference/plan'
import { isRefusal } from '#shared/reference/refusals'
import { startService, type Service } from '../practice/service'
import { isSignatureOf, makeKeyPair, signBatch, signatureOf } from './batch-signature'
import { carryFile } from './file-carry'
import { judgeFile, openFile, sha256 } from './file-read'
import { httpTransport } from './http'
import { publishedTables } from './published-tables.test-data'

vi.setConfig({ testTimeout: 60_000 })

const token = 'token-of-the-start-of-this-service'
let directory: string
let service: Service

beforeAll(async () => {
  directory = await mkdtemp(path.join(os.tmpdir(), 'yiguan-transport-'))
  service = await startService({ port: 0, directory, token, pace: 1 })
}, 60_000)
afterAll(async () => {
  await service.stop()
  await rm(directory, { recursive: true, force: true })
})

const operator = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
const order = (faults: object[]) =>
  fetch(new URL('/v1/practice/faults', service.url), {
    method: 'POST',
    headers: operator,
    body: JSON.stringify(faults),
  })
const publish = (change: object) =>
  fetch(new URL('/v1/practice/reference', service.url), {
    method: 'POST',
    headers: operator,
    body: JSON.stringify(change),
  })
afterEach(() => fetch(new URL('/v1/practice/faults', service.url), { method: 'DELETE', headers: operator }))

let enterprises = 0

/** The transport of one enterprise, and every request it makes, in words. */
function desk(key = makeKeyPair(), code = `E${(enterprises += 1)}`) {
  const seen: string[] = []
  const journal: JournalEntry[] = []
  const transport = httpTransport({ service: PRACTICE_SERVICE, url: service.url, token }, 'practice', {
    fetch: async (url, init) => {
      const offset = new Headers(init.headers).get('upload-offset')
      const what = `${init.method} ${new URL(url).pathname.split('/').at(-1)}${offset === null ? '' : ` ${offset}`}`
      try {
        const response = await fetch(url, init)
        seen.push(`${what} ${response.status}`)
        return response
      } catch (error) {
        seen.push(`${what} cut`)
        throw error
      }
    },
    now: () => Date.now(),
    journal: async (entry) => void journal.push(entry),
    identity: {
      publicKey: async () => key.publicKey,
      signText: async (text) => signatureOf(new TextEncoder().encode(text), key).signature,
    },
  })
  return { transport, seen, journal, account: accountOf(PRACTICE_SERVICE, code), code, key }
}

/** The whole table, and the update of it since a version, as the transport brings them. */
async function updates(
  { referenceDelta }: ReturnType<typeof httpTransport>,
  account: string,
  table: string,
  ...since: string[]
): Promise<ReferenceDelta[]> {
  const got = await Promise.all([undefined, ...since].map((one) => referenceDelta(account, table, one)))
  return got.map((one) => {
    if (!one.ok) throw new Error(one.failure.code)
    expect(isGenuine(JSON.stringify(one.value))).toBe(true)
    return one.value
  })
}

/** As main judges a file or an answer: it is an update, and signed as it stands. */
function isGenuine(text: string): boolean {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return false
  }
  const { data } = ReferenceDelta.safeParse(json)
  if (!data) return false
  const { signature, ...statement } = data
  const bytes = new TextEncoder().encode(deltaStatement(statement))
  return isSignatureOf(bytes, signature.signature, signature.publicKey)
}

const digestOf = (text: string) => Promise.resolve(createHash('sha256').update(text).digest('hex'))
async function planned(update: ReferenceDelta, here: Here): Promise<ReferencePlan> {
  const plan = await planUpdate(update, update.signature.publicKey, here)
  if (isRefusal(plan)) throw new Error(`${plan.code} ${plan.text.en}`)
  return plan
}

/** Bytes that are no batch: what the service says of them shows that it got all of them as they were. */
function content(size: number) {
  const bytes = Uint8Array.from({ length: size }, (_, i) => (i * 7919) % 251)
  return { bytes, sha256: createHash('sha256').update(bytes).digest('hex'), marks: [] }
}
const megabyte = 1_048_576
const batchId = (n: number) => `00000000-0000-4000-8000-00000000000${n}`
const notAZip = { ok: false, failure: { status: 422, code: 'package-not-zip', kind: 'refused' } }

describe('the transport and the practice service', () => {
  it('sign in with the key of the book; another key is not let in, and nothing left', async () => {
    const { transport, account, code, seen } = desk()
    expect(await transport.receipts(account, undefined, 10)).toMatchObject({ ok: true })
    expect(seen).toEqual([
      'GET capabilities 200',
      'POST challenges 200',
      'POST session 200',
      'GET receipts 200',
    ])
    const stranger = desk(makeKeyPair(), code)
    expect(await stranger.transport.putBatch({ ...content(9), batchId: batchId(1), account })).toMatchObject({
      failure: { kind: 'auth', code: 'signer-differs', unsent: true },
    })
    expect(stranger.journal).toEqual([])
  })

  it('hand a large batch over in chunks, each byte once and in order', async () => {
    const { transport, account, seen, journal } = desk()
    const put = { ...content(2 * megabyte + 5), batchId: batchId(2), account }
    expect(await transport.putBatch(put)).toMatchObject(notAZip)
    expect(seen.slice(3)).toEqual([
      'HEAD content 404',
      'PATCH content 0 204',
      `PATCH content ${megabyte} 204`,
      `PATCH content ${2 * megabyte} 422`,
    ])
    expect(journal.length).toBe(1)
  })

  it('go on after cuts before and after the service kept a chunk', async () => {
    const { transport, account, seen, code } = desk()
    await order([
      { kind: 'cut-after', operation: 'uploadChunk', enterprise: code },
      { kind: 'cut-before', operation: 'uploadOffset', enterprise: code },
    ])
    const put = { ...content(2 * megabyte + 5), batchId: batchId(3), account }
    expect(await transport.putBatch(put)).toMatchObject({ failure: { kind: 'retry', reached: false } })
    expect(await transport.putBatch(put)).toMatchObject(notAZip)
    expect(seen.filter((one) => one.startsWith('PATCH'))).toEqual([
      'PATCH content 0 cut',
      `PATCH content ${megabyte} 204`,
      `PATCH content ${2 * megabyte} 422`,
    ])
  })

  it('renew a session that ends between two chunks, and send each of them once', async () => {
    const { transport, account, seen, code, journal } = desk()
    await transport.receipts(account, undefined, 1)
    await order([{ kind: 'token-expired', operation: 'uploadChunk', enterprise: code }])
    const put = { ...content(megabyte + 5), batchId: batchId(4), account }
    expect(await transport.putBatch(put)).toMatchObject(notAZip)
    expect(seen.slice(4)).toEqual([
      'HEAD content 404',
      'PATCH content 0 401',
      'POST refresh 200',
      'PATCH content 0 204',
      `PATCH content ${megabyte} 422`,
    ])
    expect(journal.length).toBe(1)
  })

  it('file a version once, however often it is said', async () => {
    const { transport, account } = desk()
    const content = { gname: '棉制拖鞋', gcode: '6404199000' }
    const filing = { kind: 'goods', key: 'SKU-1', base: 0, content }
    const first = await transport.putFiling(account, filing)
    expect(first).toMatchObject({ ok: true, value: { version: 1 } })
    expect(await transport.putFiling(account, filing)).toMatchObject({ ok: true, value: { version: 1 } })
    expect(
      await transport.putFiling(account, { ...filing, content: { ...content, gname: '鞋' } }),
    ).toMatchObject({
      failure: { status: 409, code: 'version-differs' },
    })
    const page = await transport.filings(account, undefined, 10)
    expect(page).toMatchObject({
      ok: true,
      value: { filings: [{ kind: 'goods', key: 'SKU-1', version: 1 }] },
    })
  })

  it.each(publishedTables)(
    'bring $table up by signed updates, each hanging on the one before',
    async (one) => {
      const { table, first, next, drop } = one
      const { transport, account } = desk()
      await publish({ table, put: first })
      const [whole] = await updates(transport, account, table)
      await publish({ table, put: next, drop })
      const [again, delta] = await updates(transport, account, table, whole!.to)
      const none: Here = { inForce: new Map(), digestOf }
      const fresh = await planned(whole!, none)
      const signer = whole!.signature.publicKey
      const last = { version: whole!.to, digest: fresh.digest, signer, rows: fresh.rows }
      const joined = await planned(delta!, { ...none, inForce: fresh.rows, last, highest: whole!.to })
      // The same table whether it comes whole or by what changed; and what changed is what was published.
      expect(joined.rows).toEqual((await planned(again!, none)).rows)
      expect(delta).toMatchObject({ from: whole!.to, base: whole!.digest, drop })
      for (const { key, row } of next) expect(joined.rows.get(key)).toEqual(row)
      for (const key of drop) expect(fresh.rows.has(key) && !joined.rows.has(key)).toBe(true)
      expect(joined.counts).toMatchObject({ removed: drop.length })
    },
  )

  it('have a table of each kind to publish', () => {
    const owned = publishedTables.map(({ table }) => referenceKinds.find((kind) => kind.owns(table))?.id)
    expect(owned.toSorted()).toEqual(referenceKinds.map(({ id }) => id).toSorted())
  })

  it('refuse an update of which any character was changed on the way', async () => {
    const { transport, account } = desk()
    await publish({ table: 'unit', put: [{ key: '998', row: { zh: '演练单位' } }], drop: ['001'] })
    const catalogue = await transport.referenceCatalogue(account)
    const version = catalogue.ok ? catalogue.value.tables.find(({ table }) => table === 'unit')!.version : ''
    const [delta] = await updates(transport, account, 'unit', String(Number(version) - 1))
    expect(catalogue.ok && catalogue.value.signingKey).toBe(delta!.signature.publicKey)
    const text = JSON.stringify(delta)
    expect(isGenuine(text)).toBe(true)
    // Every part of it: table, versions, digests, rows, keys, signature.
    for (let at = 0; at < text.length; at += 3) {
      const other = text[at] === '1' ? '2' : '1'
      expect([at, isGenuine(text.slice(0, at) + other + text.slice(at + 1))]).toEqual([at, false])
    }
    const { put, ...rest } = delta!
    expect(isGenuine(JSON.stringify({ ...rest, put: put.toReversed() }))).toBe(put.length < 2)
    expect(isGenuine(JSON.stringify({ ...rest, put: [...put, ...put] }))).toBe(false)
  })

  it('keep an attachment once, under its digest, before the filing that names it', async () => {
    const { transport, account } = desk()
    const bytes = new TextEncoder().encode('%PDF-1.7 licence')
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const file = { sha256, type: 'application/pdf', bytes }
    const first = await transport.putAttachment(account, file)
    expect(first).toMatchObject({ ok: true, value: { sha256, size: bytes.length } })
    const again = await transport.putAttachment(account, file)
    expect(again.ok && again.value).toEqual(first.ok && first.value)
    expect(await transport.putAttachment(account, { ...file, bytes: bytes.slice(1) })).toMatchObject({
      failure: { code: 'content-hash-differs', kind: 'refused' },
    })
    expect(await transport.putAttachment(account, { ...file, type: 'image/png' })).toMatchObject({
      failure: { code: 'attachment-kind' },
    })
  })

  it('look up what the service knows under a number; nothing known is an answer', async () => {
    const { transport, account, code } = desk()
    expect(await transport.lookUp(account, 'waybill', 'W/1 2')).toMatchObject({
      ok: true,
      value: { kind: 'waybill', key: 'W/1 2', found: false, facts: [] },
    })
    const filing = { kind: 'enterprise', key: code, base: 0, content: { name: '甲' } }
    await transport.putFiling(account, filing)
    expect(await transport.lookUp(account, 'enterprise', code)).toMatchObject({
      ok: true,
      value: { found: true },
    })
  })

  it('have a claim self-checked as it is judged here, twice the same, and are told what is no claim', async () => {
    const { transport, account } = desk()
    const asked = { claim: '202607-001', facts: JSON.parse(JSON.stringify(claimFacts)) as never }
    const there = await transport.selfCheck(account, asked)
    expect(there).toMatchObject({ ok: true, value: { claim: '202607-001', lines: 2 } })
    expect(there.ok && there.value.doubts).toEqual(selfCheck(claimFacts))
    await order([{ kind: 'cut-after', operation: 'selfCheck' }])
    expect(await transport.selfCheck(account, asked)).toMatchObject({ ok: false })
    const again = await transport.selfCheck(account, asked)
    expect(again.ok && again.value.doubts).toEqual(selfCheck(claimFacts))
    // The same claim carried there and back in a file.
    const key = makeKeyPair()
    const head = {
      id: randomUUID(),
      createdAt: '2026-07-01T00:00:00Z',
      software: 'test',
      book: 'practice' as const,
    }
    const enterprise = { code: `E${enterprises}`, name: '甲' }
    const tools = { digest: sha256, sign: (index: Uint8Array) => Promise.resolve(signBatch(index, key)) }
    const carried = await openFile(await writeSelfCheckFile({ ...head, enterprise }, asked, tools))
    const sealing = { head: () => Promise.resolve({ ...head, enterprise }), ...tools }
    const waiting = { fetch, now: () => Date.now(), wait: () => Promise.resolve() }
    const { report, back } = await carryFile(
      'a.yiguan',
      carried,
      { url: service.url, token },
      'send',
      waiting,
      sealing,
    )
    expect(report).toMatchObject({ selfCheck: { claim: '202607-001', blocking: 1 }, batches: [] })
    const brought = selfCheckAnswerOf(await openFile(back!))
    expect(brought.answer.doubts).toEqual(selfCheck(claimFacts))
    expect(brought.sha256).toBe(await sha256(selfCheckBytes(asked)))
    expect(await judgeFile('b.yiguan', back!, true)).toMatchObject({
      ok: true,
      content: { claim: '202607-001' },
    })
    const odd = { claim: '202607-001', facts: { ...claimFacts, asOf: 'today' } as never }
    expect(await transport.selfCheck(account, odd)).toMatchObject({
      failure: { code: 'bad-request', kind: 'refused' },
    })
  })

  it('have receipts checked at the forex desk as they are judged here, also after a lost answer, and are told what is none', async () => {
    const { transport, account } = desk()
    const facts = { ...documented({ credit: { amount: '900.00' } }), asOf: '2026-11-20' }
    const asked = { facts: JSON.parse(JSON.stringify(facts)) as never }
    await order([{ kind: 'cut-after', operation: 'forexPrecheck' }])
    expect(await transport.forexPrecheck(account, asked)).toMatchObject({ ok: false })
    const there = await transport.forexPrecheck(account, asked)
    const here = deskVerdicts(facts)
    expect(here).toMatchObject([{ id: 'R1', result: 'PARTIAL', eligible: '800.00' }])
    expect(there.ok && there.value.verdicts).toEqual(here)
    expect(
      differingVerdicts(
        here,
        here.map((one) => ({ ...one, eligible: '1.00' })),
      ),
    ).toEqual(['R1'])
    const odd = { facts: { ...facts, asOf: 'today' } as never }
    expect(await transport.forexPrecheck(account, odd)).toMatchObject({
      failure: { code: 'bad-request', kind: 'refused' },
    })
  })

  it('take an answer that trickles in whole, and a code that nobody has heard of by its status', async () => {
    const { transport, account, code } = desk()
    await order([{ kind: 'slow-body', operation: 'receipts', enterprise: code, value: 200 }])
    expect(await transport.receipts(account, undefined, 10)).toMatchObject({
      ok: true,
      value: { receipts: [] },
    })
    await order([{ kind: 'unknown-code', operation: 'receipts', enterprise: code }])
    expect(await transport.receipts(account, undefined, 10)).toMatchObject({
      failure: { code: 'practice-unheard-of', status: 503, kind: 'unknown', line: false, reached: true },
    })
    await order([{ kind: 'token-expired', operation: 'receipts', enterprise: code }])
    expect(await transport.receipts(account, undefined, 10)).toMatchObject({ ok: true })
  })

  it('say what time it is there and how the request was called', async () => {
    const { transport, account } = desk()
    const { told } = await transport.capabilities(account)
    expect(Math.abs(told!.skewMs!)).toBeLessThan(60_000)
    expect(told!.requestId).toMatch(/^[0-9a-f-]{36}$/)
  })
})
