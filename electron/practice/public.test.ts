import { X509Certificate } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { request } from 'node:https'
import os from 'node:os'
import path from 'node:path'
import tls from 'node:tls'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { accountOf } from '#shared/ipc/exchange'
import type { ChannelName, Result } from '#shared/ipc/contract'
import { challengeStatement, type Challenge, type Session } from '#shared/protocol/api'
import { dispatch } from '../cli/run'
import { registerExchange } from '../services/exchange'
import { createSigning } from '../services/signing'
import type { Handle } from '../shell/ipc'
import { makeKeyPair, signatureOf, type KeyPair } from '../single-window/batch-signature'
import { AccountsFileError, NoAccounts } from './accounts'
import { batch, dossier, enterprise } from './samples'
import { startService, type Service } from './service'
import { IdentityError } from './tls/identity'
import { makeSelfSigned } from './tls/self-signed'

const TOKEN = 'token-of-the-public-test'
const ALL = '0.0.0.0'
const office = { code: '91131000000000L001', keys: makeKeyPair() }
let directory: string
let accountsFile: string
let service: Service | undefined

beforeAll(async () => {
  directory = await mkdtemp(path.join(os.tmpdir(), 'yiguan-public-'))
  accountsFile = path.join(directory, 'accounts.json')
  await writeFile(accountsFile, '[]')
})
afterEach(async () => {
  await service?.stop()
  service = undefined
})
afterAll(() => rm(directory, { recursive: true, force: true }))

const start = async (more: object = {}) =>
  (service = await startService({
    port: 0,
    listen: ALL,
    directory,
    token: TOKEN,
    pace: 0,
    accountsFile,
    ...more,
  }))

type Answer = { status: number; body: Record<string, unknown> & { error?: { code: string } } }

/** The command line in this process. */
async function run(...argv: string[]): Promise<{ code: number; out: unknown }> {
  let out: unknown
  const code = await dispatch(argv, { out: (document) => (out = document), note: () => undefined })
  return { code, out }
}

