import type { Text } from '../model/text'
import { toldError } from './told-error'
import { failureWords } from './failure-words'

/**
 * What a failed request asks for. `retry`: the same again later. `auth`: stop, keep the queue, sign in. `refused`:
 * the service will not take it as it is. `unknown`: a few tries, then a person.
 */
export type FailureKind = 'retry' | 'auth' | 'refused' | 'unknown'

/** A failed request, decided by structured codes only. `reached` false: the service gave no answer at all. */
export type Failure = {
  kind: FailureKind
  /** Our own code (`network`, `timeout`, …), the service's, or `http-NNN`. */
  code: string
  status?: number
  reached: boolean
  /** The whole line is at fault (network, storm), not this batch. */
  line: boolean
  /** Surely no byte of the request left: no connection was made, or this side refused. */
  unsent?: true
  retryAfterSeconds?: number
  message: Text
  fix: Text
}

/** Why there is no answer, as the transport knows it. */
export type NetworkCause =
  'network' | 'timeout' | 'dns' | 'tls' | 'proxy' | 'aborted' | 'not-json' | 'crossed'

const retryStatuses = new Set([408, 425, 429])
const lineStatuses = new Set([429, 503])
const lineCodes = new Set(['busy', 'rate-limited', 'maintenance', 'service-closed'])
/** Codes that pass by themselves, as far as we know them. */
const passingCodes = new Set([...lineCodes, 'internal'])
const refusedStatuses = new Set([400, 404, 405, 406, 409, 410, 411, 413, 414, 415, 422])
/** Nobody waits longer than this on a service's word alone. */
const LONGEST_WAIT_SECONDS = 3_600

/** No answer came. Whether the request arrived is unknown, unless there never was a connection. */
export function networkFailure(cause: NetworkCause, unsent = false): Failure {
  const failure: Failure = { kind: 'retry', code: cause, reached: false, line: true, ...failureWords(cause) }
  return unsent ? { ...failure, unsent: true } : failure
}

/**
 * An answer that is not 2xx. A code in it that is not known here is no sign of a bad line, whatever status it came with:
 * its kind is that of the status and of the hint `retryable`, its tries are counted, and it is shown as it came.
 * @param body parsed JSON; anything without a code (a proxy's page) is judged by the status alone
 * @param retryAfter the header: seconds or an HTTP date
 * @param now milliseconds since 1970, to turn a date into seconds
 */
export function httpFailure(
  status: number,
  body: unknown,
  retryAfter: string | undefined,
  now: number,
): Failure {
  const told = toldError(body)
  const code = told?.code ?? `http-${status}`
  const words = failureWords(code, status)
  const wait = waitSeconds(retryAfter, now) ?? told?.retryAfterSeconds
  return {
    kind: kindOf(status, told),
    code,
    status,
    reached: true,
    line: isLine(status, told?.code),
    ...(wait === undefined ? {} : { retryAfterSeconds: Math.min(wait, LONGEST_WAIT_SECONDS) }),
    message: told?.message ?? words.message,
    fix: told?.fix ?? words.fix,
  }
}

const isLine = (status: number, code: string | undefined) =>
  code === undefined ? lineStatuses.has(status) : lineCodes.has(code)

function kindOf(
  status: number,
  told: { code: string; retryable?: boolean | undefined } | undefined,
): FailureKind {
  if (status === 401 || status === 403 || status === 407) return 'auth'
  if (told && passingCodes.has(told.code)) return 'retry'
  if (told?.retryable !== undefined) return told.retryable ? 'retry' : 'refused'
  if (retryStatuses.has(status) || (status >= 500 && status <= 599)) return told ? 'unknown' : 'retry'
  return refusedStatuses.has(status) ? 'refused' : 'unknown'
}

function waitSeconds(header: string | undefined, now: number): number | undefined {
  if (header === undefined) return undefined
  if (/^\d+$/.test(header.trim())) return Number(header)
  const at = Date.parse(header)
  return Number.isNaN(at) ? undefined : Math.max(0, Math.ceil((at - now) / 1000))
}

/** A status and nothing else: a proxy may have said so, which is no word of the service, nor on a copy that is still carried to it. */
export const isBareStatus = (code: string) => /^http-\d+$/.test(code)

/** Codes of a refused item that pass by themselves: the document goes back into the queue. */
const passingItemCodes = new Set(['busy', 'timeout', 'try-later'])
export const passesByItself = (code: string | undefined) => code !== undefined && passingItemCodes.has(code)
