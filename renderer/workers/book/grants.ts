import { grantText, type Grant, type GrantAsk } from '#shared/people/grant'
import { DataRefusal } from '../../data/errors/refusal'
import { base64url, encodeText } from '../../data/sealing/bytes'
import type { BookKeys } from '../../data/sealing/keys'

/** Grants that were used in this session: each holds once. */
export class Grants {
  readonly #used = new Set<string>()
  readonly #keys: BookKeys
  readonly #who: string

  constructor(keys: BookKeys, who: string) {
    this.#keys = keys
    this.#who = who
  }

  /**
   * Use up a grant for this very act.
   * @param given from the page; may be anything, or nothing
   * @throws `not-granted` when it is of another act, subject, officer or book, over, used, or altered
   */
  async take({ act, subject }: GrantAsk, given: Grant | undefined, now: string): Promise<void> {
    const isMeant = given?.act === act && given.subject === subject && given.officer === this.#who
    if (!isMeant || !(given.until > now) || this.#used.has(given.nonce) || !(await this.#isOurs(given)))
      throw new DataRefusal('not-granted')
    this.#used.add(given.nonce)
  }

  async #isOurs(given: Grant): Promise<boolean> {
    const text = encodeText(grantText(given))
    const proof = await crypto.subtle.sign('HMAC', this.#keys.index, text)
    return base64url(new Uint8Array(proof)) === given.proof
  }
}
