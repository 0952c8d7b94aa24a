import { createPrivateKey, createPublicKey, diffieHellman, generateKeyPairSync, hkdfSync } from 'node:crypto'
import { z } from 'zod'
import { openKey, sealKey, Sealed } from './sealed-key'

/** The keys of a book for the key pair of one officer: `from` is the public half of a pair made for this box alone. */
export const KeyBox = Sealed.extend({ from: z.string() })
export type KeyBox = z.infer<typeof KeyBox>

/** X25519, both halves in DER; the private one lies under the officer's password. */
export function makePair(): { publicKey: string; privateKey: Buffer } {
  const { publicKey, privateKey } = generateKeyPairSync('x25519')
  return {
    publicKey: publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
    privateKey: privateKey.export({ format: 'der', type: 'pkcs8' }),
  }
}

/** The public half of a private key, as `makePair` gives it. */
export const publicOf = (privateKey: Buffer): string =>
  createPublicKey(privateOf(privateKey)).export({ format: 'der', type: 'spki' }).toString('base64')

const privateOf = (key: Buffer) => createPrivateKey({ key, format: 'der', type: 'pkcs8' })
const publicFrom = (text: string) =>
  createPublicKey({ key: Buffer.from(text, 'base64'), format: 'der', type: 'spki' })

/** Both public halves go into the key, so that a box is of this pair and no other. */
const keyOf = (shared: Buffer, from: string, to: string) =>
  Buffer.from(hkdfSync('sha256', shared, Buffer.from(`${from}\u0000${to}`), 'yiguan officer box', 32))

/** @param to public key of the officer; @param bound book and officer, so that no box serves another */
export function sealBox(to: string, secret: Uint8Array, bound: string): KeyBox {
  const own = makePair()
  const shared = diffieHellman({ privateKey: privateOf(own.privateKey), publicKey: publicFrom(to) })
  return { from: own.publicKey, ...sealKey(keyOf(shared, own.publicKey, to), secret, bound) }
}

/** The secret; undefined when the box was altered, or is of another officer or book. */
export function openBox(privateKey: Buffer, box: KeyBox, bound: string): Buffer | undefined {
  try {
    const shared = diffieHellman({ privateKey: privateOf(privateKey), publicKey: publicFrom(box.from) })
    return openKey(keyOf(shared, box.from, publicOf(privateKey)), box, bound)
  } catch {
    return undefined
  }
}
