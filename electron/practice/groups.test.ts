import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import {
  Attachment,
  Challenge,
  challengeStatement,
  deltaStatement,
  FilingConflict,
  FilingPage,
  ReferenceCatalogue,
  ReferenceDelta,
  Session,
  Verification,
  type BatchAnswer,
  type Capabilities,
  type FilingAnswer,
} from '#shared/protocol/api'
import { isSignatureOf, makeKeyPair, signatureOf, type KeyPair } from '../single-window/batch-signature'
import { digestOf, systemHost } from './host'
import { batch, dossier, enterprise, keys } from './samples'
import { startService, type Service } from './service'
import { facts, testClient, type TestClient } from './test-client'

vi.setConfig({ testTimeout: 60_000 })

const TOKEN = 'token-of-the-groups-test'
let directory: string
let service: Service
let made = 0

/** Each test is an enterprise of its own. */
function someone(): { client: TestClient; code: string } {
  const code = `91131000000000G${String((made += 1)).padStart(3, '0')}`
  return { client: testClient(service.url, TOKEN, code), code }
}
const bytesOf = (text: string) => new TextEncoder().encode(text)

beforeAll(async () => {
  directory = await mkdtemp(path.join(os.tmpdir(), 'yiguan-groups-'))
  const host = { ...systemHost, now: () => Date.parse('2026-03-01T04:00:00.000Z') }
  service = await startService({ port: 0, directory, token: TOKEN, pace: 1, host })
}, 60_000)
afterAll(async () => {
  await service.stop()
  await rm(directory, { recursive: true, force: true })
})

async function signIn(client: TestClient, code: string, pair: KeyPair, headers: Record<string, string> = {}) {
  const asked = await client.post('/v1/session/challenges', { enterprise: code, publicKey: pair.publicKey })
  if (asked.status !== 200) return asked
  const { challenge } = Challenge.parse(asked.body)
  const { signature } = signatureOf(bytesOf(challengeStatement(code, challenge)), pair)
  return client.call('POST', '/v1/session', {
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ challenge, signature }),
  })
}

describe('a session', () => {
  it('is begun by the key of the book, acts for its enterprise only, and steers nothing', async () => {
    const { client, code } = someone()
    const { token } = Session.parse((await signIn(client, code, keys)).body)
    const own = testClient(service.url, token, code)
    expect((await own.page()).status).toBe(200)
    const foreign = testClient(service.url, token, 'SOMEBODY-ELSE')
    expect((await foreign.page()).body.error?.code).toBe('session-differs')
    expect((await own.faults({ kind: 'busy', operation: 'receipts' })).body.error?.code).toBe('operator-only')
  })

  it('is refused to another key, a wrong signature and a used challenge', async () => {
    const { client, code } = someone()
    await signIn(client, code, keys)
    expect((await signIn(client, code, makeKeyPair())).body.error?.code).toBe('signer-differs')
    const { body } = await client.post<Challenge>('/v1/session/challenges', {
      enterprise: code,
      publicKey: keys.publicKey,
    })
    const { signature } = signatureOf(bytesOf(challengeStatement('OTHER', body.challenge)), keys)
    const attempt = { challenge: body.challenge, signature }
    expect((await client.post('/v1/session', attempt)).body.error?.code).toBe('challenge-signature')
    expect((await client.post('/v1/session', attempt)).body.error?.code).toBe('challenge-unknown')
  })

  it('ends by its own clock, is renewed once per refresh token, and can be made short', async () => {
    const { client, code } = someone()
    const short = await signIn(client, code, keys, { 'x-practice-fault': 'short-token=5' })
    const { token, refreshToken } = Session.parse(short.body)
    const own = testClient(service.url, token, code)
    expect((await own.page()).status).toBe(200)
    await client.pass(6)
    expect((await own.page()).body.error?.code).toBe('token-expired')
    const renewed = Session.parse((await client.post('/v1/session/refresh', { refreshToken })).body)
    expect((await testClient(service.url, renewed.token, code).page()).status).toBe(200)
    const again = await client.post('/v1/session/refresh', { refreshToken })
    expect(again.body.error?.code).toBe('token-unknown')
  })
})

