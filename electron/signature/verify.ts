import { SignedXml } from 'xml-crypto'
import { decodeMessage } from '#shared/ceb/decode'
import type { Fault } from '#shared/ceb/fault'
import type { MessageType } from '#shared/ceb/message'
import type { SignatureAlgorithm } from '#shared/ceb/signature/algorithms'
import { isSerial, readCertificate, type Certificate } from './certificate'
import { signatureFault } from './faults'
import { canonicalFault, forParser, parseXml, signatureParts, type SignatureParts } from './structure'
import { validityFault } from './validity'
import { register, trustDigest } from './xml-algorithms'

export type Verified = {
  message: MessageType
  documents: number
  /** Empty or warnings only: the signature holds for everything in the message. */
  faults: Fault[]
  algorithm?: SignatureAlgorithm
  /** URI under which the algorithm stands. */
  method?: string
  keyName?: string
  certificate?: Certificate
}

export type VerifyOptions = {
  /** Certificate of the signer; without it the one in the message is believed, with a warning. */
  certificate?: Certificate | undefined
  /** Day on which the certificate has to be valid, yyyyMMdd; else that is not judged. */
  today?: string | undefined
}

const WEAK_BITS = 2048

/**
 * Judge the signature of a customs message. Throws CebRefusal for what is no message at all.
 */
export function verifyMessage(xml: string, { certificate: given, today }: VerifyOptions = {}): Verified {
  const text = xml.replace(/^\ufeff/, '')
  const { message } = decodeMessage(text)
  const verdict: Verified = { message: message.type, documents: message.documents.length, faults: [] }
  const document = parseXml(text)
  const unfit = canonicalFault(document)
  const parts = signatureParts(document, message.type)
  if ('rule' in parts) return { ...verdict, faults: [parts] }
  if (unfit) return { ...verdict, faults: [unfit] }
  const { algorithm, methodUri: method, keyName } = parts
  Object.assign(verdict, { algorithm, method }, keyName === undefined ? {} : { keyName })
  const own = parts.certificate && readCertificate(parts.certificate)
  const certificate = given ?? own
  if (!certificate) return { ...verdict, faults: [signatureFault('certificate-absent')] }
  return {
    ...verdict,
    certificate,
    faults: [
      ...holdFaults(text, parts, certificate),
      ...certificateFaults(parts, certificate, { given, own, today }),
    ],
  }
}

/** Whether content and signature are as they were signed. */
function holdFaults(xml: string, parts: SignatureParts, { key, serial }: Certificate): Fault[] {
  const { algorithm } = parts
  if ((algorithm === 'sm2') !== (key.kind === 'sm2'))
    return [signatureFault('key-kind', algorithm, { kind: key.kind.toUpperCase() })]
  const holds = (trusting: boolean): boolean => {
    // The certificate is chosen by us; the library only asks that there is one.
    const checking = new SignedXml({ publicCert: serial, getCertFromKeyInfo: () => null })
    register(checking, { key })
    if (trusting) trustDigest(checking, parts.digestValue)
    checking.loadSignature(parts.element)
    try {
      return checking.checkSignature(forParser(xml))
    } catch {
      return false
    }
  }
  if (holds(false)) return []
  return [holds(true) ? signatureFault('document-altered') : signatureFault('signature-altered', serial)]
}

function certificateFaults(
  { keyName }: SignatureParts,
  certificate: Certificate,
  {
    given,
    own,
    today,
  }: { given: Certificate | undefined; own: Certificate | undefined; today: string | undefined },
): Fault[] {
  const faults: Fault[] = []
  const { key, serial } = certificate
  if (!given) faults.push(signatureFault('certificate-self'))
  if (given && own && !own.der.equals(given.der)) faults.push(signatureFault('certificate-other', own.serial))
  if (keyName === undefined || !isSerial(certificate, keyName))
    faults.push(signatureFault('key-name', keyName ?? '', { serial }))
  const notValid = today === undefined ? undefined : validityFault(certificate, today)
  if (notValid) faults.push(notValid)
  if (key.kind === 'rsa' && key.bits < WEAK_BITS)
    faults.push(signatureFault('certificate-weak', `${key.bits}`))
  return faults
}
