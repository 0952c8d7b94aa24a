import { createServer } from 'node:http'
import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import type { AddressInfo } from 'node:net'
import { contentSecurityPolicy } from '../../electron/shell/csp'

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
}

/** The page under the app's own policy, and the lines it is to import, on loopback. */
export async function serve(folder: string, lines: Uint8Array): Promise<{ url: string; close: () => void }> {
  const server = createServer((request, response) => {
    void (async () => {
      const path = decodeURIComponent(new URL(request.url ?? '/', 'http://page').pathname)
      const file = normalize(join(folder, path === '/' ? 'index.html' : path))
      try {
        if (!file.startsWith(folder + sep)) throw new Error('outside')
        const body = path === '/lines.csv' ? lines : await readFile(file)
        response.writeHead(200, {
          'content-security-policy': contentSecurityPolicy,
          'content-type': types[extname(file)] ?? 'application/octet-stream',
        })
        response.end(body)
      } catch {
        response.writeHead(404).end()
      }
    })()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}/`, close: () => void server.close().closeAllConnections() }
}
