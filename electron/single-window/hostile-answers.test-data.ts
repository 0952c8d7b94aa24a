import { readFileSync } from 'node:fs'
import fc from 'fast-check'

export type Json = Record<string, unknown>
export type Operation = { method: string; url: string; answer: Json; path: RegExp; names: string[] }

const document = JSON.parse(
  readFileSync(new URL('../../shared/protocol/openapi.json', import.meta.url), 'utf8'),
) as { paths: Record<string, Record<string, Json>>; components: { schemas: Record<string, Json> } }

/** Every operation of the interface that answers with JSON, by the published document: nothing of the client's own schemas. */
const operations = Object.entries(document.paths).flatMap(([url, methods]) =>
  Object.entries(methods).flatMap(([method, described]): Operation[] => {
    const responses = described['responses'] as Record<string, { content?: Record<string, { schema: Json }> }>
    const answer = responses['200']?.content?.['application/json']?.schema
    if (!answer) return []
    const names = [...url.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!)
    const path = new RegExp(`^${url.replace(/\{\w+\}/g, '([^/]+)')}$`)
    return [{ method: method.toUpperCase(), url, answer: inlined(answer), path, names }]
  }),
)

function inlined(schema: unknown): Json {
  if (Array.isArray(schema)) return schema.map(inlined) as unknown as Json
  if (typeof schema !== 'object' || schema === null) return schema as Json
  const ref = (schema as Json)['$ref']
  if (typeof ref === 'string') return inlined(document.components.schemas[ref.split('/').at(-1)!])
  return Object.fromEntries(Object.entries(schema).map(([name, value]) => [name, inlined(value)]))
}

/** The smallest answer that has every part: one row in each list, what may be left out is there too. */
function sample(schema: Json): unknown {
  const options = (schema['anyOf'] ?? schema['oneOf']) as Json[] | undefined
  if (options) return sample(options[0]!)
  if (schema['const'] !== undefined) return schema['const']
  if (Array.isArray(schema['enum'])) return schema['enum'][0]
  if (schema['format'] === 'date-time') return '2026-03-02T02:00:00.000Z'
  if (schema['pattern'] !== undefined)
    return fc.sample(fc.stringMatching(new RegExp(String(schema['pattern']))), { numRuns: 1, seed: 7 })[0]
  switch (schema['type']) {
    case 'object': {
      const properties = (schema['properties'] ?? {}) as Record<string, Json>
      return Object.fromEntries(Object.entries(properties).map(([name, one]) => [name, sample(one)]))
    }
    case 'array':
      return [sample(schema['items'] as Json)]
    case 'integer':
    case 'number':
      return Math.max(1, Number(schema['minimum'] ?? 1))
    case 'boolean':
      return true
    case 'null':
      return null
    default:
      return 'x'
  }
}

/** What an answer repeats of the question, where it is no part of the address. */
export const repeated = { message: 'CEB603', businessKey: 'C1', key: 'WB-1', claim: '202601-001' }

const operationOf = (method: string, path: string) =>
  operations.find((one) => one.method === method && one.path.test(path))

const made = new Map<Operation, Json>()
function madeOnce(operation: Operation): Json {
  const answer = made.get(operation) ?? (sample(operation.answer) as Json)
  made.set(operation, answer)
  return answer
}

/** What an honest service answers; capabilities say that it offers everything this client can do. */
export function honest(method: string, target: string): { operation: Operation; answer: Json } {
  const path = new URL(target).pathname
  const operation = operationOf(method, path)!
  const answer = madeOnce(operation)
  const parts = operation.path.exec(path)!.slice(1).map(decodeURIComponent)
  const repeats: Json = {
    ...repeated,
    ...Object.fromEntries(operation.names.map((name, i) => [name, parts[i]])),
  }
  const repeating = (record: Json): Json =>
    Object.fromEntries(Object.entries(record).map(([name, value]) => [name, repeats[name] ?? value]))
  if (operation.url === '/v1/capabilities') {
    const service = { ...(answer['service'] as Json), practice: true }
    return { operation, answer: { ...answer, service, functions: ['batches', 'session'] } }
  }
  if (operation.url === '/v1/documents')
    return { operation, answer: { ...answer, documents: (answer['documents'] as Json[]).map(repeating) } }
  return { operation, answer: repeating(answer) }
}

export type Hostile = (answer: Json, operation: Operation) => Response | Promise<Response>
export const text = (body: BodyInit, init: ResponseInit = {}) =>
  new Response(body, { headers: { 'content-type': 'application/json' }, ...init })

const deep = (inner: string) => `${'['.repeat(100_000)}${inner}${']'.repeat(100_000)}`
const longer = (answer: Json, more: string) => `${JSON.stringify(answer).slice(0, -1)},${more}}`
const refusal = (error: unknown, status: number) => text(JSON.stringify({ error }), { status })
const long = '长'.repeat(5_000)

/** Answers that no honest service gives, each made from what it would have said. */
export const hostileForms: Readonly<Record<string, Hostile>> = {
  'cut off in the middle': (answer) => text(JSON.stringify(answer).slice(0, -1)),
  'no JSON at all': () => text('<html>sign in</html>', { headers: { 'content-type': 'text/html' } }),
  nothing: () => new Response(null, { status: 204 }),
  'a bare value': () => text('"yes"'),
  'a list': (answer) => text(JSON.stringify([answer])),
  'in another encoding': (answer) =>
    text(Buffer.from(JSON.stringify({ ...answer, note: 'ä' }), 'latin1'), {
      headers: { 'content-type': 'application/json; charset=iso-8859-1' },
    }),
  'in UTF-16': (answer) => text(Buffer.from(JSON.stringify(answer), 'utf16le')),
  'with a depth without end': (answer) => text(longer(answer, `"deep":${deep('1')}`)),
  'with every name twice, the second time of another type': (answer) =>
    text(
      longer(
        answer,
        Object.keys(answer)
          .map((name) => `${JSON.stringify(name)}:-0.5`)
          .join(','),
      ),
    ),
  'broken off': () =>
    text(new ReadableStream({ pull: (stream) => stream.error(new TypeError('terminated')) })),
  'a redirect to elsewhere': (answer) =>
    text(JSON.stringify(answer), { status: 307, headers: { location: 'https://elsewhere.example/v1' } }),
  'not modified': () => new Response(null, { status: 304 }),
  'a refusal whose words never end': () =>
    refusal({ code: 'busy', message: { zh: long, en: long }, fix: { zh: long, en: long } }, 503),
  'a refusal of nonsense': () => refusal({ code: { a: 1 }, retryAfterSeconds: -5 }, 400),
  'a refusal with nothing': () => new Response(null, { status: 500 }),
  'a refusal that waits for ever': () =>
    text('{}', { status: 429, headers: { 'retry-after': '9'.repeat(400) } }),
}

/** The same that take long to make: for one call, because all of them read by the same loop. */
export const heavyForms: Readonly<Record<string, Hostile>> = {
  'with millions of empty values': (answer) => text(longer(answer, `"wide":[${'[],'.repeat(4_000_000)}[]]`)),
  'larger than any page': () => {
    const part = new Uint8Array(8 * 1_048_576).fill(32)
    let pulled = 0
    const pull = (stream: ReadableStreamDefaultController) => {
      if ((pulled += 1) > 9) throw new Error('read beyond what any answer may have')
      stream.enqueue(part)
    }
    return text(new ReadableStream({ pull }, { highWaterMark: 0 }))
  },
}
