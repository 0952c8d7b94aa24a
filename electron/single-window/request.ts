import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import type { Outcome } from '#shared/protocol/engine/ports'
import { httpFailure, networkFailure, type Failure } from '#shared/protocol/errors'
import { failureWords } from '#shared/protocol/failure-words'
import { toldBy } from '#shared/protocol/told'
import { causeOf, neverConnected } from './network-cause'

/** `fetch` of the host: Electron's `net.fetch` in the app (system proxy, OS certificates), the global one in the CLI. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>

/** Whether names of requests come back from there unchanged; learnt from its answers. */
export type Echo = { isKept: boolean }

export type HttpRequest = {
  url: string
  method: 'GET' | 'PUT' | 'POST' | 'HEAD' | 'PATCH'
  headers: Record<string, string>
  body?: Uint8Array | string
  timeoutMs: number
  echo?: Echo
}

/** A 2xx answer before anybody looked at what it means; `body` undefined when it is no JSON. */
export type Raw = { status: number; body: unknown; header(name: string): string | undefined }

/** More than any page of receipts; a wrong server must not fill the memory, inflated bytes counted. */
const MOST_ANSWER_BYTES = 64 * 1_048_576
/** No answer of the interface is half as deep, or has half as many values; small texts of brackets become large objects. */
const MOST_DEPTH = 64
const MOST_VALUES = 4_000_000

class TooLarge extends Error {}

async function readBody(response: Response): Promise<Uint8Array> {
  const reader = response.body?.getReader()
  if (!reader) return new Uint8Array()
  // One buffer that doubles: a server that sends single bytes would make millions of parts of them.
  let held = new Uint8Array(65_536)
  let size = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    const end = size + value.byteLength
    if (end > MOST_ANSWER_BYTES) {
      await reader.cancel()
      throw new TooLarge()
    }
    if (end > held.byteLength) {
      const larger = new Uint8Array(Math.max(end, held.byteLength * 2))
      larger.set(held.subarray(0, size))
      held = larger
    }
    held.set(value, size)
    size = end
  }
  return held.subarray(0, size)
}

/** JSON is UTF-8: bytes of another encoding are refused, because what they say would be kept with holes in it. */
function json(bytes: Uint8Array): unknown {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return isBounded(text) ? JSON.parse(text) : undefined
  } catch {
    return undefined
  }
}

function isBounded(text: string): boolean {
  let depth = 0
  let values = 0
  let isText = false
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at]
    if (isText) {
      if (char === '\\') at += 1
      else if (char === '"') isText = false
    } else if (char === '"') isText = true
    else if (char === '[' || char === '{') {
      depth += 1
      values += 1
      if (depth > MOST_DEPTH) return false
    } else if (char === ']' || char === '}') depth -= 1
    else if (char === ',') values += 1
  }
  return values <= MOST_VALUES
}

/**
 * One try of one request. Never throws: whatever the network or the service does becomes a failure that says what to
 * do next. Redirects are not followed, so that the token goes to nobody else; they mean a sign-in page.
 */
export async function tryOnce(
  fetch: Fetch,
  { url, method, headers, body, timeoutMs, echo }: HttpRequest,
  now: () => number,
): Promise<Outcome<Raw>> {
  const requestId = randomUUID()
  const started = now()
  const failed = (failure: Failure): Outcome<never> => ({ ok: false, failure })
  try {
    const response = await fetch(url, {
      method,
      headers: { accept: 'application/json', 'x-request-id': requestId, ...headers },
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
      ...(body === undefined ? {} : { body: body as Uint8Array<ArrayBuffer> | string }),
    })
    const { status } = response
    const header = (name: string) => response.headers.get(name) ?? undefined
    if (isCrossed(header('x-request-id'), requestId, echo)) {
      await response.body?.cancel()
      return failed(networkFailure('crossed'))
    }
    const told = toldBy(header, requestId, started, now())
    const answer = json(await readBody(response))
    if (status >= 300 && status < 400) return failed(networkFailure('not-json'))
    if (!response.ok) return { ...failed(httpFailure(status, answer, header('retry-after'), now())), told }
    return { ok: true, value: { status, body: answer, header }, told }
  } catch (error) {
    if (error instanceof TooLarge) return failed(unreadable(200))
    return failed(networkFailure(causeOf(error), neverConnected(error)))
  }
}

/**
 * An answer that names another request, from where names came back unchanged before, is somebody else's: a proxy mixed them
 * up. Taken for ours, a page of receipts with a later cursor would leave out for ever what lies between. Where a gateway gives
 * names of its own, or takes them away, nothing is concluded.
 */
function isCrossed(named: string | undefined, requestId: string, echo: Echo | undefined): boolean {
  if (!echo || named === undefined) return false
  if (named === requestId) echo.isKept = true
  return echo.isKept && named !== requestId
}

/** One try, and its answer by a schema; what the schema does not know is kept all the same. */
export async function request<T extends z.ZodType>(
  fetch: Fetch,
  { schema, ...http }: HttpRequest & { schema: T },
  now: () => number,
): Promise<Outcome<z.infer<T>>> {
  const tried = await tryOnce(fetch, http, now)
  return tried.ok ? read(tried, schema) : tried
}

/** What a 2xx answer says, by a schema. */
export function read<T extends z.ZodType>(
  { value: { status, body }, told }: Outcome<Raw> & { ok: true },
  schema: T,
): Outcome<z.infer<T>> {
  if (body === undefined) return { ok: false, failure: networkFailure('not-json') }
  const parsed = schema.safeParse(body)
  if (parsed.success) return { ok: true, value: parsed.data, ...(told && { told }) }
  return { ok: false, failure: unreadable(status), ...(told && { told }) }
}

/** It said yes, but not in words we understand: perhaps done, so it is asked again and then shown to a person. */
export function unreadable(status: number): Failure {
  const code = 'answer-unreadable'
  return { kind: 'unknown', code, status, reached: true, line: false, ...failureWords(code) }
}
