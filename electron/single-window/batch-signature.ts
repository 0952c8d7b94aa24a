import { sm2 } from 'sm-crypto-v2'
import { z } from 'zod'

/**
 * Content of manifest.sig: what signed and with which key, so that the other side can tell a key it does not know
 * from a signature that is wrong. SM2 with SM3 and the standard user id, DER, everything in hex.
 */
const BatchSignature = z.object({
  algorithm: z.literal('SM2-SM3'),
  publicKey: z.string().regex(/^04[0-9a-f]{128}$/),
  signature: z.string().regex(/^[0-9a-f]+$/),
})

export type KeyPair = { privateKey: string; publicKey: string }

export const makeKeyPair = (): KeyPair => {
  const { privateKey, publicKey } = sm2.generateKeyPairHex()
  return { privateKey, publicKey }
}

const options = { hash: true, der: true } as const

/** Sign bytes; the result is what goes into manifest.sig. */
export function signBatch(bytes: Uint8Array, { privateKey, publicKey }: KeyPair): Uint8Array {
  const signature = sm2.doSignature(bytes, privateKey, { ...options, publicKey })
  return new TextEncoder().encode(JSON.stringify({ algorithm: 'SM2-SM3', publicKey, signature }))
}

/** The public key that signed these bytes; undefined when the signature is not one, or is not of these bytes. */
export function signerOf(bytes: Uint8Array, signature: Uint8Array): string | undefined {
  try {
    const parsed = BatchSignature.parse(JSON.parse(new TextDecoder().decode(signature)))
    const good = sm2.doVerifySignature(bytes, parsed.signature, parsed.publicKey, options)
    return good ? parsed.publicKey : undefined
  } catch {
    return undefined
  }
}
