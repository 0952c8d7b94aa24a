import type { Server } from 'node:http'
import { leaveByForce } from './app'
import { serve } from './loopback'
import { readOwn, writeOwn } from './profile'

/**
 * Chromium knows no `app:` scheme from outside, so each origin of ours gets a loopback server on a port that stays
 * the same for the profile: the port is part of the origin, and with it of the identity of every database.
 */
type Origin = { app: string; web: string; server: Server }

const open = new Map<string, Promise<Origin>>()
const known: Origin[] = []
const file = 'origins.json'

/** Below the range from which systems take ports for outgoing connections, above the ones browsers refuse. */
const lowest = 20_000
const highest = 32_000

export async function toWeb(url: string, handled: (scheme: string) => boolean): Promise<string> {
  const { protocol, host, pathname, search, hash } = new URL(url)
  if (!handled(protocol.slice(0, -1))) return url
  const app = `${protocol}//${host}`
  let origin = open.get(app)
  if (!origin) open.set(app, (origin = start(app)))
  return (await origin).web + pathname + search + hash
}

/** The address as the app knows it. */
export function toApp(url: string): string {
  const origin = known.find(({ web }) => url === web || url.startsWith(`${web}/`))
  return origin ? origin.app + url.slice(origin.web.length) : url
}

async function start(app: string): Promise<Origin> {
  const ports = readOwn<Record<string, number>>(file, {})
  const [server, port] = ports[app] ? [await listen(app, ports[app]), ports[app]] : await listenAnywhere(app)
  if (!server) {
    // On another port the databases would seem empty; so nothing at all may go on.
    process.stderr.write(
      `stand-in: port ${port}, to which this profile's data belongs, is in use. End the other program (or the other copy of this profile) and start again.\n`,
    )
    leaveByForce(1)
  }
  writeOwn(file, { ...ports, [app]: port })
  const origin = { app, web: `http://127.0.0.1:${port}`, server }
  known.push(origin)
  return origin
}

async function listenAnywhere(app: string): Promise<[Server | null, number]> {
  for (;;) {
    const port = lowest + Math.floor(Math.random() * (highest - lowest))
    const server = await listen(app, port)
    if (server) return [server, port]
  }
}

function listen(app: string, port: number): Promise<Server | null> {
  const server = serve(app, `127.0.0.1:${port}`)
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(null) : reject(error),
    )
    server.listen(port, '127.0.0.1', () => resolve(server))
  })
}

/** Where pages of the app keep their data. */
export const originsInUse = () => known.map(({ web }) => web)
