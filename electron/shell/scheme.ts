import { readFile, realpath } from 'node:fs/promises'
import path from 'node:path'
import { contentSecurityPolicy } from './csp'
import { host } from './origin'

const mimeTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
}

const headers = {
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-cache',
}

const refuse = (status: number) => new Response(null, { status, headers })

/**
 * Serve the built renderer from `root`: one host, GET and HEAD only, and only files that really lie inside the
 * root after links are resolved.
 */
export function createSchemeHandler(root: string): (request: Request) => Promise<Response> {
  const realRoot = realpath(root)
  return async (request) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405)
    const url = new URL(request.url)
    if (url.host !== host) return refuse(404)
    const base = await realRoot
    const type = mimeTypes[path.extname(url.pathname)]
    if (!type) return refuse(404)
    try {
      const file = await realpath(path.join(base, decodeURIComponent(url.pathname)))
      if (!file.startsWith(base + path.sep)) return refuse(403)
      const body = request.method === 'HEAD' ? null : new Uint8Array(await readFile(file))
      return new Response(body, { headers: { ...headers, 'content-type': type } })
    } catch {
      return refuse(404)
    }
  }
}
