import type { Readable, Writable } from 'node:stream'
import { Session } from './session'

type Message = {
  id?: number
  sessionId?: string
  method?: string
  params?: { sessionId?: string }
  result?: object
  error?: { message: string }
}
type Waiting = (message: Message) => void

/** DevTools protocol over Chromium's own pipe: JSON messages that end with a zero byte. */
export class Connection {
  private nextId = 1
  private readonly waiting = new Map<number, Waiting>()
  private readonly sessions = new Map<string, Session>()
  private readonly taps = new Set<(message: Message) => boolean>()
  private closed = false
  readonly browser: Session

  constructor(
    private readonly input: Writable,
    output: Readable,
  ) {
    this.browser = new Session(this.post)
    input.on('error', () => this.close())
    output.on('error', () => this.close())
    output.on('close', () => this.close())
    readZeroTerminated(output, (text) => this.receive(JSON.parse(text) as Message))
  }

  /** The session with this id; the same object each time. */
  session(id: string): Session {
    let session = this.sessions.get(id)
    if (!session) this.sessions.set(id, (session = new Session(this.post, id)))
    return session
  }

  private readonly post = (method: string, params: object | undefined, sessionId: string | undefined) =>
    new Promise<object>((resolve, reject) => {
      const where = new Error()
      this.write({ method, params: params as never, sessionId }, ({ result, error }) => {
        if (result) return resolve(result)
        where.message = `${method}: ${error?.message ?? 'Chromium is gone'}`
        reject(where)
      })
    })

  /** Send a message under an id of this connection's own. `done` gets an answer without result when the pipe closes. */
  write(message: Message, done: Waiting): void {
    if (this.closed) return done({})
    const id = this.nextId++
    this.waiting.set(id, done)
    this.input.write(`${JSON.stringify({ ...message, id })}\0`)
  }

  /** See every event first; `true` keeps it from the sessions here. Returns the way to stop. */
  tap(listener: (message: Message) => boolean): () => void {
    this.taps.add(listener)
    return () => this.taps.delete(listener)
  }

  private receive(message: Message): void {
    if (message.id !== undefined) {
      const done = this.waiting.get(message.id)
      this.waiting.delete(message.id)
      done?.(message)
      return
    }
    for (const tap of this.taps) if (tap(message)) return
    const session = message.sessionId ? this.sessions.get(message.sessionId) : this.browser
    session?.receive(message.method!, message.params)
  }

  private close(): void {
    if (this.closed) return
    this.closed = true
    const unanswered = [...this.waiting.values()]
    this.waiting.clear()
    for (const done of unanswered) done({})
  }
}

function readZeroTerminated(stream: Readable, each: (text: string) => void): void {
  let parts: Buffer[] = []
  stream.on('data', (chunk: Buffer) => {
    let from = 0
    for (let end = chunk.indexOf(0); end >= 0; end = chunk.indexOf(0, from)) {
      parts.push(chunk.subarray(from, end))
      each(Buffer.concat(parts).toString('utf8'))
      parts = []
      from = end + 1
    }
    if (from < chunk.length) parts.push(chunk.subarray(from))
  })
}

export type { Message }
