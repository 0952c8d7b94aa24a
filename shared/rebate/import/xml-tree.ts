import { SaxesParser } from 'saxes'

/** An element by its local name: whatever prefix the writer chose, and text and CDATA as one. */
export type XmlNode = {
  name: string
  attributes: Readonly<Record<string, string>>
  text: string
  children: XmlNode[]
}

/** No invoice is nearly as large or as deep. */
export const MAX_CHARACTERS = 4_000_000
const MAX_DEPTH = 64

/** A small document as a tree. Throws for broken XML, and for a document type, which no invoice has. */
export function xmlTree(xml: string): XmlNode {
  const parser = new SaxesParser()
  const top: XmlNode = { name: '', attributes: {}, text: '', children: [] }
  const path = [top]
  const add = (part: string) => (path.at(-1)!.text += part)
  parser.on('doctype', () => {
    throw new Error('a document type is not allowed')
  })
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    if (path.length > MAX_DEPTH) throw new Error('nested too deeply')
    const node: XmlNode = { name: name.slice(name.indexOf(':') + 1), attributes, text: '', children: [] }
    path.at(-1)!.children.push(node)
    path.push(node)
  })
  parser.on('text', add)
  parser.on('cdata', add)
  parser.on('closetag', () => {
    const node = path.pop()!
    node.text = node.text.trim()
  })
  parser.write(xml).close()
  return top.children[0] ?? top
}

/** The elements of this name below one, itself included, in the order of the document. */
export function named(node: XmlNode, name: string): XmlNode[] {
  const below = node.children.flatMap((child) => named(child, name))
  return node.name === name ? [node, ...below] : below
}

/** The text of the first element of this name that has one. */
export const textOf = (node: XmlNode, name: string): string =>
  named(node, name).find(({ text }) => text !== '')?.text ?? ''
