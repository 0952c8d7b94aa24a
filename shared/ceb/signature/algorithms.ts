import type { Text } from '../../model/text'

export const signatureAlgorithms = ['sm2', 'rsa-sha256', 'rsa-sha1'] as const
/** `sm2`: SM2 with SM3 (GB/T 32918, 32905), user id 1234567812345678. RSA is PKCS#1 v1.5. */
export type SignatureAlgorithm = (typeof signatureAlgorithms)[number]

export const digestAlgorithms = ['sm3', 'sha256', 'sha1'] as const
export type DigestAlgorithm = (typeof digestAlgorithms)[number]

export const uriSets = ['w3c', 'customs'] as const
/** Under which names the algorithms stand in a signature. */
export type UriSet = (typeof uriSets)[number]

export const canonicalUri = 'http://www.w3.org/TR/2001/REC-xml-c14n-20010315'
export const envelopedUri = 'http://www.w3.org/2000/09/xmldsig#enveloped-signature'

const w3 = 'http://www.w3.org/2000/09/xmldsig#'
const customs = 'http://www.chinaport.gov.cn/2022/04/xmldsig#'
const rsaSha256 = {
  method: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
  digest: 'http://www.w3.org/2001/04/xmlenc#sha256',
}

type Uris = { method: string; digest: string }
const uris: Record<UriSet, Record<SignatureAlgorithm, Uris>> = {
  w3c: {
    sm2: { method: `${w3}sm2-sm3`, digest: `${w3}sm3` },
    'rsa-sha256': rsaSha256,
    'rsa-sha1': { method: `${w3}rsa-sha1`, digest: `${w3}sha1` },
  },
  customs: {
    sm2: { method: `${customs}sm2-sm3`, digest: `${customs}sm3` },
    'rsa-sha256': rsaSha256,
    'rsa-sha1': { method: `${customs}rsa-sha1`, digest: `${customs}sha1` },
  },
}

/** What the names rest on; shown wherever a set is chosen. */
export const uriBasis: Text = {
  zh: '口径待确认：2022年5月版报文规范写明 SM2 的标识；其 RSA-SHA1 标识按同一前缀理解，实际报文多用 W3C 标识。W3C 没有登记 SM2，w3c 一组中的 SM2 标识见于发送方的报文。SHA-256 只见于2018年版，两组都用 W3C 标识。',
  en: 'To be confirmed: the edition of May 2022 names SM2; its RSA-SHA1 is read with the same prefix, while messages seen use the W3C names. W3C registered none for SM2: the one in the w3c set is what senders write. SHA-256 is of the 2018 edition only, under its W3C names in both sets.',
}

export const urisOf = (algorithm: SignatureAlgorithm, set: UriSet): Uris => uris[set][algorithm]

/** New certificates sign SM2 under the names of customs, older ones go on as they did. */
export const usualUris = (algorithm: SignatureAlgorithm): UriSet => (algorithm === 'sm2' ? 'customs' : 'w3c')

const methods = new Map<string, SignatureAlgorithm>()
const digests = new Map<string, DigestAlgorithm>([
  [uris.w3c.sm2.digest, 'sm3'],
  [uris.customs.sm2.digest, 'sm3'],
  [rsaSha256.digest, 'sha256'],
  [uris.w3c['rsa-sha1'].digest, 'sha1'],
  [uris.customs['rsa-sha1'].digest, 'sha1'],
])
for (const set of uriSets) {
  for (const algorithm of signatureAlgorithms) methods.set(uris[set][algorithm].method, algorithm)
}

/** What a SignatureMethod of a message names; every name of every set is read. */
export const methodNamed = (uri: string): SignatureAlgorithm | undefined => methods.get(uri)
export const digestNamed = (uri: string): DigestAlgorithm | undefined => digests.get(uri)
export const methodUris: readonly string[] = [...methods.keys()]
export const digestUris: readonly string[] = [...digests.keys()]
