import type { Filing, FilingAnswer, FilingPage } from '#shared/protocol/api'
import type { FilingPut, Outcome } from '#shared/protocol/engine/ports'
import { httpFailure } from '#shared/protocol/errors'
import { errorBody } from './error-body'
import type { World } from './world'

type Held = Filing & { base: number; digest: string }

/** 备案 at the service: one newest version a key, known again by base and content. */
export class Registry {
  #held = new Map<string, Held>()

  constructor(readonly world: World) {}

  put({ kind, key, base, content }: FilingPut): Outcome<FilingAnswer> {
    const newest = this.#held.get(key)
    const digest = JSON.stringify(content)
    if (newest?.base === base && newest.digest === digest) return ok(newest)
    if ((newest?.version ?? 0) !== base) {
      const body = errorBody(newest ? 'version-differs' : 'filing-unknown')
      return { ok: false, failure: httpFailure(409, body, undefined, this.world.now) }
    }
    const updatedAt = new Date(this.world.now).toISOString()
    const version = base + 1
    const filing = { kind, key, version, state: 'approved', content, updatedAt, reasons: [], base, digest }
    this.#held.set(key, filing)
    return ok(filing)
  }

  /** Everything at once, whatever the cursor: it says no more than that somebody asked. */
  page(): Outcome<FilingPage> {
    return ok({ filings: [...this.#held.values()], cursor: 'asked', more: false })
  }

  version(key: string): number {
    return this.#held.get(key)?.version ?? 0
  }

  copy(): Registry {
    const copy = new Registry(this.world)
    copy.#held = new Map(this.#held)
    return copy
  }

  /** Nothing else of the service knows that they are gone. */
  lose(): void {
    this.#held.clear()
  }
}

const ok = <T>(value: T): Outcome<T> => ({ ok: true, value })
