import { SignedXml } from 'xml-crypto'
import { decodeMessage } from '#shared/ceb/decode'
import { CebRefusal } from '#shared/ceb/refusal'
import {
  canonicalUri,
  envelopedUri,
  urisOf,
  usualUris,
  type SignatureAlgorithm,
  type UriSet,
} from '#shared/ceb/signature/algorithms'
import { withoutSignature, withSignature } from '#shared/ceb/signature/place'
import { tableOf } from '#shared/ceb/tables'
import { validityFault } from './validity'
import type { Certificate } from './certificate'
import { signatureFault, type SignatureRule } from './faults'
import type { Signer } from './signer'
import { canonicalFault, forParser, parseXml } from './structure'
import { register } from './xml-algorithms'

export type SignOptions = {
  algorithm?: SignatureAlgorithm | undefined
  uris?: UriSet | undefined
  /** Day of signing, yyyyMMdd: a certificate that is not valid on it signs nothing. */
  today?: string | undefined
  /** Put the signature in the place of one that stands there. */
  replace?: boolean | undefined
}

const refuse = (rule: SignatureRule, value = '', more: Record<string, string> = {}): never => {
  throw new CebRefusal([signatureFault(rule, value, more)])
}

/** How a signer signs when asked like this: the algorithm and under which names. Throws CebRefusal when it cannot. */
export function agreedWith(
  { certificate, algorithms }: Signer,
  { algorithm = algorithms[0], uris }: SignOptions,
): { algorithm: SignatureAlgorithm; uris: UriSet } {
  if (!algorithm || !algorithms.includes(algorithm))
    return refuse('key-kind', algorithm ?? '', { kind: certificate.key.kind.toUpperCase() })
  return { algorithm, uris: uris ?? usualUris(algorithm) }
}

/**
 * A customs message with its signature: enveloped XML-DSig over the whole document, at the place of its table, the
 * serial number of the certificate as KeyName. Every other character stays.
 * @throws CebRefusal: not a message, a receipt, signed already, an algorithm the key has not, certificate not valid
 * @throws what the signer throws when its key does not answer
 */
export async function signMessage(xml: string, signer: Signer, options: SignOptions = {}): Promise<string> {
  const { message } = decodeMessage(xml)
  if (tableOf(message.type).signature === 'none') return refuse('signature-unexpected', message.type)
  if (message.signature !== undefined && !options.replace) return refuse('already-signed')
  const { algorithm, uris } = agreedWith(signer, options)
  const notValid = options.today === undefined ? undefined : validityFault(signer.certificate, options.today)
  if (notValid) throw new CebRefusal([notValid])
  const bare = withoutSignature(xml.replace(/^\ufeff/, ''), message.type)
  const unfit = canonicalFault(parseXml(bare))
  if (unfit) throw new CebRefusal([unfit])
  return withSignature(bare, message.type, await signatureOf(bare, signer, urisOf(algorithm, uris)))
}

function signatureOf(
  xml: string,
  signer: Signer,
  { method, digest }: { method: string; digest: string },
): Promise<string> {
  const signing = new SignedXml({
    // The library asks for one; the signer has its own and never shows it.
    privateKey: 'held by the signer',
    signatureAlgorithm: method,
    canonicalizationAlgorithm: canonicalUri,
    getKeyInfoContent: () => keyInfo(signer.certificate),
  })
  register(signing, { sign: (algorithm, bytes) => signer.sign(algorithm, bytes) })
  signing.addReference({ xpath: '/*', isEmptyUri: true, digestAlgorithm: digest, transforms: [envelopedUri] })
  return new Promise((resolve, reject) =>
    signing.computeSignature(forParser(xml), { prefix: 'ds' }, (error) =>
      error ? reject(error) : resolve(signing.getSignatureXml()),
    ),
  )
}

const keyInfo = ({ serial, der }: Certificate): string =>
  `<ds:KeyName>${serial}</ds:KeyName>` +
  `<ds:X509Data><ds:X509Certificate>${der.toString('base64')}</ds:X509Certificate></ds:X509Data>`
