import { DOMParser } from '@xmldom/xmldom'
import type { Fault } from '#shared/ceb/fault'
import { rootLayout } from '#shared/ceb/layout'
import { cebNamespace, signatureNamespace, type MessageType } from '#shared/ceb/message'
import {
  canonicalUri,
  digestNamed,
  envelopedUri,
  methodNamed,
  type SignatureAlgorithm,
} from '#shared/ceb/signature/algorithms'
import { signatureFault } from './faults'

/** What stands in a Signature, once its structure is the one prescribed. */
export type SignatureParts = {
  element: Element
  algorithm: SignatureAlgorithm
  methodUri: string
  digestValue: string
  keyName: string | undefined
  /** DER of the first certificate. */
  certificate: Buffer | undefined
}

const elementsOf = (parent: Element): Element[] =>
  Array.from(parent.childNodes).filter((node): node is Element => node.nodeType === 1)

/**
 * The same document for a parser that takes two more characters for line ends, as XML 1.1 does. As references they stay
 * what they are; messages have them in texts copied from web pages.
 */
export const forParser = (xml: string): string =>
  xml.replace(/<!--[^]*?-->|<!\[CDATA\[[^]*?\]\]>|[\u0085\u2028]/g, (found) => {
    if (found.startsWith('<!--')) return found
    const isSection = found.startsWith('<!')
    return found.replace(/[\u0085\u2028]/g, (one) => {
      const reference = `&#x${one.codePointAt(0)!.toString(16)};`
      return isSection ? `]]>${reference}<![CDATA[` : reference
    })
  })

/** A message as DOM. It was read before, so it is well-formed and has no DTD. */
export const parseXml = (xml: string): Document => new DOMParser().parseFromString(forParser(xml), 'text/xml')

/** What would be canonicalised differently by different programs, or read as something else than what was signed. */
export function canonicalFault(document: Document): Fault | undefined {
  const root = document.documentElement
  const inherited = Array.from(root.attributes).find(({ prefix }) => prefix === 'xml')
  if (inherited) return signatureFault('signature-canonical', inherited.name, {}, '')
  if (root.namespaceURI !== cebNamespace) return signatureFault('signature-canonical', root.tagName, {}, '')
  const instruction = instructionIn(document)
  return instruction === undefined
    ? undefined
    : signatureFault('signature-canonical', `<?${instruction}?>`, {}, '')
}

/** The library takes a processing instruction for text, so text could be turned into one without a trace. */
function instructionIn(node: Node): string | undefined {
  for (let child = node.firstChild; child; child = child.nextSibling) {
    const isDeclaration = node.nodeType === 9 && child.nodeName === 'xml'
    if (child.nodeType === 7 && !isDeclaration) return child.nodeName
    const found = instructionIn(child)
    if (found !== undefined) return found
  }
  return undefined
}

/**
 * The Signature of a message, or what is wrong with its structure. Exactly one form is taken: a child of the root at its
 * place, over the whole document by one empty reference. Every other leaves parts unsigned that a reader would take.
 */
export function signatureParts(document: Document, type: MessageType): SignatureParts | Fault {
  const all = document.getElementsByTagNameNS(signatureNamespace, 'Signature')
  const element = all[0]
  if (!element) return signatureFault('unsigned')
  if (all.length > 1) return signatureFault('signature-several', `${all.length}`)
  if (!isInPlace(document.documentElement, element, type)) return signatureFault('signature-place')
  const [info, value, keyInfo, ...rest] = elementsOf(element)
  const wrong =
    namesOf([info, value, keyInfo]).join() !== 'SignedInfo,SignatureValue,KeyInfo' || rest.length > 0
  if (!info || wrong) return form(namesOf(elementsOf(element)).join(' '))
  const signed = signedInfo(info)
  if ('rule' in signed) return signed
  return { element, ...signed, ...keyParts(keyInfo!) }
}

const form = (value: string) => signatureFault('signature-form', value)
const namesOf = (elements: (Element | undefined)[]) =>
  elements.map((one) =>
    one?.namespaceURI === signatureNamespace ? (one.localName ?? '') : `?${one?.tagName ?? ''}`,
  )

function isInPlace(root: Element, signature: Element, type: MessageType): boolean {
  if (signature.parentNode !== root) return false
  const layout = rootLayout(type)
  const index = layout.get('Signature')!.index
  const siblings = elementsOf(root)
  const at = siblings.indexOf(signature)
  const indexOf = (one: Element) => layout.get(one.localName ?? '')?.index
  return (
    siblings.slice(0, at).every((one) => (indexOf(one) ?? 0) < index) &&
    siblings.slice(at + 1).every((one) => (indexOf(one) ?? 9) > index)
  )
}

function signedInfo(info: Element): Pick<SignatureParts, 'algorithm' | 'methodUri' | 'digestValue'> | Fault {
  const parts = elementsOf(info)
  if (namesOf(parts).join() !== 'CanonicalizationMethod,SignatureMethod,Reference')
    return form(namesOf(parts).join(' '))
  const [canonical, method, reference] = parts as [Element, Element, Element]
  const uri = (one: Element | undefined) => one?.getAttribute('Algorithm') ?? ''
  if (uri(canonical) !== canonicalUri) return form(uri(canonical))
  const algorithm = methodNamed(uri(method))
  if (!algorithm) return signatureFault('signature-algorithm', uri(method))
  if (!reference.hasAttribute('URI') || reference.getAttribute('URI') !== '')
    return form(`Reference URI="${reference.getAttribute('URI') ?? ''}"`)
  const referenced = elementsOf(reference)
  if (namesOf(referenced).join() !== 'Transforms,DigestMethod,DigestValue')
    return form(`Reference ${namesOf(referenced).join(' ')}`)
  const [transforms, digest, digestValue] = referenced as [Element, Element, Element]
  const chain = elementsOf(transforms).map(uri)
  // Canonicalisation after the enveloped transform is what happens without it, too; some signers write it.
  const [first, second = canonicalUri, ...others] = chain
  if (first !== envelopedUri || second !== canonicalUri || others.length > 0) return form(chain.join(' '))
  if (!digestNamed(uri(digest))) return signatureFault('signature-algorithm', uri(digest))
  return {
    algorithm,
    methodUri: uri(method),
    digestValue: (digestValue.textContent ?? '').replace(/\s+/g, ''),
  }
}

function keyParts(keyInfo: Element): Pick<SignatureParts, 'keyName' | 'certificate'> {
  const text = (name: string) => keyInfo.getElementsByTagNameNS(signatureNamespace, name)[0]?.textContent
  const encoded = text('X509Certificate')?.replace(/\s+/g, '')
  return {
    keyName: text('KeyName')?.trim(),
    certificate: encoded ? Buffer.from(encoded, 'base64') : undefined,
  }
}
