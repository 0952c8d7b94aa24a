import type { Outcome } from '#shared/protocol/engine/ports'
import { httpFailure, networkFailure, type NetworkCause } from '#shared/protocol/errors'
import { failureWords } from '#shared/protocol/failure-words'
import type { z } from 'zod'

/** `fetch` of the host: Electron's `net.fetch` in the app (system proxy, OS certificates), the global one in the CLI. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>

export type HttpRequest<T extends z.ZodType> = {
  url: string
  method: 'GET' | 'PUT'
  headers: Record<string, string>
  body?: Uint8Array
  timeoutMs: number
  /** Decides whether the answer can be used; what it does not know is kept all the same. */
  schema: T
}

/** More than any page of receipts; a wrong server must not fill the memory. */
const MOST_ANSWER_BYTES = 64 * 1_048_576

const causes: readonly (readonly [RegExp, NetworkCause])[] = [
  [/ENOTFOUND|EAI_AGAIN|ERR_NAME_NOT_RESOLVED|ERR_DNS/, 'dns'],
  [/CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ERR_SSL|ERR_TLS|EPROTO/, 'tls'],
  [/PROXY|TUNNEL/, 'proxy'],
  [/TIMED_?OUT|TimeoutError|UND_ERR_.*TIMEOUT/, 'timeout'],
  [/ABORT/i, 'aborted'],
]

/** Why there is no answer. Hosts say it in the name, the code or the message, of the error or of what caused it. */
export function causeOf(error: unknown): NetworkCause {
  const said: string[] = []
  for (let at: unknown = error; at instanceof Error && said.length < 10; at = at.cause) {
    said.push(at.name, (at as NodeJS.ErrnoException).code ?? '', at.message)
  }
  const text = said.join(' ')
  return causes.find(([pattern]) => pattern.test(text))?.[1] ?? 'network'
}

class TooLarge extends Error {}

async function readBody(response: Response): Promise<string> {
  const reader = response.body?.getReader()
  if (!reader) return ''
  const chunks: Uint8Array[] = []
  let size = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    size += value.byteLength
    if (size > MOST_ANSWER_BYTES) {
      await reader.cancel()
      throw new TooLarge()
    }
    chunks.push(value)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/**
 * One try of one request. Never throws: whatever the network or the service does becomes a failure that says what to
 * do next. Redirects are not followed, so that the token goes to nobody else; they mean a sign-in page.
 */
export async function request<T extends z.ZodType>(
  fetch: Fetch,
  { url, method, headers, body, timeoutMs, schema }: HttpRequest<T>,
  now: () => number,
): Promise<Outcome<z.infer<T>>> {
  try {
    const response = await fetch(url, {
      method,
      headers,
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
      ...(body ? { body: body as Uint8Array<ArrayBuffer> } : {}),
    })
    const { status } = response
    const answer = json(await readBody(response))
    if (status >= 300 && status < 400) return { ok: false, failure: networkFailure('not-json') }
    if (!response.ok) {
      return {
        ok: false,
        failure: httpFailure(status, answer, response.headers.get('retry-after') ?? undefined, now()),
      }
    }
    if (answer === undefined) return { ok: false, failure: networkFailure('not-json') }
    if (schema.safeParse(answer).success) return { ok: true, value: answer as z.infer<T> }
    return unreadable(status)
  } catch (error) {
    if (error instanceof TooLarge) return unreadable(200)
    return { ok: false, failure: networkFailure(causeOf(error)) }
  }
}

/** It said yes, but not in words we understand: perhaps done, so it is asked again and then shown to a person. */
function unreadable(status: number): Outcome<never> {
  const code = 'answer-unreadable'
  return {
    ok: false,
    failure: { kind: 'unknown', code, status, reached: true, line: false, ...failureWords(code) },
  }
}
