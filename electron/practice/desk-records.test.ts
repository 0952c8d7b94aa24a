import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { joinRecords } from '#shared/merge/join'
import type { MergeRecord } from '#shared/model/merge-record'
import { TestDesk } from '#shared/merge/testing'
import {
  DeskList,
  DeskRecordAnswer,
  DeskRecordPage,
  type DeskRecordResult,
} from '#shared/protocol/desk-records'
import { systemHost } from './host'
import { batch, dossier, enterprise } from './samples'
import { startService, type Service } from './service'
import { testClient, type TestClient } from './test-client'

vi.setConfig({ testTimeout: 60_000 })

const TOKEN = 'token-of-the-desk-test'
let directory: string
let service: Service
let made = 0

function someone(): TestClient {
  return testClient(service.url, TOKEN, `91131000000000D${String((made += 1)).padStart(3, '0')}`)
}
const idOf = (n: number) => `${String(n).repeat(8)}-1111-4111-8111-111111111111`
const json = { 'content-type': 'application/json' }
const register = (client: TestClient, n: number, code: string) =>
  client.call<DeskList>('PUT', `/v1/desks/${idOf(n)}`, {
    headers: json,
    body: JSON.stringify({ code, name: '王关务' }),
  })
const push = (client: TestClient, n: number, ...records: { base: number; content: MergeRecord }[]) =>
  client.post<DeskRecordAnswer>('/v1/desk-records', { desk: idOf(n), records })
const page = (client: TestClient, n: number, cursor = '', limit = 200) =>
  client.call<DeskRecordPage>(
    'GET',
    `/v1/desk-records?${new URLSearchParams({ desk: idOf(n), limit: String(limit), ...(cursor && { cursor }) })}`,
  )
function record(name: string, value = '甲'): MergeRecord {
  const desk = new TestDesk('A')
  desk.edit({ $: true, gname: value })
  return { ...desk.record, key: [name] }
}
const outcomes = (results: readonly DeskRecordResult[]) => results.map(({ outcome }) => outcome)

beforeAll(async () => {
  directory = await mkdtemp(path.join(os.tmpdir(), 'yiguan-desks-'))
  const host = { ...systemHost, now: () => Date.parse('2026-03-01T04:00:00.000Z') }
  service = await startService({ port: 0, directory, token: TOKEN, pace: 1, host })
}, 60_000)
afterAll(async () => {
  await service.stop()
  await rm(directory, { recursive: true, force: true })
})

describe('desks', () => {
  it('have a code each: another desk is refused it in words, with one that is free, also after it was given up', async () => {
    const client = someone()
    expect(DeskList.parse((await register(client, 1, 'A')).body).desks).toMatchObject([
      { code: 'A', state: 'active' },
    ])
    expect(await register(client, 2, 'A')).toMatchObject({
      status: 409,
      body: { error: { code: 'desk-code-taken' }, free: 'B' },
    })
    expect((await register(client, 1, 'K1')).status).toBe(200)
    expect(await register(client, 2, 'A')).toMatchObject({ status: 409 })
    const again = await register(client, 2, 'B')
    expect(again.body.desks?.map(({ code }) => code)).toEqual(['B', 'K1'])
  })

  it('of two that ask for one code at once, one gets it', async () => {
    const client = someone()
    const both = await Promise.all([1, 2, 3, 4].map((n) => register(client, n, 'A')))
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409])
  })

  it('that moved out are refused for good, and their code with them', async () => {
    const client = someone()
    await register(client, 1, 'A')
    await register(client, 2, 'B')
    await push(client, 1, { base: 0, content: record('SKU-1') })
    for (let n = 0; n < 2; n += 1) {
      expect((await client.call('POST', `/v1/desks/${idOf(1)}/moved`)).status).toBe(200)
    }
    const refused = { status: 403, body: { error: { code: 'desk-moved' } } }
    expect(await push(client, 1, { base: 1, content: record('SKU-1', '乙') })).toMatchObject(refused)
    expect(await page(client, 1)).toMatchObject(refused)
    expect(await register(client, 1, 'A')).toMatchObject(refused)
    expect(await register(client, 3, 'A')).toMatchObject({ status: 409 })
    expect((await page(client, 2)).body.records).toHaveLength(1)
  })

  it('that moved out hand in no batch either, the others do', async () => {
    const code = '91131000000000DM1'
    const client = testClient(service.url, TOKEN, code)
    await register(client, 1, 'A')
    await client.call('POST', `/v1/desks/${idOf(1)}/moved`)
    const made = await batch(dossier('A-1'), { enterprise: { ...enterprise, code } })
    expect(await client.put(made, { 'x-desk': idOf(1) })).toMatchObject({
      status: 403,
      body: { error: { code: 'desk-moved' } },
    })
    expect((await client.put(made, { 'x-desk': idOf(2) })).status).toBe(200)
  })

  it('are marked as moved also when nobody heard of them before', async () => {
    const client = someone()
    await client.call('POST', `/v1/desks/${idOf(1)}/moved`)
    expect(await register(client, 1, 'A')).toMatchObject({
      status: 403,
      body: { error: { code: 'desk-moved' } },
    })
    expect((await register(client, 2, 'A')).status).toBe(200)
  })

  it('that never said who they are get nothing', async () => {
    const client = someone()
    const refused = { status: 403, body: { error: { code: 'desk-unknown' } } }
    expect(await page(client, 1)).toMatchObject(refused)
    expect(await push(client, 1, { base: 0, content: record('SKU-1') })).toMatchObject(refused)
  })
})

