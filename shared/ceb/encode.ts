import { cdataSection, escapeAttribute, escapeText, impossibleCharacter, isPlainText } from './escape'
import { checkFragment } from './fragment'
import { subscribePart, transferPart } from './fields/transfer'
import { cebNamespace, type CebMessage, type Extra, type Values } from './message'
import { refuse } from './refusal'
import { tableOf } from './tables'
import type { Field, MessageTable, Part } from './table'
import type { CebDocument } from '../model/list'

export type EncodeOptions = {
  /** One element a line, for people. Without it the message is one line, as it is sent. */
  indent?: boolean
}

/** Everything of a message but its documents. */
export type Envelope = Omit<CebMessage, 'documents'>

/**
 * A CEB message as XML 1.0 text (UTF-8), elements in the order of the schema. Writes what it is given: whether customs
 * would accept it is the validator's business. Throws CebRefusal for what no such message can hold: a field the table
 * does not know, a character XML cannot carry, a kept fragment that is not XML.
 */
export function encodeMessage(message: CebMessage, options: EncodeOptions = {}): string {
  const writer = new MessageWriter(message, options)
  const parts = [writer.open()]
  for (const document of message.documents) parts.push(writer.document(document))
  parts.push(writer.close())
  return parts.join('')
}

/** The same message in pieces, one document at a time, so that memory stays flat however many there are. */
export async function* encodeStream(
  envelope: Envelope,
  documents: AsyncIterable<CebDocument> | Iterable<CebDocument>,
  options: EncodeOptions = {},
): AsyncGenerator<string> {
  const writer = new MessageWriter(envelope, options)
  yield writer.open()
  for await (const document of documents) yield writer.document(document)
  yield writer.close()
}

/** A name with at most one prefix. Anything else in an attribute would change the structure of the document. */
const xmlName = /^[\p{L}_][\p{L}\p{N}._-]*(:[\p{L}_][\p{L}\p{N}._-]*)?$/u

/** Element children of one parent, to be joined once kept elements stand where they stood. */
type Children = string[]

class MessageWriter {
  readonly #envelope: Envelope
  readonly #table: MessageTable
  readonly #prefix: string
  readonly #indent: boolean
  readonly #extras = new Map<string, Extra[]>()
  readonly #tags = new Map<string, { open: string; close: string }>()
  #documents = 0
  #rootChildren = 0

  constructor(envelope: Envelope, options: EncodeOptions) {
    this.#envelope = envelope
    this.#table = tableOf(envelope.type)
    this.#indent = options.indent ?? false
    const prefix = envelope.prefix ?? 'ceb'
    this.#prefix = prefix === '' ? '' : `${prefix}:`
    for (const extra of envelope.extras ?? []) {
      checkFragment(extra.xml, extra.within)
      this.#extras.set(extra.within, [...(this.#extras.get(extra.within) ?? []), extra])
    }
  }

  open(): string {
    const { guid, version, attributes = {}, prefix = 'ceb', type } = this.#envelope
    for (const name of [prefix || 'ceb', ...Object.keys(attributes)])
      if (!xmlName.test(name)) refuseName(name)
    const all = {
      [prefix === '' ? 'xmlns' : `xmlns:${prefix}`]: cebNamespace,
      guid,
      version,
      ...attributes,
    }
    const written = Object.entries(all).map(([name, value]) => {
      if (impossibleCharacter(value)) refuseCharacter(`@${name}`, value)
      return ` ${name}="${escapeAttribute(value)}"`
    })
    return `<?xml version="1.0" encoding="UTF-8"?>\n<${this.#prefix}${type}Message${written.join('')}>${this.#rootExtras()}`
  }

