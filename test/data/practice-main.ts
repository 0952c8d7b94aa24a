import { cpSync, rmSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startService } from '../../electron/practice/service'
import type { Service } from '../../electron/practice/service'
import { createSendJournals } from '../../electron/services/send-journals'
import { makeKeyPair, signBatch } from '../../electron/single-window/batch-signature'
import { httpTransport } from '../../electron/single-window/http'
import type { HttpTransport } from '../../electron/single-window/http'
import type { FilingPut } from '#shared/protocol/engine/ports'
import type { DeskRecordPush } from '../../shared/protocol/desk-records'
import { networkFailure } from '../../shared/protocol/errors'

/*
 * The part of main that a page in a test cannot reach, as a process of its own: the practice service, and the exchange
 * channels of one book over real HTTP, for each test its own. Bytes come as base64, because the way from the page carries
 * JSON.
 */
export type Ask = { n: number; main: string; channel: string; args: unknown[] }
export type Answer = { n: number; value?: unknown; error?: string }

const token = 'token-of-a-test-service'
const bytes = (base64: unknown) => new Uint8Array(Buffer.from(String(base64), 'base64'))

type Channels = Record<string, (...args: never[]) => unknown>

const database = (directory: string) => path.join(directory, 'db')
const serviceIn = (directory: string, pace: number) =>
  startService({ port: 0, directory: database(directory), token, pace })

/** What the first start of a service makes of an empty folder. It takes longer than most tests, so it is copied. */
async function makeEmptyService(): Promise<string> {
  const directory = await mkdtemp(path.join(tmpdir(), 'yiguan-data-'))
  process.on('exit', () => rmSync(directory, { recursive: true, force: true }))
  await (await serviceIn(directory, 0)).stop()
  return directory
}
let emptyService: Promise<string> | undefined

/** One main, with a service, journals and a database of its own. */
async function createMain(): Promise<Channels> {
  const key = makeKeyPair()
  const directory = await mkdtemp(path.join(tmpdir(), 'yiguan-data-'))
  // A thousand small files: one by one through the event loop they take four times as long.
  cpSync(database(await (emptyService ??= makeEmptyService())), database(directory), { recursive: true })
  const journals = createSendJournals(path.join(directory, 'journals'), () => ({
    seal: (text) => text,
    open: (text) => text,
  }))
  let service: Service | undefined
  let transport: HttpTransport
  let loseAnswer = false
  let pace = 0

  async function serve(): Promise<void> {
    service = await serviceIn(directory, pace)
    transport = httpTransport({ service: 'practice', url: service.url, token }, 'practice', {
      fetch,
      now: () => Date.now(),
      journal: (entry) => journals.append('book', entry),
    })
  }

  async function cut(): Promise<void> {
    await service?.stop()
    service = undefined
  }

  const channels: Channels = {
    capabilities: (account: string) => transport.capabilities(account),
    async putBatch(put: { bytes: string }) {
      const outcome = await transport.putBatch({ ...put, bytes: bytes(put.bytes) } as never)
      if (!loseAnswer) return outcome
      loseAnswer = false
      return { ok: false, failure: networkFailure('timeout') }
    },
    queryBatch: (batchId: string, account: string) => transport.queryBatch(batchId, account),
    receipts: (account: string, cursor: string | null, limit: number) =>
      transport.receipts(account, cursor ?? undefined, limit),
    documents: (account: string, query: object) => transport.documents(account, query),
    putFiling: ({ account, ...put }: FilingPut) => transport.putFiling(account, put),
    filings: (account: string, cursor: string | null, limit: number) =>
      transport.filings(account, cursor ?? undefined, limit),
    registerDesk: (account: string, desk: string, code: string, name: string) =>
      transport.registerDesk(account, desk, { code, name }),
    moveDeskOut: (account: string, desk: string) => transport.moveDeskOut(account, desk),
    putDeskRecords: (account: string, push: DeskRecordPush) => transport.putDeskRecords(account, push),
    deskRecords: (account: string, desk: string, cursor: string | null, limit: number) =>
      transport.deskRecords(account, desk, cursor ?? undefined, limit),
    journal: () => journals.entries('book'),
    sign: (manifest: string) => Buffer.from(signBatch(bytes(manifest), key)).toString('base64'),
    line: (on: boolean) => (on ? serve() : cut()),
    /** How long customs takes: 1 is the practice default. For the next time the line comes up. */
    pace(value: number) {
      pace = value
    },
    async pass(seconds: number) {
      const answer = await fetch(`${service!.url}/v1/practice/clock`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ seconds }),
      })
      if (!answer.ok) throw new Error(await answer.text())
    },
    /** The service takes the next batch, and nobody hears of it. */
    loseNextAnswer() {
      loseAnswer = true
    },
    async stop() {
      await cut()
      await journals.close()
      await rm(directory, { recursive: true, force: true })
    },
  }

  return channels
}

const mains = new Map<string, Promise<Channels>>()

async function answer({ main, channel, args }: Ask): Promise<unknown> {
  const made = mains.get(main) ?? createMain()
  mains.set(main, made)
  if (channel === 'stop') mains.delete(main)
  return (await made)[channel]!(...(args as never[]))
}

process.on('message', (ask: Ask) => {
  answer(ask).then(
    (value) => process.send!({ n: ask.n, value: value ?? null } satisfies Answer),
    (error: unknown) => process.send!({ n: ask.n, error: String(error) } satisfies Answer),
  )
})
process.on('disconnect', () => process.exit())
