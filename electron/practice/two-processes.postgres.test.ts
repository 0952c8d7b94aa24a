import { spawn, type ChildProcess } from 'node:child_process'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { challengeStatement, type BatchAnswer, type Challenge, type Session } from '#shared/protocol/api'
import { bundle } from '../../test/support/bundle'
import { Postgres } from '../../test/support/postgres'
import { signatureOf } from '../single-window/batch-signature'
import { batch, dossier, enterprise, keys } from './samples'
import { migrations } from './store/migrations'
import { migrate } from './store/migrate'
import { openPostgres } from './store/postgres'
import { facts, testClient, type TestClient } from './test-client'

const TOKEN = 'a-token-for-two-processes'
const children: ChildProcess[] = []
let postgres: Postgres
let main: string
let urls: string[]

/** A service process on the shared database. @returns its address */
async function start(): Promise<string> {
  const child = spawn(process.execPath, [main, '--token', TOKEN, '--pace', '1000'], {
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { ...process.env, DATABASE_URL: postgres.url },
  })
  children.push(child)
  for await (const line of createInterface({ input: child.stdout })) {
    const said = JSON.parse(line) as { kind: string; url?: string; message?: string }
    if (said.kind === 'ready') return said.url!
    throw new Error(said.message)
  }
  throw new Error('ended without a word')
}

beforeAll(async () => {
  main = await bundle('two-processes-test', 'electron/practice/main.ts')
  postgres = await Postgres.start()
  // Both on an empty database, at the same moment.
  urls = await Promise.all([start(), start()])
}, 120_000)
afterAll(async () => {
  for (const child of children) child.kill('SIGKILL')
  await postgres.stop()
})

/** One enterprise as both processes know it. */
function someone(code: string): { at: [TestClient, TestClient]; own: { enterprise: typeof enterprise } } {
  const [a, b] = urls.map((url) => testClient(url, TOKEN, code))
  return { at: [a!, b!], own: { enterprise: { ...enterprise, code } } }
}

describe('two processes on one PostgreSQL', { timeout: 120_000 }, () => {
  it('migrated an empty database once, though both began at once, and so do four more', async () => {
    const pools = await Promise.all([1, 2, 3, 4].map(() => openPostgres(postgres.url)))
    const versions = await Promise.all(pools.map((pool) => migrate(pool, Date.now)))
    expect(new Set(versions)).toEqual(new Set([migrations.length]))
    const applied = await pools[0]!.query<{ name: string }>(
      'SELECT name FROM schema_version ORDER BY version',
    )
    expect(applied.map(({ name }) => name)).toEqual(migrations.map(({ name }) => name))
    for (const pool of pools) await pool.close()
  })

  it('take every batch in once under load, also when both get it at once, and number receipts without a gap', async () => {
    const { at, own } = someone('91131000000000P001')
    const batches = await Promise.all(
      Array.from({ length: 10 }, (_, b) =>
        batch(
          [0, 1, 2, 3].flatMap((n) => dossier(`P-${b}-${n}`)),
          own,
        ),
      ),
    )
    const answers = await Promise.all(batches.flatMap((one) => [at[0].put(one), at[1].put(one)]))
    for (let n = 0; n < answers.length; n += 2) {
      expect(answers[n]!.status).toBe(200)
      expect(answers[n + 1]!.body).toEqual(answers[n]!.body)
    }
    await at[0].pass(60_000)
    const [one, other] = await Promise.all([at[0].receipts(37), at[1].receipts(100)])
    expect(one).toEqual(other)
    expect(one.map(({ seq }) => seq)).toEqual(one.map((_, n) => n + 1))
    const said = facts(one).map(({ businessKey, message, status }) => `${message} ${businessKey} ${status}`)
    expect(said).toHaveLength(new Set(said).size)
    expect(said.filter((line) => line.startsWith('CEB603') && line.endsWith(' 899'))).toHaveLength(40)
  })

  it('know the same sessions, faults, clock and uploads', async () => {
    const code = '91131000000000P002'
    const { at, own } = someone(code)
    const asked = await at[0].post<Challenge>('/v1/session/challenges', {
      enterprise: code,
      publicKey: keys.publicKey,
    })
    const { challenge } = asked.body
    const statement = new TextEncoder().encode(challengeStatement(code, challenge))
    const { signature } = signatureOf(statement, keys)
    const signed = await at[1].post<Session>('/v1/session', { challenge, signature })
    const client = testClient(urls[0]!, signed.body.token, code)
    expect((await client.page()).status).toBe(200)

    await at[0].faults({ kind: 'busy', operation: 'receipts', enterprise: code })
    expect([(await at[1].page()).status, (await at[0].page()).status]).toEqual([503, 200])

    const sent = await batch(dossier('U-1'), own)
    const half = Math.floor(sent.bytes.byteLength / 2)
    const chunk = (who: TestClient, from: number, to: number) =>
      who.call<BatchAnswer>('PATCH', `/v1/batches/${sent.id}/content`, {
        headers: {
          'content-type': 'application/partial-upload',
          'upload-offset': String(from),
          'upload-length': String(sent.bytes.byteLength),
          'x-content-sha256': sent.sha256,
        },
        body: Uint8Array.from(sent.bytes.subarray(from, to)),
      })
    expect((await chunk(at[0], 0, half)).status).toBe(204)
    expect((await chunk(at[1], half, sent.bytes.byteLength)).body.state).toBe('accepted')
    expect((await at[0].call('GET', `/v1/batches/${sent.id}`)).status).toBe(200)
  })

  it('lose nothing when one is killed and the database crashes', async () => {
    const { at, own } = someone('91131000000000P003')
    const sent = await batch(dossier('K-1'), own)
    const answer = await at[0].put(sent)
    children[0]!.kill('SIGKILL')
    await postgres.crash()
    await postgres.boot()
    const again = await at[1].put(sent)
    expect(again.body).toEqual(answer.body)
    expect(await at[1].receipts()).toHaveLength(3)
  })
})