describe('records', () => {
  it('are stored on their base; who edited another version gets what is stored, joins, and is stored', async () => {
    const client = someone()
    for (const n of [1, 2]) await register(client, n, n === 1 ? 'A' : 'B')
    const [a, b] = [record('SKU-1'), { ...new TestDesk('B').record, key: ['SKU-1'] }]
    expect(DeskRecordAnswer.parse((await push(client, 1, { base: 0, content: a })).body).results).toEqual([
      { outcome: 'stored', version: 1 },
    ])
    const differing = (await push(client, 2, { base: 0, content: b })).body.results[0]!
    if (differing.outcome !== 'differs') throw new Error('stored over another version')
    const both = joinRecords(differing.theirs.content, b)
    const { body } = await push(client, 2, { base: differing.theirs.version, content: both })
    expect(outcomes(body.results)).toEqual(['stored'])
  })

  it('sent again after a lost answer are stored already', async () => {
    const client = someone()
    await register(client, 1, 'A')
    const content = record('SKU-1')
    const lost = client.call('POST', '/v1/desk-records', {
      headers: { ...json, 'x-practice-fault': 'cut-after' },
      body: JSON.stringify({ desk: idOf(1), records: [{ base: 0, content }] }),
    })
    await expect(lost).rejects.toThrow()
    expect((await push(client, 1, { base: 0, content })).body.results).toEqual([
      { outcome: 'stored', version: 1 },
    ])
  })

  it('come by cursor, each once with its newest content, whatever was written in between', async () => {
    const client = someone()
    await register(client, 1, 'A')
    const contents = Array.from({ length: 7 }, (_, n) => record(`SKU-${n}`))
    await push(client, 1, ...contents.map((content) => ({ base: 0, content })))
    const first = DeskRecordPage.parse((await page(client, 1, '', 3)).body)
    expect(first).toMatchObject({ more: true, restarted: false })
    await push(client, 1, { base: 1, content: record('SKU-0', '乙') })
    const names = first.records.map(({ content }) => content.key[0])
    let { cursor, more } = first
    while (more) {
      const next = DeskRecordPage.parse((await page(client, 1, cursor, 3)).body)
      names.push(...next.records.map(({ content }) => content.key[0]))
      ;({ cursor, more } = next)
    }
    expect(names).toEqual(['SKU-0', 'SKU-1', 'SKU-2', 'SKU-3', 'SKU-4', 'SKU-5', 'SKU-6', 'SKU-0'])
    expect((await page(client, 1, cursor)).body).toMatchObject({ records: [], cursor, more: false })
  })

  it('of a service that was put back to an older state begin anew, and say so', async () => {
    const client = someone()
    await register(client, 1, 'A')
    await push(client, 1, { base: 0, content: record('SKU-1') })
    const { cursor } = (await page(client, 1)).body
    await client.faults({ kind: 'restore', operation: 'deskRecords', enterprise: undefined })
    expect((await page(client, 1, cursor)).body).toMatchObject({ records: [], restarted: true })
    // The desk knows more than the service now and tells it again, whatever version it last saw.
    const { results } = (await push(client, 1, { base: 1, content: record('SKU-1') })).body
    expect(outcomes(results)).toEqual(['stored'])
    expect((await page(client, 1)).body.records).toHaveLength(1)
  })

  it('of one enterprise are no business of another', async () => {
    const [one, other] = [someone(), someone()]
    for (const client of [one, other]) await register(client, 1, 'A')
    await push(one, 1, { base: 0, content: record('SKU-1') })
    expect((await page(other, 1)).body.records).toEqual([])
  })

  it('that are none are refused by name', async () => {
    const client = someone()
    await register(client, 1, 'A')
    const wrong = await push(client, 1, { base: 0, content: { kind: 'goods' } as MergeRecord })
    expect(wrong).toMatchObject({ status: 400, body: { error: { code: 'bad-request' } } })
    const cursor = await page(client, 1, 'no cursor')
    expect(cursor).toMatchObject({ status: 400, body: { error: { code: 'bad-request' } } })
  })
})
