import { createPrivateKey, type KeyObject } from 'node:crypto'
import forge from 'node-forge'
import { CebRefusal, refuse } from '#shared/ceb/refusal'
import { readCertificate, type Certificate } from './certificate'
import { children, content, EC, keyKind, parseDer, RSA, SM2, toDer, type Node } from './der'

export type PrivateKey =
  | { kind: 'rsa'; key: KeyObject }
  /** 32 bytes in hex. */
  | { kind: 'sm2'; secret: string }

export type KeyFile = { key: PrivateKey; certificates: Certificate[] }

/**
 * A private key and the certificates beside it, from PKCS#12 (.pfx, .p12) or PEM, encrypted or not.
 * @throws CebRefusal: wrong password, not a key file, a key of another kind, more than one key
 */
export function readKeyFile(bytes: Uint8Array, password: string | undefined): KeyFile {
  const text = Buffer.from(bytes).toString('latin1')
  const { keys, certificates } = text.includes('-----BEGIN')
    ? readPem(text, password)
    : readPkcs12(bytes, password)
  const [key] = keys
  if (!key) return notAKey('no private key')
  if (keys.length > 1) {
    return refuse(
      '',
      'key-several',
      `${keys.length}`,
      { zh: `文件里有 ${keys.length} 个私钥`, en: `The file holds ${keys.length} private keys` },
      { zh: '请只导出签名用的那一个', en: 'Export only the one that signs' },
    )
  }
  return { key, certificates: certificates.map((der) => readCertificate(der)) }
}

type Found = { keys: PrivateKey[]; certificates: Buffer[] }

function readPkcs12(bytes: Uint8Array, password: string | undefined): Found {
  const { pkcs12, pki, util } = forge
  let file: forge.pkcs12.Pkcs12Pfx
  try {
    file = pkcs12.pkcs12FromAsn1(
      forge.asn1.fromDer(util.createBuffer(Buffer.from(bytes).toString('latin1'))),
      false,
      password ?? '',
    )
  } catch (error) {
    const said = error instanceof Error ? error.message : ''
    if (!/MAC could not be verified|wrong password|Failed to decrypt/i.test(said)) return notAKey(said)
    return password === undefined ? passwordNeeded() : wrongPassword()
  }
  const bagsOf = (...types: (string | undefined)[]) =>
    types.flatMap((type) => file.getBags({ bagType: type! })[type!] ?? [])
  return {
    keys: bagsOf(pki.oids.pkcs8ShroudedKeyBag, pki.oids.keyBag).map(({ key, asn1 }) =>
      privateKeyOf(key ? pki.wrapRsaPrivateKey(pki.privateKeyToAsn1(key)) : asn1),
    ),
    certificates: bagsOf(pki.oids.certBag).map(({ cert, asn1 }) =>
      toDer(cert ? pki.certificateToAsn1(cert) : asn1),
    ),
  }
}

function readPem(text: string, password: string | undefined): Found {
  const found: Found = { keys: [], certificates: [] }
  let parts: forge.pem.ObjectPEM[]
  try {
    parts = forge.pem.decode(text)
  } catch (error) {
    return notAKey(error instanceof Error ? error.message : '')
  }
  for (const { type, body, procType } of parts) {
    const der = Buffer.from(body, 'latin1')
    if (type.endsWith('CERTIFICATE')) found.certificates.push(der)
    else if (type === 'ENCRYPTED PRIVATE KEY') found.keys.push(privateKeyOf(decrypted(der, password)))
    else if (type === 'PRIVATE KEY') found.keys.push(privateKeyOf(parse(der)))
    else if (!type.endsWith('PRIVATE KEY')) continue
    else if (procType as unknown) found.keys.push(decryptedOldForm(text, password))
    else if (type === 'RSA PRIVATE KEY') found.keys.push(rsaKey(der, 'pkcs1'))
    else found.keys.push(sm2Key(parse(der)))
  }
  return found
}

function parse(der: Buffer): Node {
  try {
    return parseDer(der)
  } catch (error) {
    return notAKey(error instanceof Error ? error.message : '')
  }
}

function decrypted(der: Buffer, password: string | undefined): Node {
  if (password === undefined) return passwordNeeded()
  const sealed = parse(der)
  try {
    const open = forge.pki.decryptPrivateKeyInfo(sealed, forge.util.encodeUtf8(password)) as Node | null
    if (open) return open
  } catch (error) {
    const said = error instanceof Error ? error.message : ''
    if (/unsupported/i.test(said)) return notAKey(said)
  }
  return wrongPassword()
}

/** PEM with its encryption told in headers, as older OpenSSL wrote it; RSA only. */
function decryptedOldForm(pem: string, password: string | undefined): PrivateKey {
  if (password === undefined) return passwordNeeded()
  const key = forge.pki.decryptRsaPrivateKey(pem, password) as forge.pki.rsa.PrivateKey | null
  return key ? privateKeyOf(forge.pki.wrapRsaPrivateKey(forge.pki.privateKeyToAsn1(key))) : wrongPassword()
}

/** A PKCS#8 PrivateKeyInfo. */
function privateKeyOf(info: Node | undefined): PrivateKey {
  try {
    const [, algorithm, key] = children(info)
    const kind = keyKind(algorithm)
    if (info && kind === 'rsa') return rsaKey(toDer(info), 'pkcs8')
    if (kind === 'sm2') return sm2Key(parseDer(content(key)))
  } catch (error) {
    if (error instanceof CebRefusal) throw error
    return notAKey(error instanceof Error ? error.message : '')
  }
  return notAKey(`neither RSA (${RSA}) nor SM2 (${EC}, ${SM2})`)
}

const rsaKey = (key: Buffer, type: 'pkcs1' | 'pkcs8'): PrivateKey => ({
  kind: 'rsa',
  key: createPrivateKey({ key, format: 'der', type }),
})

/** An ECPrivateKey: version, secret, and what else there may be. */
function sm2Key(node: Node): PrivateKey {
  const secret = content(children(node)[1]).toString('hex')
  return { kind: 'sm2', secret: secret.slice(-64).padStart(64, '0') }
}

const notAKey = (detail: string): never =>
  refuse(
    '',
    'key-form',
    detail,
    { zh: `不是可用的私钥文件（${detail}）`, en: `Not a private key that can be used (${detail})` },
    {
      zh: '请提供 PKCS#12（.pfx、.p12）或 PEM 格式的 RSA 或 SM2 私钥；卡或 UKey 里的私钥导不出来',
      en: 'Give an RSA or SM2 key as PKCS#12 (.pfx, .p12) or PEM; a key in a card or UKey cannot be exported',
    },
  )
const wrongPassword = (): never =>
  refuse(
    '',
    'key-password',
    '',
    { zh: '私钥文件的口令不对，或文件已损坏', en: 'Wrong password of the key file, or a damaged file' },
    {
      zh: '请检查大小写和输入法；口令由导出该文件的人设定',
      en: 'Check capitals and the input method; who exported the file set it',
    },
  )
const passwordNeeded = (): never =>
  refuse(
    '',
    'key-password',
    '',
    { zh: '私钥文件有口令保护', en: 'The key file is protected by a password' },
    { zh: '请给出口令', en: 'Give the password' },
  )
