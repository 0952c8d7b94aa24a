import { createHash, verify as verifyRsa } from 'node:crypto'
import { sm2, sm3 } from 'sm-crypto-v2'
import {
  C14nCanonicalization,
  type ErrorFirstCallback,
  type HashAlgorithm,
  type NamespacePrefix,
  type SignatureAlgorithm as XmlSignatureAlgorithm,
  type SignedXml,
} from 'xml-crypto'
import {
  canonicalUri,
  digestNamed,
  digestUris,
  methodNamed,
  methodUris,
  type DigestAlgorithm,
  type SignatureAlgorithm,
} from '#shared/ceb/signature/algorithms'
import type { PublicKey } from './certificate'
import { rsaDigest } from './software-signer'

/** The library sorts as the language of the machine does; canonical order is that of code points. */
export class Canonical extends C14nCanonicalization {
  override nsCompare(a: NamespacePrefix, b: NamespacePrefix): number {
    return a.prefix === b.prefix ? 0 : a.prefix < b.prefix ? -1 : 1
  }
}

const hashes: Record<DigestAlgorithm, (text: string) => string> = {
  sm3: (text) => Buffer.from(sm3(Buffer.from(text)), 'hex').toString('base64'),
  sha1: (text) => createHash('sha1').update(text).digest('base64'),
  sha256: (text) => createHash('sha256').update(text).digest('base64'),
}

const hashClass = (uri: string, hash: (text: string) => string): new () => HashAlgorithm =>
  class {
    getAlgorithmName = () => uri
    getHash = hash
  }

type SignBytes = (algorithm: SignatureAlgorithm, bytes: Uint8Array) => Promise<Uint8Array>

function signatureClass(
  uri: string,
  sign: SignBytes | undefined,
  key: PublicKey | undefined,
): new () => XmlSignatureAlgorithm {
  const algorithm = methodNamed(uri)!
  return class {
    getAlgorithmName = () => uri
    getSignature(material: unknown, _key: unknown, done?: ErrorFirstCallback<string>): string {
      if (!sign || !done) throw new Error('signs only when asked with a callback')
      sign(algorithm, Buffer.from(material as string)).then(
        (value) => done(null, Buffer.from(value).toString('base64')),
        (error: unknown) => done(error instanceof Error ? error : new Error(String(error))),
      )
      return ''
    }
    verifySignature(material: string, _key: unknown, value: string): boolean {
      return (
        key !== undefined && isSignature(algorithm, key, Buffer.from(material), Buffer.from(value, 'base64'))
      )
    }
  }
}

/** Whether a signature over these bytes is by this key. SM2 as r and s, and also as DER, which some signers write. */
export function isSignature(
  algorithm: SignatureAlgorithm,
  key: PublicKey,
  bytes: Uint8Array,
  signature: Uint8Array,
): boolean {
  if (algorithm === 'sm2') {
    if (key.kind !== 'sm2') return false
    try {
      const hex = Buffer.from(signature).toString('hex')
      return sm2.doVerifySignature(bytes, hex, key.point, { hash: true, der: signature.length !== 64 })
    } catch {
      return false
    }
  }
  if (key.kind !== 'rsa') return false
  return verifyRsa(rsaDigest[algorithm], bytes, { key: key.spki, format: 'der', type: 'spki' }, signature)
}

/** Give a signer or verifier of the library exactly the algorithms that customs messages use, under every name. */
export function register(xml: SignedXml, how: { sign?: SignBytes; key?: PublicKey }): void {
  xml.CanonicalizationAlgorithms[canonicalUri] = Canonical
  xml.HashAlgorithms = Object.fromEntries(
    digestUris.map((uri) => [uri, hashClass(uri, hashes[digestNamed(uri)!])]),
  )
  xml.SignatureAlgorithms = Object.fromEntries(
    methodUris.map((uri) => [uri, signatureClass(uri, how.sign, how.key)]),
  )
}

/** Take every digest for the one that stands in the message: only what was signed with it is judged then. */
export function trustDigest(xml: SignedXml, digest: string): void {
  xml.HashAlgorithms = Object.fromEntries(digestUris.map((uri) => [uri, hashClass(uri, () => digest)]))
}
