import { SaxesParser } from 'saxes'
import { rootLayout } from '../layout'
import { signatureNamespace, type MessageType } from '../message'

type Span = { from: number; to: number }

/**
 * Put a Signature element into the text of a message, at the place its table gives it, and leave every other character
 * as it is: what was signed is the text without the element. The text must be a message that was read before.
 */
export function withSignature(xml: string, type: MessageType, signature: string): string {
  const { place } = scan(xml, type)
  return xml.slice(0, place) + signature + xml.slice(place)
}

/** The text without its Signature elements, everything else as it was. */
export function withoutSignature(xml: string, type: MessageType): string {
  let rest = xml
  for (const { from, to } of scan(xml, type).signatures.reverse()) rest = rest.slice(0, from) + rest.slice(to)
  return rest
}

/** Where the Signature belongs (after the last child of the root that goes before it), and where there are some. */
function scan(xml: string, type: MessageType): { place: number; signatures: Span[] } {
  const layout = rootLayout(type)
  const index = layout.get('Signature')!.index
  const parser = new SaxesParser({ xmlns: true, additionalNamespaces: { ds: signatureNamespace } })
  const signatures: Span[] = []
  let depth = 0
  let place = 0
  let opened = 0
  parser.on('opentag', ({ local, uri }) => {
    depth += 1
    if (depth === 1) place = parser.position
    // The tag has been read: back to its bracket.
    if (depth === 2 && local === 'Signature' && uri === signatureNamespace) {
      opened = xml.lastIndexOf('<', parser.position - 1)
    }
  })
  parser.on('closetag', ({ local, uri }) => {
    depth -= 1
    if (depth !== 1) return
    if (local === 'Signature' && uri === signatureNamespace)
      signatures.push({ from: opened, to: parser.position })
    else if ((layout.get(local)?.index ?? index) < index) place = parser.position
  })
  parser.write(xml).close()
  return { place, signatures }
}
