import { createPublicKey, sign as signRsa } from 'node:crypto'
import { sm2 } from 'sm-crypto-v2'
import { refuse } from '#shared/ceb/refusal'
import type { Certificate } from './certificate'
import type { PrivateKey } from './key-file'
import type { Signer } from './signer'

/** Node's names of what RSA signs with. */
export const rsaDigest = { 'rsa-sha1': 'RSA-SHA1', 'rsa-sha256': 'RSA-SHA256' } as const

/** Whether a certificate is that of a private key. */
export function belongs(key: PrivateKey, { key: certified }: Certificate): boolean {
  if (key.kind === 'sm2') {
    return certified.kind === 'sm2' && sm2.getPublicKeyFromPrivateKey(key.secret) === certified.point
  }
  if (certified.kind !== 'rsa') return false
  const own = createPublicKey(key.key).export({ format: 'jwk' })
  const other = createPublicKey({ key: certified.spki, format: 'der', type: 'spki' }).export({
    format: 'jwk',
  })
  return own.n === other.n && own.e === other.e
}

/** A signer with a key in memory. Throws CebRefusal when no certificate is that of the key. */
export function softwareSigner(key: PrivateKey, certificates: readonly Certificate[]): Signer {
  const certificate = certificates.find((one) => belongs(key, one))
  if (!certificate) return certificates.length === 0 ? noCertificate() : mismatch(certificates)
  if (key.kind === 'rsa') {
    return {
      certificate,
      algorithms: ['rsa-sha256', 'rsa-sha1'],
      sign: (algorithm, bytes) =>
        algorithm === 'sm2'
          ? Promise.reject(new Error('an RSA key does not sign SM2'))
          : Promise.resolve(signRsa(rsaDigest[algorithm], bytes, key.key)),
    }
  }
  const publicKey = sm2.getPublicKeyFromPrivateKey(key.secret)
  return {
    certificate,
    algorithms: ['sm2'],
    sign: (algorithm, bytes) =>
      algorithm === 'sm2'
        ? Promise.resolve(Buffer.from(sm2.doSignature(bytes, key.secret, { hash: true, publicKey }), 'hex'))
        : Promise.reject(new Error('an SM2 key does not sign RSA')),
  }
}

const noCertificate = (): never =>
  refuse(
    '',
    'certificate-missing',
    '',
    {
      zh: '没有证书：签名里必须写证书序列号，私钥文件里没有',
      en: 'No certificate: a signature names its serial number, and the key file holds none',
    },
    {
      zh: '请用 --cert 给出证书，或改用含证书的 PKCS#12 文件',
      en: 'Give it with --cert, or a PKCS#12 file that has it',
    },
  )

const mismatch = (certificates: readonly Certificate[]): never =>
  refuse(
    '',
    'key-mismatch',
    certificates.map(({ serial }) => serial).join(' '),
    { zh: '私钥与证书不是一对', en: 'The private key is not that of the certificate' },
    { zh: '请核对是否同一次发证、同一张证书', en: 'Check that both were issued together' },
  )
