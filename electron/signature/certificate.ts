import { createPublicKey } from 'node:crypto'
import forge from 'node-forge'
import { refuse } from '#shared/ceb/refusal'
import type { CertificateReport } from '#shared/ceb/signature/report'
import { bits, children, content, integerHex, keyKind, oid, parseDer, toDer, type Node } from './der'

export type PublicKey =
  /** SubjectPublicKeyInfo as DER. */
  | { kind: 'rsa'; bits: number; spki: Buffer }
  /** Uncompressed point in hex, 04 in front. */
  | { kind: 'sm2'; point: string }

/** What a signature tells of the certificate, and what a person is shown of it. Who issued it is not judged. */
export type Certificate = {
  der: Buffer
  /** Lower-case hex, as it stands in KeyName. */
  serial: string
  subject: string
  issuer: string
  /** ISO times. */
  validFrom: string
  validTo: string
  key: PublicKey
}

const names: Readonly<Record<string, string>> = {
  '2.5.4.3': 'CN',
  '2.5.4.4': 'SN',
  '2.5.4.6': 'C',
  '2.5.4.7': 'L',
  '2.5.4.8': 'ST',
  '2.5.4.10': 'O',
  '2.5.4.11': 'OU',
  '2.5.4.18': 'postOfficeBox',
}

const BMP_STRING = 30
const UTF8_STRING = 12

function textOf(node: Node | undefined): string {
  // The library has read these already, as older certificates of the E-port have them.
  if (node?.type === BMP_STRING) return node.value as string
  const bytes = content(node)
  // Older certificates carry GBK under the name of another string type.
  if (node?.type === UTF8_STRING) return bytes.toString('utf8')
  return /[\x80-\xff]/.test(bytes.toString('latin1'))
    ? new TextDecoder('gb18030').decode(bytes)
    : bytes.toString()
}

/** A distinguished name, the most specific part first. */
const nameOf = (name: Node | undefined): string =>
  children(name)
    .flatMap((set) => children(set))
    .map((pair) => {
      const [type, value] = children(pair)
      return `${names[oid(type)] ?? oid(type)}=${textOf(value)}`
    })
    .reverse()
    .join(', ')

function timeOf(node: Node | undefined): string {
  const text = content(node).toString('latin1')
  const { UTCTIME } = forge.asn1.Type
  const time =
    node?.type === (UTCTIME as number)
      ? forge.asn1.utcTimeToDate(text)
      : forge.asn1.generalizedTimeToDate(text)
  return time.toISOString()
}

function publicKeyOf(info: Node | undefined): PublicKey | undefined {
  const [algorithm, key] = children(info)
  const kind = keyKind(algorithm)
  if (kind === 'sm2') return { kind, point: bits(key).toString('hex') }
  if (kind === undefined || !info) return undefined
  const spki = toDer(info)
  const { modulusLength = 0 } =
    createPublicKey({ key: spki, format: 'der', type: 'spki' }).asymmetricKeyDetails ?? {}
  return { kind, bits: modulusLength, spki }
}

/** Read a certificate from DER. Throws CebRefusal for what is no certificate, or has a key that nobody signs with. */
export function readCertificate(der: Uint8Array): Certificate {
  let read: Omit<Certificate, 'key'> & { key: PublicKey | undefined }
  try {
    const fields = children(children(parseDer(der))[0])
    // The version, tagged 0, is left out in certificates of version 1.
    const at = fields[0]?.tagClass === (forge.asn1.Class.CONTEXT_SPECIFIC as number) ? 1 : 0
    const [serial, , issuer, validity, subject, info] = fields.slice(at)
    const [from, to] = children(validity)
    read = {
      der: Buffer.from(der),
      serial: integerHex(serial),
      subject: nameOf(subject),
      issuer: nameOf(issuer),
      validFrom: timeOf(from),
      validTo: timeOf(to),
      key: publicKeyOf(info),
    }
  } catch (error) {
    return refuse(
      '',
      'certificate-form',
      error instanceof Error ? error.message : '',
      { zh: '不是 X.509 证书，或证书已损坏', en: 'Not an X.509 certificate, or a damaged one' },
      {
        zh: '请向发证单位索取 PEM 或 DER 格式的证书',
        en: 'Ask its issuer for the certificate as PEM or DER',
      },
    )
  }
  const { key } = read
  if (key) return { ...read, key }
  return refuse(
    '',
    'certificate-key',
    read.subject,
    { zh: '证书的密钥既不是 RSA 也不是 SM2', en: 'The key of the certificate is neither RSA nor SM2' },
    { zh: '请使用电子口岸发放的证书', en: 'Use a certificate of the E-port' },
  )
}

/** Certificates of a file: PEM with one or more, or one as DER. */
export function readCertificates(bytes: Uint8Array): Certificate[] {
  const text = Buffer.from(bytes).toString('latin1')
  if (!text.includes('-----BEGIN')) return [readCertificate(bytes)]
  const found = forge.pem.decode(text).filter(({ type }) => type.endsWith('CERTIFICATE'))
  return found.map(({ body }) => readCertificate(Buffer.from(body, 'latin1')))
}

/** Whether two serial numbers are one, whatever zeros stand in front. */
export const isSerial = ({ serial }: Certificate, written: string): boolean =>
  serial.replace(/^0+/, '') === written.trim().toLowerCase().replace(/^0+/, '')

/** A certificate as people and programs are told of it. */
export const certificateReport = ({
  serial,
  subject,
  issuer,
  validFrom,
  validTo,
  key,
}: Certificate): CertificateReport => ({
  serial,
  subject,
  issuer,
  validFrom,
  validTo,
  key: key.kind === 'sm2' ? 'sm2' : `rsa-${key.bits}`,
})
