import { mkdtemp, rm } from 'node:fs/promises'
import { request as httpRequest, METHODS } from 'node:http'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  checkOf,
  document,
  inlined,
  isErrorBody,
  operations,
  type Json,
  type Operation,
} from './contract.test-data'
import { digestOf } from './host'
import { batch, dossier } from './samples'
import { startService, type Service } from './service'

const TOKEN = 'token-of-the-contract-test'
const ENTERPRISE = '91131000000000C001'
let directory: string
let service: Service
let sample: Awaited<ReturnType<typeof batch>>

beforeAll(async () => {
  directory = await mkdtemp(path.join(os.tmpdir(), 'yiguan-contract-'))
  service = await startService({ port: 0, directory, token: TOKEN, pace: 0 })
  sample = await batch(dossier('F-1'))
}, 60_000)
afterAll(async () => {
  await service.stop()
  await rm(directory, { recursive: true, force: true })
})

type Sent = { method: string; path: string; headers: [string, string][]; body?: Uint8Array | string }
type Answer = { status: number; headers: Record<string, string | string[] | undefined>; text: string }

/** A request with exactly these headers, repeated ones included, over a connection of its own kind. */
function send({ method, path: target, headers, body }: Sent): Promise<Answer> {
  const { hostname, port } = new URL(service.url)
  return new Promise((resolve, reject) => {
    const flat = [['host', `${hostname}:${port}`] as [string, string], ...headers].flat()
    const bytes = body === undefined ? undefined : Buffer.from(body)
    if (bytes && !headers.some(([name]) => name === 'content-length'))
      flat.push('content-length', String(bytes.length))
    const request = httpRequest({ hostname, port, method, path: target, headers: flat }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('end', () =>
        resolve({
          status: response.statusCode!,
          headers: response.headers,
          text: Buffer.concat(parts).toString(),
        }),
      )
      response.on('error', reject)
    })
    request.on('error', reject)
    request.end(bytes)
  })
}

const credentials: [string, string][] = [
  ['authorization', `Bearer ${TOKEN}`],
  ['x-enterprise', ENTERPRISE],
]

/** What every answer must be: documented for its operation, with a body of the schema it names; never a 500. */
function conforms({ id, method, responses }: Operation, { status, headers, text }: Answer): void {
  expect(status, `${id}: ${text}`).not.toBe(500)
  const described = responses[String(status)]
  expect(described, `${id} answered ${status}, which is not documented: ${text}`).toBeDefined()
  if (method === 'HEAD' || status === 204) {
    expect(text).toBe('')
    return
  }
  const type = String(headers['content-type'] ?? '').split(';')[0]!
  const schema = described!.content?.[type]?.schema
  expect(described!.content, `${id} ${status} has no ${type}`).toHaveProperty([type])
  if (type !== 'application/json' || !schema) return
  const check = checkOf(schema)
  check(JSON.parse(text))
  expect(check.errors, `${id} ${status}: ${text}`).toBeNull()
}

/** A JSON body that the document does not allow is refused, never taken in. */
function refusesInvalid(
  { id, body }: Operation,
  { headers, body: sent }: Sent,
  { status, text }: Answer,
): void {
  const schema = (body?.['application/json'] as { schema?: Json } | undefined)?.schema
  const isJson = headers.some(([name, value]) => name === 'content-type' && value === 'application/json')
  if (!schema || !isJson || typeof sent !== 'string' || status >= 300) return
  const check = checkOf(schema)
  check(JSON.parse(sent))
  expect(check.errors, `${id} took ${sent} and answered ${status}: ${text}`).toBeNull()
}

/** Values of the parts of a schema that requests use. */
function valid(schema: Json): fc.Arbitrary<unknown> {
  const { type, enum: choices, pattern, format, minimum, minLength = 0, maxLength = 40 } = schema
  if (Array.isArray(choices)) return fc.constantFrom(...(choices as unknown[]))
  if (schema['const'] !== undefined) return fc.constant(schema['const'])
  if (format === 'uuid') return fc.uuid()
  if (format === 'date-time') {
    return fc
      .date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
      .map((d) => d.toISOString())
  }
  if (typeof pattern === 'string') return fc.stringMatching(new RegExp(pattern))
  if (type === 'integer') return fc.integer({ min: Number(minimum ?? 0), max: 1_000_000 })
  if (type === 'object' && schema['properties']) {
    const properties = schema['properties'] as Record<string, Json>
    return fc.record(Object.fromEntries(Object.entries(properties).map(([name, one]) => [name, valid(one)])))
  }
  if (type === 'object')
    return fc.dictionary(fc.string({ maxLength: 20 }), fc.jsonValue({ maxDepth: 3 }), { maxKeys: 6 })
  return fc.string({ minLength: Number(minLength), maxLength: Number(maxLength), unit: 'grapheme' })
}

