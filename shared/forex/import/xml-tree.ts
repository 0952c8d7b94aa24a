import { SaxesParser } from 'saxes'

/** An element without its namespace prefix, and the line it begins at. */
export type Node = {
  name: string
  line: number
  attributes: Readonly<Record<string, string>>
  children: Node[]
  text: string
}

export class XmlFault extends Error {
  constructor(
    readonly kind: 'broken' | 'doctype',
    readonly line: number,
    message: string,
  ) {
    super(message)
  }
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1)

/** Parse a bank's XML into a tree. A DTD is refused unread; text that is no XML is a fault with its line. */
export function readTree(xml: string): Node {
  const parser = new SaxesParser()
  const root: Node = { name: '', line: 1, attributes: {}, children: [], text: '' }
  const open: Node[] = [root]
  parser.on('error', (error) => {
    throw new XmlFault('broken', parser.line, error.message)
  })
  parser.on('doctype', () => {
    throw new XmlFault('doctype', parser.line, 'doctype')
  })
  parser.on('opentag', ({ name, attributes }) => {
    const node: Node = { name: local(name), line: parser.line, attributes, children: [], text: '' }
    open.at(-1)?.children.push(node)
    open.push(node)
  })
  parser.on('text', (text) => {
    const node = open.at(-1)
    if (node) node.text += text
  })
  parser.on('closetag', () => {
    open.pop()
  })
  parser.write(xml.replace(/^\ufeff/, '')).close()
  return root
}

export const all = (node: Node | undefined, name: string): Node[] =>
  (node?.children ?? []).filter((child) => child.name === name)

/** The first element along a path of names; undefined where the path breaks. */
export function at(node: Node | undefined, ...path: readonly string[]): Node | undefined {
  return path.reduce<Node | undefined>(
    (here, name) => here?.children.find((child) => child.name === name),
    node,
  )
}

/** The text along a path, trimmed; undefined where there is none. */
export function textAt(node: Node | undefined, ...path: readonly string[]): string | undefined {
  const text = at(node, ...path)?.text.trim()
  return text === '' ? undefined : text
}
