import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { ServiceDocument } from '#shared/protocol/api'
import { CarriedFileVerdict, CarriedUpload } from '#shared/protocol/carried-report'
import { receiptsOf, writeExchangeFile } from '#shared/protocol/exchange-file'
import { batch, dossier, enterprise, keys } from '../../practice/samples'
import { startService, type Service } from '../../practice/service'
import { testClient } from '../../practice/test-client'
import { signBatch } from '../../single-window/batch-signature'
import { openFile, sha256 } from '../../single-window/file-read'
import { dispatch } from '../run'

let folder = ''
let service: Service
const TOKEN = 'test-token'

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yiguan-exchange-'))
  service = await startService({ port: 0, directory: join(folder, 'service'), token: TOKEN, pace: 1 })
  await writeFile(join(folder, 'token'), `${TOKEN}\n`)
}, 60_000)
afterAll(async () => {
  await service.stop()
  await rm(folder, { recursive: true, force: true })
})

async function yiguan<T>(...args: string[]): Promise<{ code: number; out: T; notes: string }> {
  let out: unknown
  let notes = ''
  const io = {
    out: (document: unknown) => void (out = document),
    note: (text: string) => void (notes += text),
  }
  const code = await dispatch(['exchange', ...args], io)
  return { code, out: out as T, notes }
}
const there = () => ['--service', service.url, '--token-file', join(folder, 'token')]

const identities = (documents: readonly ServiceDocument[]) =>
  documents
    .map(({ message, businessKey, guid, batchId }) => `${message} ${businessKey} ${guid} ${batchId}`)
    .sort()

async function exchangeFile(name: string, orders: string[], book: 'practice' | 'real' = 'practice') {
  const batches = []
  for (const order of orders) {
    const { id, bytes, sha256: digest } = await batch(dossier(order), book === 'real' ? { book } : {})
    batches.push({ batchId: id, bytes, sha256: digest, documents: 3 })
  }
  const head = {
    id: batches[0]!.batchId,
    createdAt: '2026-03-01T00:00:00Z',
    enterprise,
    book,
    software: 'test',
  }
  const sign = (index: Uint8Array) => Promise.resolve(signBatch(index, keys))
  const file = join(folder, name)
  await writeFile(file, await writeExchangeFile(head, batches, undefined, { digest: sha256, sign }))
  return { file, batches }
}

it('says whose a file is and what it holds, and finds each change', async () => {
  const { file, batches } = await exchangeFile('a.yiguan', ['F-1', 'F-2'])
  const good = await yiguan<unknown>('verify', file)
  expect(good.code).toBe(0)
  const [verdict] = CarriedFileVerdict.array().parse(good.out)
  expect(verdict).toMatchObject({
    ok: true,
    content: { kind: 'exchange', enterprise, book: 'practice', mark: expect.any(String) as string },
  })
  expect(verdict!.content!.batches.map(({ batchId }) => batchId)).toEqual(
    batches.map(({ batchId }) => batchId),
  )
  expect(verdict!.content!.batches[0]!.documents).toEqual({ CEB303: 1, CEB505: 1, CEB603: 1 })

  const bytes = await readFile(file)
  const torn = join(folder, 'torn.yiguan')
  await writeFile(torn, bytes.subarray(0, bytes.length >> 1))
  const both = await yiguan<CarriedFileVerdict[]>('inspect', file, torn)
  expect([both.code, both.out.map(({ ok }) => ok)]).toEqual([1, [true, false]])
  expect(both.notes).toContain('bundle-not-zip')
  expect((await yiguan('inspect', join(folder, 'absent.yiguan'))).code).toBe(2)
})

it('hands batches in once, however often and from wherever the file is uploaded, and brings back what the service says', async () => {
  const { file, batches } = await exchangeFile('b.yiguan', ['F-3', 'F-4'])
  const client = testClient(service.url, TOKEN)
  const first = await yiguan<unknown>('upload', file, ...there())
  expect(first.code).toBe(0)
  const [line] = CarriedUpload.array().parse(first.out)
  expect(line).toMatchObject({
    delivered: 2,
    batches: batches.map(({ batchId }) => ({ batchId, state: 'accepted', accepted: 3 })),
  })
  const before = (await client.documents()).body.documents
  for (let n = 0; n < 4; n += 1) {
    const again = await yiguan<CarriedUpload[]>('upload', file, file, ...there())
    expect([again.code, again.out.map(({ delivered }) => delivered)]).toEqual([0, [2, 2]])
  }
  const after = (await client.documents()).body.documents
  expect(identities(after)).toEqual(identities(before))

  await client.pass(600)
  const asked = await yiguan<CarriedUpload[]>(
    'receipts',
    file,
    '--receipts',
    join(folder, 'back.yiguan'),
    ...there(),
  )
  expect(asked.code).toBe(0)
  const back = receiptsOf(await openFile(await readFile(join(folder, 'back.yiguan'))))
  expect(back.answers.map(({ batchId, answer }) => [batchId, answer?.state])).toEqual(
    batches.map(({ batchId }) => [batchId, 'accepted']),
  )
  expect(back.receipts.map(({ message }) => message)).toContain('CEB604')
  expect(asked.out[0]!.receipts).toBe(back.receipts.length)
})

it('hands nothing in with `receipts`, and says so', async () => {
  const { file, batches } = await exchangeFile('c.yiguan', ['F-5'])
  const asked = await yiguan<CarriedUpload[]>('receipts', file, ...there())
  expect(asked.code).toBe(1)
  expect(asked.out[0]!.batches).toMatchObject([{ batchId: batches[0]!.batchId, state: 'not-sent' }])
  const { status } = await testClient(service.url, TOKEN).call('GET', `/v1/batches/${batches[0]!.batchId}`)
  expect(status).toBe(404)
})

it('keeps what a service refuses, and goes on with the next file', async () => {
  const { file: real } = await exchangeFile('real.yiguan', ['F-6'], 'real')
  const { file } = await exchangeFile('d.yiguan', ['F-7'])
  const { code, out, notes } = await yiguan<CarriedUpload[]>('upload', real, file, ...there())
  expect(code).toBe(1)
  expect(out[0]).toMatchObject({ delivered: 0, fault: { code: 'book-mismatch' } })
  expect(out[1]).toMatchObject({ delivered: 1 })
  expect(notes).toContain('book-mismatch')
})

it.each([
  [['upload']],
  [['upload', 'x.yiguan']],
  [['fly', 'x.yiguan']],
  [['upload', 'x.yiguan', '--service', 'http://example.org', '--token-file', 'token']],
])('is told when it is used wrongly: %j', async (args) => {
  expect((await yiguan(...args)).code).toBe(2)
})