  document(document: CebDocument): string {
    this.#documents += 1
    const table = this.#table
    const path = `${table.node}[${this.#documents}]`
    if (table.flat) return this.#child(this.#part(table.head, document.head, path, table.node, 1))
    const { lines } = table
    if (document.lines?.length && !lines) refuseLines(path, table)
    const head = this.#part(table.head, document.head, `${path}/${table.head.element}`, table.head.element, 2)
    const children = [head, ...(lines ? this.#lines(lines, document, path) : [])]
    return this.#child(this.#element(table.node, children, path, 1))
  }

  #lines(part: Part, { lines = [] }: CebDocument, path: string): string[] {
    return lines.map((line, at) =>
      this.#part(part, line, `${path}/${part.element}[${at + 1}]`, part.element, 2),
    )
  }

  close(): string {
    const { type, transfer, subscribes = [], signature, extend } = this.#envelope
    const tail: string[] = []
    const add = (xml: string) => tail.push(this.#child(xml))
    if (transfer) add(this.#part(transferPart, transfer, 'BaseTransfer', 'BaseTransfer', 1))
    subscribes.forEach((one, at) =>
      add(this.#part(subscribePart, one, `BaseSubscribe[${at + 1}]`, 'BaseSubscribe', 1)),
    )
    const kept = [
      { name: 'Signature', xml: signature },
      { name: 'ExtendMessage', xml: extend },
    ]
    if (this.#table.direction === 'import') kept.reverse()
    for (const { name, xml } of kept) {
      if (xml === undefined) continue
      checkFragment(xml, name)
      add(this.#line(1) + xml)
    }
    return `${tail.join('')}${this.#line(0)}</${this.#prefix}${type}Message>\n`
  }

  #part(part: Part, values: Values, path: string, element: string, depth: number): string {
    const children: Children = []
    let text = ''
    let written = 0
    const isKept = this.#extras.has(path)
    for (const field of part.fields) {
      const value = values[field.name]
      if (value === undefined) continue
      written += 1
      const leaf = this.#leaf(field, value, path, depth + 1)
      if (isKept) children.push(leaf)
      else text += leaf
    }
    if (written < Object.keys(values).length) refuseUnknown(part, values, path)
    return isKept ? this.#element(element, children, path, depth) : this.#wrapped(element, text, depth)
  }

  #leaf(field: Field, value: string, path: string, depth: number): string {
    const plain = isPlainText(value)
    if (!plain && impossibleCharacter(value)) refuseCharacter(`${path}/${field.name}`, value)
    const { open, close } = this.#tag(field.name)
    const text = field.cdata ? cdataSection(value) : plain ? value : escapeText(value)
    return this.#indent ? `${this.#line(depth)}${open}${text}${close}` : open + text + close
  }

  #element(name: string, children: Children, path: string, depth: number): string {
    for (const extra of this.#extras.get(path) ?? []) {
      children.splice(extra.at, 0, this.#line(depth + 1) + extra.xml)
    }
    return this.#wrapped(name, children.join(''), depth)
  }

  #wrapped(name: string, inner: string, depth: number): string {
    const { open, close } = this.#tag(name)
    const line = this.#line(depth)
    return `${line}${open}${inner}${inner === '' ? '' : line}${close}`
  }

  /** Start and end tag of an element: made once, written for every line of every document. */
  #tag(name: string): { open: string; close: string } {
    let tag = this.#tags.get(name)
    if (!tag) {
      tag = { open: `<${this.#prefix}${name}>`, close: `</${this.#prefix}${name}>` }
      this.#tags.set(name, tag)
    }
    return tag
  }

  /** A child of the root, followed by the kept elements that came right after it. */
  #child(xml: string): string {
    this.#rootChildren += 1
    return xml + this.#rootExtras()
  }

  #rootExtras(): string {
    let xml = ''
    for (const extra of this.#extras.get('') ?? []) {
      if (extra.at !== this.#rootChildren) continue
      xml += this.#line(1) + extra.xml
      this.#rootChildren += 1
    }
    return xml
  }

  #line(depth: number): string {
    return this.#indent ? `\n${'\t'.repeat(depth)}` : ''
  }
}

function refuseCharacter(path: string, value: string): never {
  const code = impossibleCharacter(value)?.codePointAt(0)?.toString(16).padStart(4, '0').toUpperCase() ?? ''
  refuse(
    path,
    'xml-character',
    value,
    { zh: `含有 XML 不能表示的字符 U+${code}`, en: `holds the character U+${code}, which XML cannot carry` },
    {
      zh: '删除该字符(常见于从网页或 PDF 复制的文字)',
      en: 'Delete it; it often comes with text copied from a web page or PDF',
    },
  )
}

function refuseUnknown(part: Part, values: Values, path: string): never {
  const name = Object.keys(values).find((key) => !part.byName.has(key)) ?? ''
  refuse(
    `${path}/${name}`,
    'unknown-field',
    values[name] ?? '',
    { zh: `${part.element} 没有字段 ${name}`, en: `${part.element} has no field ${name}` },
    { zh: '核对字段名的拼写和大小写', en: 'Check the spelling and case of the field' },
  )
}

function refuseLines(path: string, table: MessageTable): never {
  refuse(
    path,
    'unknown-field',
    'lines',
    { zh: `${table.label.zh}没有表体`, en: `${table.label.en} has no lines` },
    { zh: '去掉 lines', en: 'Leave out lines' },
  )
}

function refuseName(name: string): never {
  refuse(
    `@${name}`,
    'xml-name',
    name,
    { zh: `“${name}”不能作为 XML 名称`, en: `“${name}” is not an XML name` },
    { zh: '只用字母、数字、点、横线和下划线', en: 'Use letters, digits, dots, dashes and underscores' },
  )
}
