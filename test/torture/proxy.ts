import { X509Certificate } from 'node:crypto'
import { once } from 'node:events'
import net, { type AddressInfo, type Socket } from 'node:net'
import tls from 'node:tls'
import { RequestReader, type Head } from './request-reader'

/** What becomes of one request. Thirds are of its body; a kill happens there and the rest goes on as it may. */
export type Fate =
  | { kind: 'pass' }
  | { kind: 'late'; ms: number }
  | { kind: 'lost'; ms: number }
  | { kind: 'reset'; third: 0 | 1 | 2 | 3 }
  | { kind: 'answer-lost' }
  | { kind: 'proxy-sign-in' }
  | { kind: 'kill-service'; third: 0 | 1 | 2 | 3 }

export type Identity = { key: string; cert: string }
const fingerprint = ({ cert }: Identity) => new X509Certificate(cert).fingerprint256
const signIn =
  'HTTP/1.1 407 Proxy Authentication Required\r\nproxy-authenticate: Basic realm="office"\r\n' +
  'content-type: text/html\r\ncontent-length: 24\r\n\r\n<html>sign in</html>\r\n\r\n'

/**
 * A line between a client and a service that does to each request what it is told. Over TLS it shows the identity it
 * was given last, so that somebody else's certificate can come in between.
 */
export class Proxy {
  readonly counts: Record<string, number> = {}
  readonly #server: net.Server | tls.Server
  readonly #open = new Set<Socket>()
  #shown: string | undefined

  private constructor(
    readonly target: () => number,
    readonly fateOf: (head: Head) => Fate,
    readonly killService: () => void,
    identity: Identity | undefined,
  ) {
    this.#shown = identity && fingerprint(identity)
    // A handshake that began before the certificate was changed ends after it, and tells nothing about the new one.
    const serveShown = (socket: tls.TLSSocket) =>
      socket.getX509Certificate()?.fingerprint256 === this.#shown ? this.#serve(socket) : socket.destroy()
    this.#server = identity
      ? tls.createServer(identity, serveShown)
      : net.createServer((socket) => this.#serve(socket))
  }

  /** @param target port of the service now; it changes when the service starts again */
  static async open(
    target: () => number,
    fateOf: (head: Head) => Fate,
    killService: () => void,
    identity?: Identity,
  ): Promise<Proxy> {
    const proxy = new Proxy(target, fateOf, killService, identity)
    proxy.#server.listen(0, '127.0.0.1')
    await once(proxy.#server, 'listening')
    return proxy
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port
  }

  show(identity: Identity): void {
    ;(this.#server as tls.Server).setSecureContext(identity)
    this.#shown = fingerprint(identity)
    this.cut()
  }

  /** Nothing that is still on its way arrives. */
  cut(): void {
    for (const socket of this.#open) socket.destroy()
  }

  async close(): Promise<void> {
    this.#server.close()
    this.cut()
    await once(this.#server, 'close')
  }

  #count(what: string): void {
    this.counts[what] = (this.counts[what] ?? 0) + 1
  }

  #serve(client: Socket): void {
    const service = net.connect(this.target(), '127.0.0.1')
    for (const socket of [client, service]) {
      this.#open.add(socket)
      socket.on('error', () => undefined).on('close', () => this.#open.delete(socket))
    }
    const cut = () => {
      // A TLS socket has no reset of its own; closing it is as rude as it gets.
      if (client instanceof tls.TLSSocket) client.destroy()
      else client.resetAndDestroy()
      service.resetAndDestroy()
    }
    service.on('close', () => client.destroy())
    client.on('close', () => service.destroy())
    let hears = true
    let ready: Promise<unknown> = Promise.resolve()
    service.on('data', (bytes) => {
      if (!hears) return cut()
      client.write(bytes)
    })
    const fates = (head: Head) => {
      const fate = this.fateOf(head)
      this.#count(fate.kind)
      hears = fate.kind !== 'answer-lost'
      return fate
    }
    let fate: Fate = { kind: 'pass' }
    const reader = new RequestReader({
      head: (head, bytes) => {
        fate = fates(head)
        if (fate.kind === 'proxy-sign-in') return void client.end(signIn)
        if (fate.kind === 'lost') {
          setTimeout(cut, fate.ms).unref()
          return
        }
        if (fate.kind === 'late') {
          const { ms } = fate
          ready = ready.then(() => new Promise((resolve) => setTimeout(resolve, ms).unref()))
        }
        void ready.then(() => service.write(bytes))
      },
      body: (bytes) => {
        if (fate.kind === 'lost' || fate.kind === 'proxy-sign-in') return
        void ready.then(() => service.write(bytes))
      },
      third: (third) => {
        if (!('third' in fate) || fate.third !== third) return
        const kills = fate.kind === 'kill-service'
        void ready.then(() => {
          // What was written so far is on its way before the line goes or the service dies.
          setImmediate(() => (kills ? this.killService() : cut()))
        })
      },
    })
    client.on('data', (bytes) => reader.feed(bytes))
  }
}
