import { EventEmitter } from 'node:events'
import type { CDPSession } from 'playwright-core'

/** What a session needs of its connection: send one message, get the answer. */
export type Post = (
  method: string,
  params: object | undefined,
  sessionId: string | undefined,
) => Promise<object>

/** One DevTools session: the browser itself (without id) or one of its pages. Typed by the protocol's own description. */
export class Session {
  private readonly emitter = new EventEmitter().setMaxListeners(0)

  constructor(
    private readonly post: Post,
    readonly id?: string,
  ) {}

  on: CDPSession['on'] = (event: string | symbol, listener: (payload: never) => void) => {
    this.emitter.on(event, listener as () => void)
    return this as never
  }

  send: CDPSession['send'] = (method, params) => this.post(method, params, this.id) as never

  /** Send something whose failure only means that the page is already gone. */
  tell: (...message: Parameters<CDPSession['send']>) => void = (method, params) => {
    this.post(method, params, this.id).catch(() => undefined)
  }

  receive(event: string, payload: object | undefined): void {
    this.emitter.emit(event, payload)
  }
}
