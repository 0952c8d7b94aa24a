import http from 'node:http'
import https from 'node:https'
import { once } from 'node:events'
import { Readable } from 'node:stream'
import type { TLSSocket } from 'node:tls'
import tls from 'node:tls'
import type { Socket } from 'node:net'
import { judgeCertificate } from './certificates'
import { resolveProxy } from './proxy'
import { schemeHandlers } from './protocol'

const redirects = 20
const noBody = new Set([101, 204, 205, 304])

/** `net.fetch`: as the browser's fetch, but by main, through the system's proxy, judged by the session's certificate function. */
export async function fetchThroughSession(
  input: string | Request,
  init?: RequestInit & { bypassCustomProtocolHandlers?: boolean },
): Promise<Response> {
  const request = new Request(input, init)
  const own = schemeHandlers.get(new URL(request.url).protocol.slice(0, -1))
  if (own && !init?.bypassCustomProtocolHandlers) return own(request)
  if (!/^https?:/.test(request.url)) throw new TypeError('net::ERR_UNKNOWN_URL_SCHEME')
  const hasBody = request.method !== 'GET' && request.method !== 'HEAD'
  const body = hasBody ? Buffer.from(await request.arrayBuffer()) : null
  return follow(request, request.url, request.method, body, redirects)
}

async function follow(
  request: Request,
  url: string,
  method: string,
  body: Buffer | null,
  left: number,
): Promise<Response> {
  const answer = await exchange(request, url, method, body)
  const { statusCode: status = 0 } = answer
  const location = answer.headers.location
  const redirected = [301, 302, 303, 307, 308].includes(status) && location !== undefined
  if (!redirected || request.redirect === 'manual') return toResponse(answer, url)
  answer.destroy()
  if (request.redirect === 'error') throw new TypeError('net::ERR_FAILED')
  if (left === 0) throw new TypeError('net::ERR_TOO_MANY_REDIRECTS')
  const asGet = status === 303 || (status < 303 && method === 'POST')
  const next = new URL(location, url).href
  return follow(request, next, asGet ? 'GET' : method, asGet ? null : body, left - 1)
}

async function exchange(
  request: Request,
  url: string,
  method: string,
  body: Buffer | null,
): Promise<http.IncomingMessage> {
  const { protocol, hostname } = new URL(url)
  const proxy = resolveProxy(url).replace(/^DIRECT$|^PROXY /, '')
  const headers = Object.fromEntries(request.headers)
  const { signal } = request
  try {
    let outgoing: http.ClientRequest
    if (protocol === 'https:') {
      const socket = await secured(url, proxy, signal)
      await judgeCertificate(socket, hostname)
      outgoing = https.request(url, { method, headers, signal, createConnection: () => socket })
    } else if (proxy) {
      const [host, port] = proxy.split(':')
      outgoing = http.request({
        host,
        port,
        path: url,
        method,
        headers: { ...headers, host: new URL(url).host },
        signal,
      })
    } else outgoing = http.request(url, { method, headers, signal, agent: false })
    outgoing.end(body ?? undefined)
    const answered = once(outgoing, 'response')
    const [answer] = (await (proxy && protocol === 'http:' ? answered.catch(proxyFailed) : answered)) as [
      http.IncomingMessage,
    ]
    return answer
  } catch (error) {
    throw asNetError(error as NodeJS.ErrnoException)
  }
}

/** A TLS connection whose certificate is still to be judged. */
async function secured(url: string, proxy: string, signal: AbortSignal): Promise<TLSSocket> {
  const { hostname, port } = new URL(url)
  const target = { host: hostname, port: Number(port || 443) }
  const socket = proxy ? await tunnel(proxy, target, signal) : undefined
  const name = /^[\d.]+$|:/.test(hostname) ? '' : hostname
  const connection = tls.connect({
    ...(socket ? { socket } : target),
    servername: name,
    rejectUnauthorized: false,
    ALPNProtocols: ['http/1.1'],
  })
  await once(connection, 'secureConnect', { signal })
  return connection
}

async function tunnel(
  proxy: string,
  target: { host: string; port: number },
  signal: AbortSignal,
): Promise<Socket> {
  const [host, port] = proxy.split(':')
  const request = http.request({
    host,
    port,
    method: 'CONNECT',
    path: `${target.host}:${target.port}`,
    signal,
  })
  request.end()
  const [answer, socket] = (await once(request, 'connect').catch(proxyFailed)) as [
    http.IncomingMessage,
    Socket,
  ]
  if (answer.statusCode !== 200) throw new TypeError('net::ERR_TUNNEL_CONNECTION_FAILED')
  return socket
}

/** A proxy that is not there is another error than a server that is not. */
function proxyFailed(error: Error): never {
  if (error.name === 'AbortError') throw error
  throw new TypeError('net::ERR_PROXY_CONNECTION_FAILED', { cause: error })
}

function toResponse(answer: http.IncomingMessage, url: string): Response {
  const headers = new Headers()
  for (let at = 0; at < answer.rawHeaders.length; at += 2) {
    headers.append(answer.rawHeaders[at]!, answer.rawHeaders[at + 1]!)
  }
  const status = answer.statusCode!
  const empty = noBody.has(status)
  if (empty) answer.resume()
  const response = new Response(empty ? null : (Readable.toWeb(answer) as BodyInit), {
    status,
    statusText: answer.statusMessage ?? '',
    headers,
  })
  Object.defineProperty(response, 'url', { value: url })
  return response
}

/** Node's error codes in the words Chromium's network stack uses. */
function asNetError(error: NodeJS.ErrnoException): Error {
  if (error.name === 'AbortError' || error instanceof TypeError) return error
  const names: Record<string, string> = {
    ECONNREFUSED: 'net::ERR_CONNECTION_REFUSED',
    ECONNRESET: 'net::ERR_CONNECTION_RESET',
    EPIPE: 'net::ERR_CONNECTION_RESET',
    ENOTFOUND: 'net::ERR_NAME_NOT_RESOLVED',
    EAI_AGAIN: 'net::ERR_NAME_NOT_RESOLVED',
    ETIMEDOUT: 'net::ERR_CONNECTION_TIMED_OUT',
    EHOSTUNREACH: 'net::ERR_ADDRESS_UNREACHABLE',
    ENETUNREACH: 'net::ERR_INTERNET_DISCONNECTED',
  }
  return new TypeError(names[error.code ?? ''] ?? 'net::ERR_FAILED', { cause: error })
}
