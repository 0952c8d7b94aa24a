import { uploadHeaders, type BatchAnswer } from '#shared/protocol/api'
import { httpFailure } from '#shared/protocol/errors'
import type { Outcome } from '#shared/protocol/engine/ports'
import type { Raw } from '../../electron/single-window/request'
import { errorBody } from './error-body'
import type { World } from './world'

type TakeIn = (bytes: Uint8Array) => Promise<Outcome<BatchAnswer>>

/** Parts of batches as a service holds them until the last one came; the last, or an empty one again, takes it in. */
export class Uploads {
  #parts = new Map<string, Uint8Array>()

  constructor(readonly world: World) {}

  /** Where the next chunk begins; unknown where nothing came yet. */
  offset(batchId: string): Outcome<Raw> {
    const held = this.#parts.get(batchId)
    return held ? this.#at(200, held.length) : this.#error(404, 'unknown-batch')
  }

  async chunk(
    batchId: string,
    offset: number,
    length: number,
    chunk: Uint8Array,
    takeIn: TakeIn,
  ): Promise<Outcome<Raw>> {
    const held = this.#parts.get(batchId) ?? new Uint8Array()
    if (offset !== held.length) return this.#error(409, 'upload-offset-differs')
    const now = new Uint8Array(held.length + chunk.length)
    now.set(held)
    now.set(chunk, held.length)
    this.#parts.set(batchId, now)
    if (now.length < length) return this.#at(204, now.length)
    const taken = await takeIn(now)
    return taken.ok ? { ok: true, value: { status: 200, body: taken.value, header: () => undefined } } : taken
  }

  /** The service was put back: what had come of a batch is gone. */
  forget(): void {
    this.#parts = new Map()
  }

  #at(status: number, offset: number): Outcome<Raw> {
    const header = (name: string) => (name === uploadHeaders.offset ? String(offset) : undefined)
    return { ok: true, value: { status, body: undefined, header } }
  }

  #error(status: number, code: string): Outcome<never> {
    return { ok: false, failure: httpFailure(status, errorBody(code), undefined, this.world.now) }
  }
}
