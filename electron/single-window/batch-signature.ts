import { sm2 } from 'sm-crypto-v2'
import { Signature } from '#shared/protocol/api'

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
    const parsed = Signature.parse(JSON.parse(new TextDecoder().decode(signature)))
    const good = sm2.doVerifySignature(bytes, parsed.signature, parsed.publicKey, options)
    return good ? parsed.publicKey : undefined
  } catch {
    return undefined
  }
}