/** One request over TLS that trusts nothing but the certificate with the fingerprint the service printed. */
function ask(
  method: string,
  url: string,
  headers: Record<string, string> = {},
  body?: string | Uint8Array,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        host: '127.0.0.1',
        port: new URL(service!.url).port,
        method,
        path: url,
        headers,
        agent: false,
        rejectUnauthorized: false,
      },
      (response) => {
        const { fingerprint256 } = (response.socket as tls.TLSSocket).getPeerCertificate()
        if (fingerprint256 !== service!.fingerprint) reject(new Error('another certificate'))
        let text = ''
        response.on('data', (part) => (text += String(part)))
        response.on('end', () =>
          resolve({ status: response.statusCode!, body: JSON.parse(text || '{}') as Answer['body'] }),
        )
      },
    )
    sent.on('error', reject)
    sent.end(body)
  })
}
const post = (url: string, body: object, token?: string) =>
  ask(
    'POST',
    url,
    { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
    JSON.stringify(body),
  )

async function signIn(code: string, keys: KeyPair, enrolment?: string): Promise<Answer> {
  const asked = await post('/v1/session/challenges', {
    enterprise: code,
    publicKey: keys.publicKey,
    enrolment,
  })
  if (asked.status !== 200) return asked
  const { challenge } = asked.body as unknown as Challenge
  const statement = new TextEncoder().encode(challengeStatement(code, challenge))
  return post('/v1/session', { challenge, signature: signatureOf(statement, keys).signature })
}
const as = (code: string, { body }: Answer) => ({
  authorization: `Bearer ${(body as unknown as Session).token}`,
  'x-enterprise': code,
})

const BOOK = '6f1c0c3e-0000-4000-8000-000000000001'
/** The channels of main for a book that was set to this service, as the app's windows call them. */
function channelsOfMain() {
  const channels = new Map<string, (...args: unknown[]) => unknown>()
  const handle = (channel: ChannelName, serve: (...args: unknown[]) => unknown) =>
    channels.set(channel, serve)
  registerExchange(handle as unknown as Handle, {
    kindOf: () => Promise.resolve('practice'),
    serviceOf: () => Promise.resolve({ url: service!.url }),
    practice: () => undefined,
    desks: { of: () => Promise.resolve(undefined), remember: () => Promise.resolve() },
    hasMoved: () => Promise.resolve(false),
    folderOf: () => Promise.resolve(undefined),
    startPractice: () => Promise.resolve(),
    fetch: async (url, { method = 'GET', headers, body }) => {
      const { pathname, search } = new URL(url)
      const sent = body as string | Uint8Array | undefined
      const answer = await ask(method, pathname + search, headers as Record<string, string>, sent)
      return Response.json(answer.body, { status: answer.status })
    },
    journal: { append: () => Promise.resolve(), entries: () => Promise.resolve([]) },
    signing: createSigning({ load: () => Promise.resolve(undefined), save: () => Promise.resolve() }),
    now: Date.now,
  })
  return <C extends ChannelName>(channel: C, request: object) =>
    channels.get(channel)!({}, BOOK, request) as Promise<Result<C>>
}

describe('a service other machines can reach', { timeout: 120_000 }, () => {
  it('does not start without accounts, nor with a list or a certificate that is none, and says why', async () => {
    await expect(start()).rejects.toThrow(NoAccounts)
    await writeFile(accountsFile, JSON.stringify([{ enterprise: office.code, publicKeys: ['nonsense'] }]))
    await expect(start()).rejects.toThrow(AccountsFileError)
    await writeFile(
      accountsFile,
      JSON.stringify([
        { enterprise: office.code, publicKeys: [office.keys.publicKey], requestsPerSecond: 5 },
      ]),
    )
    const pair = makeSelfSigned(['localhost'], Date.now())
    const other = makeSelfSigned(['localhost'], Date.now())
    const [certFile, keyFile] = [path.join(directory, 'c.pem'), path.join(directory, 'k.pem')]
    await writeFile(certFile, pair.cert)
    for (const key of ['nonsense', other.key]) {
      await writeFile(keyFile, key)
      await expect(start({ tls: { certFile, keyFile } })).rejects.toThrow(IdentityError)
    }
    await writeFile(keyFile, pair.key)
    await start({ tls: { certFile, keyFile } })
    expect(service!.fingerprint).toBe(new X509Certificate(pair.cert).fingerprint256)
  })

  it('speaks TLS only, with a certificate that stays and that systems accept for its names', async () => {
    await start()
    const { fingerprint, url } = service!
    await expect(fetch(url.replace('https:', 'http:'))).rejects.toThrow()
    const { port } = new URL(url)
    const certificate = await new Promise<X509Certificate>((resolve, reject) => {
      const socket = tls.connect({ port: Number(port), host: '127.0.0.1', rejectUnauthorized: false }, () => {
        resolve(socket.getPeerX509Certificate()!)
        socket.end()
      })
      socket.on('error', reject)
    })
    expect([certificate.checkHost('localhost'), certificate.checkIP('127.0.0.1')]).toEqual([
      'localhost',
      '127.0.0.1',
    ])
    expect(certificate.verify(certificate.publicKey)).toBe(true)
    // A client that was given this certificate to trust needs no exception.
    await new Promise<void>((resolve, reject) => {
      const socket = tls.connect(
        { port: Number(port), host: '127.0.0.1', servername: 'localhost', ca: certificate.toString() },
        () => (socket.authorized ? resolve() : reject(socket.authorizationError)),
      )
      socket.on('error', reject)
      socket.on('secureConnect', () => socket.end())
    })
    await service!.stop()
    await start()
    expect(service!.fingerprint).toBe(fingerprint)
  })

  it('lets accounts sign in and send with their keys, and nobody else', async () => {
    await start()
    expect((await ask('GET', '/v1/capabilities')).status).toBe(200)
    expect((await ask('GET', '/v1/receipts')).body.error?.code).toBe('unauthorised')
    expect((await signIn(office.code, makeKeyPair())).body.error?.code).toBe('account-unknown')
    expect((await signIn('STRANGER', makeKeyPair())).body.error?.code).toBe('account-unknown')
    const session = await signIn(office.code, office.keys)
    const own = as(office.code, session)
    const sent = await batch(dossier('L-1'), {
      enterprise: { ...enterprise, code: office.code },
      signer: office.keys,
    })
    const put = await ask(
      'PUT',
      `/v1/batches/${sent.id}`,
      { ...own, 'content-type': 'application/zip', 'x-content-sha256': sent.sha256 },
      sent.bytes,
    )
    expect([put.status, put.body['state']]).toEqual([200, 'accepted'])
    expect((await ask('GET', '/v1/receipts', { ...own, 'x-enterprise': 'OTHER' })).status).toBe(403)
    expect((await ask('GET', '/v1/practice/overview', own)).body.error?.code).toBe('operator-only')
    const fault = await ask('GET', '/v1/receipts', { ...own, 'x-practice-fault': 'restore' })
    expect(fault.body.error?.code).toBe('operator-only')
  })

  it('holds an account to its rate and guesses to a trickle, each for itself', async () => {
    await start()
    const own = as(office.code, await signIn(office.code, office.keys))
    const answers = await Promise.all(Array.from({ length: 40 }, () => ask('GET', '/v1/receipts', own)))
    const limited = answers.filter(({ status }) => status === 429)
    expect(limited.length).toBeGreaterThan(0)
    expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThanOrEqual(20)
    expect(limited[0]!.body.error?.code).toBe('rate-limited')
    const guesses = await Promise.all(
      Array.from({ length: 40 }, (_, n) =>
        ask('GET', '/v1/receipts', { authorization: `Bearer guess-${n}` }),
      ),
    )
    expect(new Set(guesses.map(({ status }) => status))).toEqual(new Set([401, 429]))
    const operator = { authorization: `Bearer ${TOKEN}`, 'x-enterprise': office.code }
    expect((await ask('GET', '/v1/receipts', operator)).status).toBe(200)
  })

  it('enrols a key by a one-time code from the command line', async () => {
    const code = '91131000000000L002'
    const added = await run('single-window', 'account', 'add', '--enterprise', code, '--data', directory)
    const { enrolmentCode } = added.out as { enrolmentCode: string }
    await start()
    const keys = makeKeyPair()
    expect((await signIn(code, keys)).status).toBe(403)
    expect((await signIn(code, keys, enrolmentCode.toLowerCase())).status).toBe(200)
    expect((await signIn(code, keys)).status).toBe(200)
    expect((await signIn(code, makeKeyPair(), enrolmentCode)).status).toBe(403)
    // As the queue of the app enters it: the account of the book at this address, the code as it was typed.
    const call = channelsOfMain()
    const other = '91131000000000L003'
    const operator = { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' }
    const made = await ask('POST', '/v1/practice/accounts', operator, JSON.stringify({ enterprise: other }))
    const account = accountOf((await call('exchange.status', {})).service!, other)
    const unknown = await call('exchange.receipts', { account, limit: 1 })
    expect(unknown).toMatchObject({ ok: false, failure: { kind: 'auth', code: 'account-unknown' } })
    expect(await call('exchange.signIn', { account, enrolment: 'WRONG-CODE' })).toMatchObject({ ok: false })
    const typed = { account, enrolment: String(made.body['enrolmentCode']) }
    expect(await call('exchange.signIn', typed)).toEqual({ ok: true, value: {} })
    expect(await call('exchange.receipts', { account, limit: 1 })).toMatchObject({ ok: true })
    await service!.stop()
    service = undefined
    const removed = await run('single-window', 'account', 'remove', '--enterprise', code, '--data', directory)
    expect(removed.code).toBe(0)
    const left = await run('single-window', 'account', 'list', '--data', directory)
    expect(JSON.stringify(left.out)).not.toContain(code)
    expect((await run('single-window', 'account', 'add', '--data', directory)).code).toBe(2)
  })
})