describe('a batch in chunks', () => {
  const chunk = (
    client: TestClient,
    sent: { id: string; bytes: Uint8Array; sha256: string },
    from: number,
    to: number,
    headers: Record<string, string> = {},
  ) =>
    client.call<BatchAnswer>('PATCH', `/v1/batches/${sent.id}/content`, {
      headers: {
        'content-type': 'application/partial-upload',
        'upload-offset': String(from),
        'upload-length': String(sent.bytes.byteLength),
        'x-content-sha256': sent.sha256,
        ...headers,
      },
      body: Uint8Array.from(sent.bytes.subarray(from, to)),
    })
  const head = async (client: TestClient, id: string) => {
    const { status, headers } = await client.call('HEAD', `/v1/batches/${id}/content`)
    return [status, headers.get('upload-offset'), headers.get('upload-complete')]
  }

  it('goes on where it broke off and answers as one PUT does, again and again', async () => {
    const { client, code } = someone()
    const sent = await batch(dossier('A-1'), { enterprise: { ...enterprise, code } })
    const third = Math.floor(sent.bytes.byteLength / 3)
    expect(await head(client, sent.id)).toEqual([404, null, null])
    expect((await chunk(client, sent, 0, third)).status).toBe(204)
    await expect(chunk(client, sent, third, 2 * third, { 'x-practice-fault': 'cut-after' })).rejects.toThrow()
    expect(await head(client, sent.id)).toEqual([200, String(2 * third), '?0'])
    const repeated = await chunk(client, sent, third, 2 * third)
    expect([repeated.status, repeated.body.error?.code]).toEqual([409, 'upload-offset-differs'])
    expect(repeated.headers.get('upload-offset')).toBe(String(2 * third))
    const last = await chunk(client, sent, 2 * third, sent.bytes.byteLength)
    expect([last.status, last.body.state]).toEqual([200, 'accepted'])
    expect(await head(client, sent.id)).toEqual([200, String(sent.bytes.byteLength), '?1'])
    expect((await chunk(client, sent, 0, third)).body).toEqual(last.body)
    expect((await client.put(sent)).body).toEqual(last.body)
    expect(await client.receipts()).toHaveLength(3)
  })

  it('is refused when its bytes are not what their digest says, and may begin anew', async () => {
    const { client, code } = someone()
    const sent = await batch(dossier('A-1'), { enterprise: { ...enterprise, code } })
    const torn = { ...sent, bytes: Uint8Array.from(sent.bytes, (byte, at) => (at === 40 ? byte ^ 1 : byte)) }
    const refused = await chunk(client, torn, 0, torn.bytes.byteLength)
    expect([refused.status, refused.body.error?.code]).toEqual([422, 'content-hash-differs'])
    expect((await chunk(client, sent, 0, sent.bytes.byteLength)).body.state).toBe('accepted')
  })

  it('is held to its length and to the limits of the capabilities', async () => {
    const { client } = someone()
    const sent = await batch(dossier('A-1'))
    const long = await chunk(client, sent, 0, 50, { 'upload-length': '20' })
    expect(long.status).toBe(400)
    const large = await chunk(client, sent, 0, 50, { 'upload-length': '99999999' })
    expect([large.status, large.body.error?.code]).toEqual([413, 'batch-too-large'])
    await chunk(client, sent, 0, 50)
    const other = await chunk(client, sent, 50, 60, { 'x-content-sha256': '0'.repeat(64) })
    expect([other.status, other.body.error?.code]).toEqual([409, 'batch-hash-differs'])
  })
})

