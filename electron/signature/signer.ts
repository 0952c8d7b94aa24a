import type { SignatureAlgorithm } from '#shared/ceb/signature/algorithms'
import type { Certificate } from './certificate'

/**
 * Who signs: a key file in memory, a card, a UKey. The private key stays inside; what comes out are signatures.
 * A driver of a card implements this and nothing else.
 */
export interface Signer {
  readonly certificate: Certificate
  /** What the key can do; the first is what it does when nothing else is asked for. */
  readonly algorithms: readonly SignatureAlgorithm[]
  /**
   * Sign bytes: RSA as PKCS#1 v1.5, SM2 as r and s, 32 bytes each.
   * @throws when the key does not answer (card pulled, PIN refused)
   */
  sign(algorithm: SignatureAlgorithm, bytes: Uint8Array): Promise<Uint8Array>
}
