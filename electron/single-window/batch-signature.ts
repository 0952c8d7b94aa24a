import { sm2 } from 'sm-crypto-v2'
import { Signature } from '#shared/protocol/api'
import { signatureCheck } from '#shared/protocol/signature-check'

export type KeyPair = { privateKey: string; publicKey: string }

export const makeKeyPair = (): KeyPair => {
  const { privateKey, publicKey } = sm2.generateKeyPairHex()
  return { privateKey, publicKey }
}

/** The digest is made first: handed the bytes themselves, the library turns them into hex before it signs. */
const signed = { hash: false, der: true } as const

/** A signature over bytes that says by which key it is. */
export function signatureOf(bytes: Uint8Array, { privateKey, publicKey }: KeyPair): Signature {
  const digest = Buffer.from(sm2.getHash(bytes, publicKey), 'hex')
  const signature = sm2.doSignature(digest, privateKey, signed)
  return { algorithm: 'SM2-SM3', publicKey, signature }
}

/** Sign bytes; the result is what goes into manifest.sig. */
export const signBatch = (bytes: Uint8Array, keys: KeyPair): Uint8Array =>
  new TextEncoder().encode(JSON.stringify(signatureOf(bytes, keys)))

/** Whether a hex DER signature over these bytes is by this key. */
export const isSignatureOf = signatureCheck(sm2.doVerifySignature)

/** The public key that signed these bytes; undefined when the signature is not one, or is not of these bytes. */
export function signerOf(bytes: Uint8Array, signature: Uint8Array): string | undefined {
  try {
    const parsed = Signature.parse(JSON.parse(new TextDecoder().decode(signature)))
    return isSignatureOf(bytes, parsed.signature, parsed.publicKey) ? parsed.publicKey : undefined
  } catch {
    return undefined
  }
}
