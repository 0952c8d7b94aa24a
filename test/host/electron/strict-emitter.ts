import { EventEmitter } from 'node:events'

/** An emitter that refuses listeners for events the stand-in never raises, so that no handler is silently dead. */
export abstract class StrictEmitter extends EventEmitter {
  protected abstract readonly events: readonly string[]
  protected abstract readonly name: string

  private check(event: string | symbol): void {
    if (typeof event === 'string' && !this.events.includes(event)) {
      throw new Error(`stand-in: the event '${event}' of ${this.name} is not implemented`)
    }
  }

  override on(event: string | symbol, listener: (...args: never[]) => void): this {
    this.check(event)
    return super.on(event, listener as (...args: unknown[]) => void)
  }

  override once(event: string | symbol, listener: (...args: never[]) => void): this {
    this.check(event)
    return super.once(event, listener as (...args: unknown[]) => void)
  }

  override addListener(event: string | symbol, listener: (...args: never[]) => void): this {
    return this.on(event, listener)
  }
}