/** Values that honest clients never send. */
const nasty = fc.oneof(
  fc.constantFrom(
    '',
    '\u0000',
    'a\u0000b',
    '%00',
    '%',
    '%ZZ',
    '../..',
    '-1',
    '0',
    '1e3',
    '1e400',
    'NaN',
    'null',
    '[]',
    '{}',
  ),
  fc.constantFrom(
    "' OR 1=1 --",
    '\ud83d',
    '\ufffe',
    '9'.repeat(400),
    '0.5',
    '٣',
    ' ',
    'true',
    'x'.repeat(3_000),
  ),
  fc.constantFrom('9999-99-99T99:99:99Z', '0.00000000-0000-0000-0000-000000000000'),
  fc.string({ unit: 'binary', maxLength: 60 }),
)

const safeHeader = (value: string) => value.replace(/[^\t\x20-\x7e\x80-\xff]/g, '').trim()
const query = (pairs: [string, string][]) => {
  const text = pairs.map(([name, value]) => `${name}=${encode(value)}`).join('&')
  return text ? `?${text}` : ''
}
/** Percent-encoded, also what is no Unicode. */
const encode = (value: string) =>
  [...Buffer.from(value)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('')

/** A request for an operation, each part as documented or, where `wild` draws so, as it must never be. */
function requests({ method, url, parameters, body }: Operation, wild: boolean): fc.Arbitrary<Sent> {
  const value = (schema: Json) =>
    wild ? fc.oneof(valid(schema).map(String), nasty) : valid(schema).map(String)
  const values = fc.record(
    Object.fromEntries(
      parameters.map((one) => [
        `${one.in} ${one.name}`,
        one.required && !wild ? value(one.schema) : fc.option(value(one.schema), { nil: undefined }),
      ]),
    ),
  )
  const types = Object.keys(body ?? {})
  const bodies = types.map((type) => {
    const schema = inlined((body![type] as { schema?: Json }).schema ?? {})
    const made: fc.Arbitrary<Uint8Array | string> =
      type === 'application/json'
        ? valid(schema).map((one) => JSON.stringify(one))
        : fc.oneof(fc.uint8Array({ maxLength: 300 }), fc.constant(sample.bytes))
    return fc.tuple(fc.constant(type), made)
  })
  const wildBody = fc.tuple(
    fc.constantFrom(
      ...types,
      'application/json',
      'text/plain',
      'application/xml',
      '',
      'application/json; charset=utf-16',
      'a/b/c',
    ),
    fc.oneof(
      nasty,
      fc.json(),
      fc.uint8Array({ maxLength: 300 }),
      fc.constantFrom(
        '{"a":',
        '{"__proto__":{}}',
        '"\\ud800"',
        '{"base":0,"content":{"a":"\\u0000"}}',
        '['.repeat(5_000),
      ),
    ),
  )
  const content: fc.Arbitrary<[string, Uint8Array | string] | undefined> = body
    ? wild
      ? fc.option(fc.oneof(...bodies, wildBody), { nil: undefined })
      : fc.oneof(...bodies)
    : fc.constant(undefined)
  return fc.tuple(values, content).map(([given, filled]) => {
    const all = Object.entries(given as Record<string, string | undefined>)
    const of = (place: string) =>
      all.flatMap(([name, one]): [string, string][] =>
        one !== undefined && name.startsWith(`${place} `) ? [[name.slice(place.length + 1), one]] : [],
      )
    const inPath = new Map(of('path'))
    const target = url.replace(/\{(\w+)\}/g, (_, name: string) => encode(inPath.get(name) || 'x'))
    const headers = [...credentials, ...of('header').filter(([name]) => name !== 'x-enterprise' || wild)]
      .map(([name, one]): [string, string] => [name, safeHeader(one)])
      .filter(([, one]) => one !== '')
    const digest = headers.findIndex(([name]) => name === 'x-content-sha256')
    if (!wild && digest >= 0 && filled)
      headers[digest] = ['x-content-sha256', digestOf(Buffer.from(filled[1]))]
    if (filled?.[0]) headers.push(['content-type', filled[0]])
    return { method, path: `${target}${query(of('query'))}`, headers, ...(filled ? { body: filled[1] } : {}) }
  })
}

/** HEAD comes with GET; the others are no requests to Node's own parser. */
const notAsked = new Set(['HEAD', 'CONNECT', 'QUERY'])

/** `CONTRACT_RUNS=2000 CONTRACT_SEED=7` for a campaign, or for a failure that was found in one. */
const runs = {
  numRuns: Number(process.env['CONTRACT_RUNS'] ?? 25),
  seed: Number(process.env['CONTRACT_SEED'] ?? Date.now() % 1_000_000),
}

describe.each(operations)('$method $url', (operation) => {
  it('answers valid requests as documented', async () => {
    await fc.assert(
      fc.asyncProperty(requests(operation, false), async (sent) => conforms(operation, await send(sent))),
      runs,
    )
  })

  it('answers anything at all as documented', async () => {
    await fc.assert(
      fc.asyncProperty(requests(operation, true), async (sent) => {
        const answer = await send(sent)
        conforms(operation, answer)
        refusesInvalid(operation, sent, answer)
      }),
      runs,
    )
  })

  it('wants a token', async () => {
    const sent = fc.sample(requests(operation, false), 1)[0]!
    const headers = sent.headers.filter(([name]) => name !== 'authorization')
    expect((await send({ ...sent, headers })).status).toBe(401)
  })
})

describe('whatever is asked', () => {
  const paths = Object.keys(document.paths)

  it('other methods get 405 with the ones that are allowed', async () => {
    const known = new Map(
      paths.map((url) => [url, Object.keys(document.paths[url]!).map((one) => one.toUpperCase())]),
    )
    for (const [url, documented] of known) {
      for (const method of METHODS.filter((one) => !notAsked.has(one))) {
        if (documented.includes(method)) continue
        const { status, headers, text } = await send({
          method,
          path: url.replace(/\{\w+\}/g, 'x'),
          headers: credentials,
        })
        expect([url, method, status]).toEqual([url, method, 405])
        for (const one of documented) expect(headers['allow']).toContain(one)
        expect(isErrorBody(text)).toBe(true)
      }
    }
  })

  it('unknown addresses get 404 in words', async () => {
    for (const one of [
      '/',
      '/v1',
      '/v1/batches',
      '/v2/receipts',
      '/v1/receipts/',
      '/V1/receipts',
      '//v1/receipts',
      '/operator/../main.ts',
    ]) {
      const { status, text } = await send({ method: 'GET', path: one, headers: credentials })
      expect([one, status]).toEqual([one, 404])
      expect(isErrorBody(text)).toBe(true)
    }
  })

  it('broken addresses, endless queries and repeated headers are refused in words', async () => {
    const cases: [Sent, number[]][] = [
      [{ method: 'GET', path: '/v1/batches/%ZZ', headers: credentials }, [400]],
      [{ method: 'GET', path: `/v1/receipts?cursor=${'a'.repeat(20_000)}`, headers: credentials }, [400]],
      [{ method: 'GET', path: `/v1/receipts?cursor=${'a'.repeat(100_000)}`, headers: credentials }, [431]],
      [{ method: 'GET', path: `/v1/filings?${'limit=1&'.repeat(500)}`, headers: credentials }, [400]],
      [{ method: 'GET', path: '/v1/receipts', headers: [...credentials, ['x-enterprise', 'B']] }, [400]],
      [
        { method: 'GET', path: '/v1/receipts', headers: [...credentials, ['authorization', 'Bearer b']] },
        [400, 200],
      ],
      [{ method: 'GET', path: '/v1/receipts?limit=-1', headers: credentials }, [400]],
      [{ method: 'GET', path: '/v1/documents?since=9999-99-99T99:99:99Z', headers: credentials }, [400]],
      [{ method: 'GET', path: '/v1/documents?businessKey=a%00b', headers: credentials }, [400]],
    ]
    for (const [sent, statuses] of cases) {
      const { status, text } = await send(sent)
      expect([sent.path.slice(0, 60), statuses.includes(status)]).toEqual([sent.path.slice(0, 60), true])
      if (status !== 200) expect(isErrorBody(text)).toBe(true)
    }
  })

  it('bodies above the limit get 413, and what is no HTTP gets 400', async () => {
    const large = Buffer.alloc(9 * 1_048_576)
    const put: Sent = {
      method: 'PUT',
      path: `/v1/batches/${sample.id}`,
      headers: [...credentials, ['content-type', 'application/zip'], ['x-content-sha256', digestOf(large)]],
      body: large,
    }
    const refused = await send(put).catch((error: NodeJS.ErrnoException) => error.code)
    // The service closes while bytes are still under way; a client that reads late sees only that.
    if (typeof refused === 'object') expect(refused.status).toBe(413)
    else expect(['EPIPE', 'ECONNRESET']).toContain(refused)
    const { hostname, port } = new URL(service.url)
    const raw = await new Promise<string>((resolve, reject) => {
      const socket = net.connect(Number(port), hostname, () => socket.write('\u0001\u0002 nonsense\r\n\r\n'))
      let text = ''
      socket.on('data', (part) => (text += part.toString()))
      socket.on('end', () => resolve(text))
      socket.on('error', reject)
    })
    expect(raw).toMatch(/^HTTP\/1\.1 400 /)
    expect(isErrorBody(raw.split('\r\n\r\n')[1]!)).toBe(true)
  })
})
