import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { BatchAnswer } from '#shared/protocol/api'
import { bundle } from '../../test/support/bundle'
import { batch, dossier, enterprise, type SampleBatch } from './samples'
import { facts, statuses, testClient, type TestClient } from './test-client'

const TOKEN = 'a-token-for-the-process-test'

type Running = { child: ChildProcess; client: TestClient }
const children: ChildProcess[] = []
/** One folder for all: making a database takes longer than the tests. Each test is an enterprise of its own. */
let directory: string
/** One file, as it is delivered: from its sources each start takes seconds. */
let main: string

/** Start the service as its own process and wait for its line. */
async function start(code: string): Promise<Running> {
  const child = spawn(process.execPath, [main, '--data', directory, '--token', TOKEN, '--pace', '1000'], {
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { ...process.env, DATABASE_URL: '' },
  })
  children.push(child)
  for await (const line of createInterface({ input: child.stdout! })) {
    const said = JSON.parse(line) as { kind: string; url?: string; message?: string }
    if (said.kind === 'ready') return { child, client: testClient(said.url!, TOKEN, code) }
    throw new Error(said.message)
  }
  throw new Error('ended without a word')
}

async function end({ child }: Running, signal: NodeJS.Signals): Promise<number | null> {
  const ended = once(child, 'exit') as Promise<[number | null]>
  child.kill(signal)
  return (await ended)[0]
}

beforeAll(async () => {
  directory = await mkdtemp(path.join(os.tmpdir(), 'yiguan-practice-'))
  main = await bundle('process-test', 'electron/practice/main.ts')
})
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
})
afterAll(async () => {
  await rm(directory, { recursive: true, force: true, maxRetries: 5 })
})

/** What the service holds, told by its two ways of asking. */
async function holdings({ client }: Running) {
  const receipts = await client.receipts()
  const { body } = await client.documents()
  return { receipts, documents: body.documents }
}

describe('the service process', { timeout: 120_000 }, () => {
  it('killed between requests loses nothing and does nothing twice', async () => {
    const code = '9113100000000K0001'
    const batches: SampleBatch[] = []
    const answers: BatchAnswer[] = []
    let running = await start(code)
    for (const round of [1, 2]) {
      const sent = await batch(dossier(`K-${round}`), { enterprise: { ...enterprise, code } })
      batches.push(sent)
      answers.push((await running.client.put(sent)).body)
      await end(running, 'SIGKILL')
      running = await start(code)
    }
    const before = await holdings(running)
    expect(before.receipts.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6])
    expect(before.documents).toHaveLength(6)
    for (const [n, sent] of batches.entries())
      expect((await running.client.put(sent)).body).toEqual(answers[n])
    expect(await holdings(running)).toEqual(before)
    await running.client.pass(7_200)
    expect(
      statuses(await running.client.receipts(), 'CEB603').filter((status) => status === '899'),
    ).toHaveLength(2)
  })

  it('killed while it works has a batch as a whole or not at all', async () => {
    const code = '9113100000000K0002'
    let running = await start(code)
    for (const delay of [10, 60]) {
      const orders = Array.from({ length: 30 }, (_, n) => `M${delay}-${n}`)
      const sent = await batch(
        orders.flatMap((orderNo) => dossier(orderNo)),
        { enterprise: { ...enterprise, code } },
      )
      const known = (await holdings(running)).documents.length
      const lost = running.client.put(sent).catch(() => undefined)
      await new Promise((resolve) => setTimeout(resolve, delay))
      await end(running, 'SIGKILL')
      await lost
      running = await start(code)
      const { documents } = await holdings(running)
      expect([known, known + 90]).toContain(documents.length)
      const query = await running.client.call('GET', `/v1/batches/${sent.id}`)
      expect(query.status).toBe(documents.length === known ? 404 : 200)
      expect((await running.client.put(sent)).body.state).toBe('accepted')
    }
    const { receipts, documents } = await holdings(running)
    expect(documents).toHaveLength(2 * 90)
    const submissions = facts(receipts).map(({ businessKey, status }) => `${businessKey} ${status}`)
    expect(submissions).toHaveLength(new Set(submissions).size)
  })

  it('keeps a second one out of its folder, and ends cleanly on SIGTERM', async () => {
    const running = await start(enterprise.code)
    await expect(start(enterprise.code)).rejects.toThrow(/in use by process \d+/)
    expect(await end(running, 'SIGTERM')).toBe(0)
    await expect(readdir(directory)).resolves.not.toContain('service.lock')
  })
})