describe('filings', () => {
  const goods = { gname: '棉质女式T恤', gcode: '6109100022', gmodel: '针织|女式', unit: '011', barCode: '无' }
  const file = (client: TestClient, key: string, base: number, content: object) =>
    client.call<FilingAnswer & Partial<FilingConflict>>('PUT', `/v1/filings/goods/${key}`, {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ base, content }),
    })
  const page = async (client: TestClient, cursor = '') =>
    FilingPage.parse((await client.call('GET', `/v1/filings?cursor=${cursor}`)).body)

  it('are returned with the field at fault, corrected from their version and approved', async () => {
    const { client } = someone()
    await file(client, 'HX-001', 0, { ...goods, gname: '礼品', barCode: '6901234567890' })
    const first = await page(client)
    await client.pass(60)
    const returned = await page(client, first.cursor)
    expect(returned.filings).toMatchObject([{ key: 'HX-001', version: 1, state: 'returned' }])
    expect(returned.filings[0]!.reasons.map(({ field, code }) => `${field} ${code}`)).toEqual([
      'gname Y101',
      'barCode Y414',
    ])
    await file(client, 'HX-001', 1, goods)
    await client.pass(60)
    expect((await page(client, returned.cursor)).filings).toMatchObject([{ version: 2, state: 'approved' }])
    expect((await page(client, (await page(client)).cursor)).filings).toEqual([])
  })

  it('answer a repetition as before and show theirs to whoever edited an older version', async () => {
    const { client } = someone()
    const sent = await file(client, 'HX-002', 0, goods)
    const reordered = Object.fromEntries(Object.entries(goods).reverse())
    expect((await file(client, 'HX-002', 0, reordered)).body).toEqual(sent.body)
    const conflict = await file(client, 'HX-002', 0, { ...goods, gname: '男式T恤' })
    expect(conflict.status).toBe(409)
    expect(FilingConflict.parse(conflict.body)).toMatchObject({
      error: { code: 'version-differs' },
      theirs: { version: 1, content: goods },
    })
    expect((await file(client, 'HX-NEW', 3, goods)).status).toBe(422)
  })
})

describe('attachments', () => {
  const put = (client: TestClient, bytes: Uint8Array<ArrayBuffer>, type: string, name = digestOf(bytes)) =>
    client.call('PUT', `/v1/attachments/${name}`, { headers: { 'content-type': type }, body: bytes })

  it('are kept once under their digest, for their enterprise only', async () => {
    const { client } = someone()
    const pdf = new Uint8Array(Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(2000)]))
    const kept = Attachment.parse((await put(client, pdf, 'application/pdf')).body)
    expect(kept).toMatchObject({ size: pdf.byteLength, type: 'application/pdf' })
    expect((await put(client, pdf, 'application/pdf')).body).toEqual(kept)
    const got = await fetch(new URL(`/v1/attachments/${kept.sha256}`, service.url), {
      headers: { authorization: `Bearer ${TOKEN}`, 'x-enterprise': client.code },
    })
    expect(new Uint8Array(await got.arrayBuffer())).toEqual(pdf)
    const { client: other } = someone()
    expect((await other.call('HEAD', `/v1/attachments/${kept.sha256}`)).status).toBe(404)
    const head = await client.call('HEAD', `/v1/attachments/${kept.sha256}`)
    expect(head.headers.get('content-length')).toBe(String(pdf.byteLength))
  })

  it('are refused under another name, as another kind, too large or not at all a file', async () => {
    const { client } = someone()
    const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1])
    expect((await put(client, png, 'image/png', '0'.repeat(64))).status).toBe(422)
    expect((await put(client, png, 'image/jpeg')).body.error?.code).toBe('attachment-kind')
    expect((await put(client, png, 'text/html')).status).toBe(415)
    expect((await put(client, new Uint8Array(5 * 1_048_576), 'image/png')).status).toBe(413)
  })
})

describe('reference tables', () => {
  it('come whole and signed, then only what changed', async () => {
    const { client } = someone()
    const { signingKey, tables } = ReferenceCatalogue.parse((await client.call('GET', '/v1/reference')).body)
    const unit = tables.find(({ table }) => table === 'unit')!
    const whole = ReferenceDelta.parse((await client.call('GET', '/v1/reference/unit')).body)
    expect(whole).toMatchObject({ from: null, to: unit.version })
    expect(whole.put.length).toBeGreaterThan(50)
    const { signature, ...content } = whole
    expect(signature.publicKey).toBe(signingKey)
    expect(isSignatureOf(bytesOf(deltaStatement(content)), signature.signature, signingKey)).toBe(true)

    const change = { table: 'unit', put: [{ key: '999', row: { zh: '演练单位' } }], drop: ['011'] }
    expect((await client.post('/v1/practice/reference', change)).status).toBe(200)
    const since = async (version: string) =>
      ReferenceDelta.parse((await client.call('GET', `/v1/reference/unit?since=${version}`)).body)
    const delta = await since(unit.version)
    expect(delta).toMatchObject({ from: unit.version, put: change.put, drop: change.drop })
    expect(await since(delta.to)).toMatchObject({ from: delta.to, to: delta.to, put: [], drop: [] })
    expect((await since('never-heard-of')).from).toBeNull()
    expect((await client.call('GET', '/v1/reference/nothing')).status).toBe(404)

    // Each says what it hangs on: the table as it was at the version it begins at.
    expect(whole.digest).toBe(delta.base)
    expect((await since(delta.to)).base).toBe(delta.digest)
  })
})

