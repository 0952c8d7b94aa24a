import { timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import { blobPath } from '../page/post'
import { serveBlob } from './blobs'
import { schemeHandlers } from './protocol'
import { cookieName, secret } from './secret'

/** Serve one app origin through the function that main registered for its scheme. Everybody without the secret gets 403. */
export function serve(app: string, host: string): Server {
  return createServer((request, response) => {
    answer(app, host, request, response).catch(() => response.destroy())
  })
}

async function answer(app: string, host: string, request: IncomingMessage, response: ServerResponse) {
  // A wrong Host is another site's name that was made to point here.
  if (request.headers.host !== host || !hasSecret(request)) {
    response.writeHead(403).end()
    return
  }
  if (request.url!.startsWith(blobPath)) return serveBlob(request, response)
  const handler = schemeHandlers.get(new URL(app).protocol.slice(0, -1))
  if (!handler) throw new Error(`no handler for ${app}`)
  const result = await handler(toRequest(app, host, request))
  // Response.error() is a network error for the page, not a status.
  if (result.status === 0) throw new Error('network error')
  response.writeHead(result.status, Object.fromEntries(result.headers))
  if (!result.body) response.end()
  else await pipeline(Readable.fromWeb(result.body as ReadableStream), response)
}

function toRequest(app: string, host: string, request: IncomingMessage): Request {
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers)) {
    if (['host', 'cookie', 'connection', 'content-length', 'transfer-encoding'].includes(name)) continue
    for (const each of [value ?? []].flat()) headers.append(name, each.replaceAll(`http://${host}`, app))
  }
  const hasBody = request.method !== 'GET' && request.method !== 'HEAD'
  return new Request(app + request.url!, {
    method: request.method,
    headers,
    ...(hasBody ? { body: Readable.toWeb(request) as BodyInit, duplex: 'half' } : {}),
  } as RequestInit)
}

function hasSecret(request: IncomingMessage): boolean {
  const cookies = (request.headers.cookie ?? '').split('; ')
  return cookies.some((cookie) => {
    const given = Buffer.from(cookie)
    const wanted = Buffer.from(`${cookieName}=${secret}`)
    return given.length === wanted.length && timingSafeEqual(given, wanted)
  })
}
