import type { Outcome } from '#shared/protocol/engine/ports'
import type { BatchAnswer } from '#shared/protocol/api'
import { uploadHeaders } from '#shared/protocol/api'
import { createSignIn, type Post, type SignIn } from '../../electron/single-window/sign-in'
import { uploadInChunks } from '../../electron/single-window/upload'
import type { Plan } from './plan'
import type { Service } from './service'

/** One request over the line to the service the desk exchanges with now. */
export type Line = <T>(ask: (service: Service) => Outcome<T> | Promise<Outcome<T>>) => Promise<Outcome<T>>

const endedCodes = new Set(['token-expired', 'token-unknown'])

/**
 * Main's way to a service, as far as it decides anything: the sign-in and the upload by chunks are the app's own, the
 * requests they make go over the simulated line. A session is one of this start of the app.
 */
export class Way {
  readonly #sessions = new Map<string, SignIn>()

  constructor(
    readonly plan: Plan,
    readonly now: () => number,
  ) {}

  /** The app ended: the next start signs in anew. */
  forget(): void {
    this.#sessions.clear()
  }

  /** A token that is good now; asked for before the journal is written. */
  enter(service: Service, line: Line): Promise<Outcome<string>> {
    return this.#signIn(service, line).token()
  }

  /** One request within the session; one that ended meanwhile is renewed, once. */
  async inSession<T>(
    service: Service,
    line: Line,
    ask: (service: Service) => Outcome<T> | Promise<Outcome<T>>,
  ): Promise<Outcome<T>> {
    if (!service.sessions.wanted) return line(ask)
    const signIn = this.#signIn(service, line)
    const once = (token: string) =>
      line((there) => {
        const failure = there.sessions.refusal(token)
        return failure ? { ok: false as const, failure } : ask(there)
      })
    const token = await signIn.token()
    if (!token.ok) return token
    const outcome = await once(token.value)
    if (outcome.ok || !endedCodes.has(outcome.failure.code)) return outcome
    signIn.ended(token.value)
    const renewed = await signIn.token()
    return renewed.ok ? once(renewed.value) : renewed
  }

  /** Hand in a batch, in parts where it is larger than one. */
  put(
    service: Service,
    line: Line,
    { batchId, bytes, sha256 }: { batchId: string; bytes: Uint8Array; sha256: string },
  ): Promise<Outcome<BatchAnswer>> {
    const { chunkBytes } = this.plan.faults
    if (chunkBytes === 0 || bytes.length <= chunkBytes)
      return this.inSession(service, line, (there) => there.put(batchId, bytes, sha256))
    return uploadInChunks(
      { bytes, sha256, chunkBytes },
      (request) =>
        this.inSession(service, line, (there) => {
          if (request.method === 'HEAD') return there.uploads.offset(batchId)
          const offset = Number(request.headers[uploadHeaders.offset])
          return there.uploads.chunk(batchId, offset, bytes.length, request.body, (all) =>
            there.put(batchId, all, sha256),
          )
        }),
      this.now,
    )
  }

  #signIn(service: Service, line: Line): SignIn {
    const known = this.#sessions.get(service.account)
    if (known) return known
    const identity = { publicKey: async () => `04${'0'.repeat(128)}`, signText: async () => '0'.repeat(16) }
    const post: Post = async (path, body, schema) => {
      const outcome = await line((there) => there.sessions.post(path, body))
      return outcome.ok ? { ...outcome, value: schema.parse(outcome.value) } : outcome
    }
    const made = createSignIn(service.account, identity, post, this.now)
    this.#sessions.set(service.account, made)
    return made
  }
}
