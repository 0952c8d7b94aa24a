import { createHash } from 'node:crypto'
import { connect, createServer, type Server } from 'node:net'
import path from 'node:path'
import { text } from 'node:stream/consumers'

export type SecondInstance = { argv: string[]; cwd: string; additionalData: unknown }

let server: Server | undefined
let told: Promise<void> = Promise.resolve()

/** The first instance has heard of us; until then a second one must not end. */
export const firstInstanceTold = () => told

/**
 * Take the lock of a profile, or tell its holder about us. Names in the system's own space vanish with their
 * process, however it ends; taking one is atomic.
 */
export function requestLock(
  profile: string,
  additionalData: unknown,
  onSecond: (second: SecondInstance) => void,
): boolean {
  const address = lockAddress(profile)
  const wanted = createServer((socket) => {
    void text(socket).then((message) => {
      onSecond(JSON.parse(message) as SecondInstance)
      socket.end()
    })
  })
  // Node binds before it returns and reports a failure later: the state tells at once.
  wanted.on('error', () => undefined)
  wanted.listen(address)
  if (wanted.listening) {
    wanted.unref()
    server = wanted
    return true
  }
  const second: SecondInstance = { argv: process.argv, cwd: process.cwd(), additionalData }
  told = new Promise((resolve) => {
    // The first one closes its end when it has read everything, or is just ending itself.
    const socket = connect(address)
      .on('error', () => resolve())
      .on('close', () => resolve())
    socket.end(JSON.stringify(second))
    socket.resume()
  })
  return false
}

export function releaseLock(): void {
  server?.close()
  server = undefined
}

function lockAddress(profile: string): string {
  const name = `yiguan-stand-in-${createHash('sha256').update(path.resolve(profile)).digest('hex').slice(0, 32)}`
  if (process.platform === 'win32') return `\\\\.\\pipe\\${name}`
  if (process.platform === 'linux') return `\0${name}`
  throw new Error(`stand-in: requestSingleInstanceLock is not implemented on ${process.platform}`)
}
