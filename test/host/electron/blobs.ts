import { randomBytes, randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { blobPath } from '../page/post'

/** Bytes on their way between a page's preload and the host: put by one side, taken once by the other. */
const blobs = new Map<string, Uint8Array>()

/** Known to the preload's world only, so that the page itself cannot read or put bytes. */
export const blobToken = randomBytes(32).toString('hex')

export function putBlob(bytes: Uint8Array): string {
  const id = randomUUID()
  blobs.set(id, bytes)
  return id
}

export function takeBlob(id: string): Uint8Array {
  const bytes = blobs.get(id)
  if (!bytes) throw new Error('stand-in: the bytes of a message did not arrive')
  blobs.delete(id)
  return bytes
}

export async function serveBlob(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const id = request.url!.slice(blobPath.length)
  if (request.headers['x-stand-in-token'] !== blobToken) {
    response.writeHead(403).end()
  } else if (request.method === 'PUT') {
    // A copy of its own, because the pieces of a request share one larger buffer.
    blobs.set(id, new Uint8Array(await buffer(request)))
    response.writeHead(204).end()
  } else {
    response.writeHead(200, { 'content-type': 'application/octet-stream', 'cache-control': 'no-store' })
    response.end(takeBlob(id))
  }
}
