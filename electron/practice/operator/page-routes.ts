import { readFile } from 'node:fs/promises'
import type { FastifyInstance } from 'fastify'

/** The policy of the app's own windows, word for word. */
const POLICY =
  "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self'; img-src 'self' data: blob:; " +
  "font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

const headers = {
  'content-security-policy': POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cache-control': 'no-store',
}

/** Files of the page, which lie in `page/` beside this module, in the sources as in the built service. */
export const pageFiles = {
  'index.html': 'text/html; charset=utf-8',
  'page.css': 'text/css; charset=utf-8',
  'page.js': 'text/javascript; charset=utf-8',
  'api.js': 'text/javascript; charset=utf-8',
  'dom.js': 'text/javascript; charset=utf-8',
  'text.js': 'text/javascript; charset=utf-8',
  'documents.js': 'text/javascript; charset=utf-8',
  'steering.js': 'text/javascript; charset=utf-8',
} as const

/** The operator page: plain HTML that holds no data; what it shows it asks for with the operator's token. */
export function pageRoutes(server: FastifyInstance): void {
  const add = (url: string, name: string, type: string) =>
    server.get(url, { config: { access: 'page' } }, async (_request, reply) => {
      void reply.headers(headers).type(type)
      return readFile(new URL(`./page/${name}`, import.meta.url))
    })
  add('/operator/', 'index.html', pageFiles['index.html'])
  for (const [name, type] of Object.entries(pageFiles)) add(`/operator/${name}`, name, type)
}