describe('verifications', () => {
  it('tell what was declared and filed, and that nothing is known', async () => {
    const { client, code } = someone()
    const ask = async (kind: string, key: string, who = client) =>
      Verification.parse((await who.call('GET', `/v1/verifications/${kind}?key=${key}`)).body)
    await client.put(await batch(dossier('V-1'), { enterprise: { ...enterprise, code } }))
    await client.pass(60)
    const { invtNo, preNo } = facts(await client.receipts()).findLast(({ message }) => message === 'CEB603')!
    for (const number of [invtNo!, preNo!]) {
      const { found, facts: told } = await ask('list', number)
      expect(found).toBe(true)
      expect(told).toContainEqual(expect.objectContaining({ field: 'status', value: '899' }))
    }
    expect((await ask('waybill', 'W-V-1')).found).toBe(true)
    expect((await ask('list', invtNo!, someone().client)).found).toBe(false)
    expect(await ask('enterprise', '3101000000')).toMatchObject({ found: false, facts: [] })
  })
})

describe('opening hours', () => {
  it('are told beforehand and held to, for handing in but not for asking', async () => {
    const { client, code } = someone()
    const put = (hours: object[]) =>
      client.call('PUT', '/v1/practice/hours', {
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(hours),
      })
    const never = { zone: '*', function: 'batches', open: [] }
    await put([never])
    expect((await client.call<Capabilities>('GET', '/v1/capabilities')).body.hours).toEqual([never])
    const sent = await batch(dossier('H-1'), { enterprise: { ...enterprise, code } })
    const closed = await client.put(sent)
    expect([closed.status, closed.body.error?.code]).toEqual([503, 'service-closed'])
    expect(Number(closed.retryAfter)).toBeGreaterThan(0)
    expect((await client.page()).status).toBe(200)
    await put([])
    expect((await client.put(sent)).status).toBe(200)
  })
})

describe('going back to an older state', () => {
  it('loses what came after the snapshot, so that clients start over and lose nothing', async () => {
    const { client, code } = someone()
    const own = { enterprise: { ...enterprise, code } }
    const first = await batch(dossier('R-1'), own)
    const second = await batch(dossier('R-2'), own)
    await client.put(first)
    const before = await client.receipts()
    const { body } = await client.post<{ number: number }>('/v1/practice/snapshots', { enterprise: code })
    const answer = await client.put(second)
    const cursor = (await client.page()).body.cursor
    await client.post('/v1/practice/restore', { enterprise: code, number: body.number })
    expect((await client.call('GET', `/v1/batches/${second.id}`)).status).toBe(404)
    expect((await client.call('GET', `/v1/batches/${first.id}`)).status).toBe(200)
    expect(await client.receipts()).toEqual(before)
    expect((await client.page(cursor)).body.receipts).toEqual(before)
    expect((await client.put(second)).body.items).toEqual(answer.body.items)
    expect(await client.receipts()).toHaveLength(6)
  })

  it('happens in the middle of a request when a switch says so, down to nothing', async () => {
    const { client, code } = someone()
    await client.put(await batch(dossier('R-1'), { enterprise: { ...enterprise, code } }))
    await client.faults({ kind: 'restore', operation: 'receipts', enterprise: code })
    expect((await client.page()).body.receipts).toEqual([])
    expect((await client.documents()).body.documents).toEqual([])
    const missing = await client.post('/v1/practice/restore', { enterprise: code, number: 7 })
    expect(missing.status).toBe(404)
  })
})
