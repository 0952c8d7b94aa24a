import type { NetworkCause } from '#shared/protocol/errors'

const causes: readonly (readonly [RegExp, NetworkCause])[] = [
  [/ENOTFOUND|EAI_AGAIN|ERR_NAME_NOT_RESOLVED|ERR_DNS/, 'dns'],
  [/CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ERR_SSL|ERR_TLS|EPROTO/, 'tls'],
  [/PROXY|TUNNEL/, 'proxy'],
  [/TIMED_?OUT|TimeoutError|UND_ERR_.*TIMEOUT/, 'timeout'],
  [/ABORT/i, 'aborted'],
]

/**
 * Ends before there is a connection to send on: no address, nobody there, no way through the proxy, a certificate that
 * is not believed. What may also end a connection that was in use (reset, timeout, a TLS alarm) is not among them.
 */
const beforeConnection =
  /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|UND_ERR_CONNECT_TIMEOUT|ERR_NAME_NOT_RESOLVED|ERR_CONNECTION_REFUSED|ERR_INTERNET_DISCONNECTED|ERR_PROXY_CONNECTION_FAILED|ERR_TUNNEL_CONNECTION_FAILED|(ERR_CERT|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_VERIFY)_\w+)\b/

/** Everything an error says: hosts put it in the name, the code or the message, of the error or of what caused it. */
function saidBy(error: unknown): string {
  const said: string[] = []
  for (let at: unknown = error; at instanceof Error && said.length < 30; at = at.cause) {
    said.push(at.name, (at as NodeJS.ErrnoException).code ?? '', at.message)
  }
  return said.join(' ')
}

/** Why there is no answer. */
export function causeOf(error: unknown): NetworkCause {
  const text = saidBy(error)
  return causes.find(([pattern]) => pattern.test(text))?.[1] ?? 'network'
}

/**
 * Whether surely no connection was made. Chromium sends again by itself when a kept connection breaks, so one refused
 * after that may follow bytes that left: nobody may make anything anew on the strength of this, only say 未发出 and send
 * the same bytes.
 */
export const neverConnected = (error: unknown): boolean => beforeConnection.test(saidBy(error))
