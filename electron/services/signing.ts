import { createHash } from 'node:crypto'
import { makeKeyPair, signatureOf, signBatch, type KeyPair } from '../single-window/batch-signature'
import { createSerial } from './serial'

/** Where the signing key of a book is kept; sealed by the machine, in main only. */
export type SigningKeys = {
  load(bookId: string): Promise<KeyPair | undefined>
  save(bookId: string, key: KeyPair): Promise<void>
}

/**
 * Signs batches with the book's own software key (SM2 with SM3). The key is made at the first signature and is on
 * disk before anything signed with it leaves: the service remembers the first key it sees.
 */
export function createSigning(keys: SigningKeys) {
  const serial = createSerial()
  const known = new Map<string, KeyPair>()

  async function create(bookId: string): Promise<KeyPair> {
    const key = makeKeyPair()
    await keys.save(bookId, key)
    return key
  }

  const keyOf = (bookId: string) =>
    serial(async () => {
      const key = known.get(bookId) ?? (await keys.load(bookId)) ?? (await create(bookId))
      known.set(bookId, key)
      return key
    })

  return {
    sign: async (bookId: string, bytes: Uint8Array): Promise<Uint8Array> =>
      signBatch(bytes, await keyOf(bookId)),
    /** Sign a text to sign in with: what the key signs, the single window lets in. */
    signText: async (bookId: string, text: string): Promise<string> =>
      signatureOf(new TextEncoder().encode(text), await keyOf(bookId)).signature,
    /** Public key (hex) and its SHA-256 in pairs, as a service lists it beforehand. Makes the key when there is none. */
    async identity(bookId: string) {
      const { publicKey } = await keyOf(bookId)
      const digest = createHash('sha256').update(Buffer.from(publicKey, 'hex')).digest('hex').toUpperCase()
      return { algorithm: 'SM2' as const, publicKey, fingerprint: digest.match(/../g)!.join(':') }
    },
  }
}

export type Signing = ReturnType<typeof createSigning>
