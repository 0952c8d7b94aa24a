import { SaxesParser, type SaxesTagNS } from 'saxes'
import type { CebDocument } from '../model/list'
import { maxBytes, refuseSize, utf8Length } from './bytes'
import type { Fault } from './fault'
import { FragmentWriter } from './fragment'
import { rootLayout, type Layout, type Slot } from './layout'
import {
  cebNamespace,
  isMessageType,
  signatureNamespace,
  type CebMessage,
  type Extra,
  type Values,
} from './message'
import { refuse } from './refusal'
import { keptFault, remark, type RemarkRule } from './remarks'
import { tableOf } from './tables'

/** A message as read, and what was off about its XML; the content is judged by the validator. */
export type Decoded = { message: CebMessage; remarks: Fault[] }

/** A parent element that is open: where it is, what may stand in it, and what was read so far. */
type Parent = {
  path: string
  layout: Layout
  /** Where the texts of leaves go; undefined for the root and for a node with head and lines. */
  values?: Values
  /** Element children so far, and the position of the last known one in the order of the schema. */
  children: number
  last: number
  /** A node whose head was read. */
  headed?: boolean
}

type Leaf = { name: string; tag: SaxesTagNS; text: string }
type Kept = { writer: FragmentWriter; done(xml: string): void }

export type ReaderOptions = {
  /** Receives each document when it is complete; then the message returned by `close` holds none. */
  onDocument?: (document: CebDocument) => void
}

/**
 * Reads one CEB message from text that comes in pieces. Memory holds one document when `onDocument` takes them.
 * A message that cannot be read throws CebRefusal out of `write` or `close`.
 */
export class MessageReader {
  readonly #parser = new SaxesParser({
    xmlns: true,
    // Copies in circulation use these prefixes without declaring them.
    additionalNamespaces: { ceb: cebNamespace, ds: signatureNamespace },
  })
  readonly #onDocument: (document: CebDocument) => void
  readonly #remarks: Fault[] = []
  readonly #parents: Parent[] = []
  #message: CebMessage | undefined
  #document: CebDocument | undefined
  #documents = 0
  #leaf: Leaf | undefined
  #kept: Kept | undefined
  /** The namespace of the root, right or wrong: its elements are read as the specification's, with one remark. */
  #rootNamespace = cebNamespace
  #namespaceRemarked = false
  #bytes = 0

  constructor({ onDocument }: ReaderOptions = {}) {
    this.#onDocument = onDocument ?? ((document) => this.#message?.documents.push(document))
    const parser = this.#parser
    parser.on('error', (error) => refuseXml(error.message))
    parser.on('doctype', refuseDoctype)
    parser.on('processinginstruction', ({ target }) => this.#remark('xml-instruction', '', target))
    parser.on('opentag', (tag) => this.#openTag(tag))
    parser.on('closetag', () => this.#closeTag())
    parser.on('text', (text) => this.#text(text))
    parser.on('cdata', (text) => this.#text(text))
  }

  write(text: string): this {
    this.#bytes += utf8Length(text)
    if (this.#bytes > maxBytes) refuseSize()
    this.#parser.write(text)
    return this
  }

  close(): Decoded {
    this.#parser.close()
    if (!this.#message) return refuseXml('no root element')
    return { message: this.#message, remarks: this.#remarks }
  }

  #openTag(tag: SaxesTagNS): void {
    if (this.#kept) {
      if (!this.#kept.writer.openTag(tag)) refuseXml('nested too deeply')
      return
    }
    if (this.#leaf) return this.#openInLeaf(tag)
    const parent = this.#parents.at(-1)
    if (!parent) return this.#openRoot(tag)
    const slot = this.#slot(parent, tag)
    if (!slot) {
      this.#keep(tag, parent, 'xml-unknown')
      return
    }
    if (slot.index < parent.last) {
      this.#remark('xml-order', this.#below(parent, tag.local), tag.name)
    }
    parent.last = Math.max(parent.last, slot.index)
    if (slot.kind === 'leaf') this.#openLeaf(slot, tag, parent)
    else if ('layout' in slot) this.#openParent(slot, tag, parent)
    else this.#openKept(slot.kind, tag, parent)
  }

  #openRoot(tag: SaxesTagNS): void {
    const name = tag.local.replace(/Message$/, '')
    if (!isMessageType(name)) return refuseRoot(tag.name)
    const message: CebMessage = { type: name, guid: '', version: '', documents: [] }
    this.#message = message
    if (tag.local === name) this.#remark('xml-root', '', tag.name, { type: name })
    this.#rootNamespace = tag.uri
    const declaration = tag.prefix ? `xmlns:${tag.prefix}` : 'xmlns'
    const declared = Object.hasOwn(tag.attributes, declaration)
    if (tag.uri === cebNamespace) message.prefix = tag.prefix
    if (tag.uri !== cebNamespace || !declared) this.#remarkNamespace('', declared ? tag.uri : '')
    const others: Values = {}
    for (const { name: attribute, value, uri } of Object.values(tag.attributes)) {
      if (attribute === 'guid') message.guid = value
      else if (attribute === 'version') message.version = value
      else if (!(
        attribute.startsWith('xmlns') &&
        value === tag.uri &&
        isDeclaration(attribute, tag.prefix)
      )) {
        if (!attribute.startsWith('xmlns') && uri === '') this.#remark('xml-attribute', '', attribute)
        others[attribute] = value
      }
    }
    if (Object.keys(others).length > 0) message.attributes = others
    this.#parents.push({ path: '', layout: rootLayout(name), children: 0, last: -1 })
  }

  /** What a child element is, or undefined when the tables do not know it there. */
  #slot(parent: Parent, tag: SaxesTagNS): Slot | undefined {
    const slot = parent.layout.get(tag.local)
    if (tag.uri === cebNamespace || tag.uri === '' || tag.uri === this.#rootNamespace) {
      const found = slot ?? this.#misspelt(parent, tag)
      if (found && found.kind !== 'signature' && tag.uri === '')
        this.#remarkNamespace(this.#below(parent, tag.local), '')
      return found?.kind === 'signature' ? undefined : found
    }
    return slot?.kind === 'signature' && tag.uri === signatureNamespace ? slot : undefined
  }

  #misspelt(parent: Parent, tag: SaxesTagNS): Slot | undefined {
    const name = this.#message && tableOf(this.#message.type).spellings?.[tag.local]
    const slot = name ? parent.layout.get(name) : undefined
    if (name && slot) this.#remark('xml-spelling', this.#below(parent, tag.local), tag.local, { name })
    return slot
  }

  #openLeaf(slot: Slot & { kind: 'leaf' }, tag: SaxesTagNS, parent: Parent): void {
    const { name } = slot.field
    const path = this.#below(parent, name)
    if (parent.values && Object.hasOwn(parent.values, name)) {
      this.#keep(tag, parent, 'xml-repeated')
      return
    }
    if (slot.misspelt) this.#remark('xml-spelling', path, tag.local, { name })
    this.#remarkAttributes(tag, path)
    parent.children += 1
    this.#leaf = { name, tag, text: '' }
  }

  /** A leaf that turns out to hold elements is kept whole. */
  #openInLeaf(tag: SaxesTagNS): void {
    const leaf = this.#leaf
    const parent = this.#parents.at(-1)
    if (!leaf || !parent) return
    this.#leaf = undefined
    parent.children -= 1
    const writer = this.#keep(leaf.tag, parent, 'xml-nested')
    writer.text(leaf.text)
    writer.openTag(tag)
  }

  #openKept(kind: 'signature' | 'extend', tag: SaxesTagNS, parent: Parent): void {
    const message = this.#message
    if (!message) return
    if (message[kind] !== undefined) {
      this.#keep(tag, parent, 'xml-repeated')
      return
    }
    parent.children += 1
    message[kind] = ''
    this.#kept = { writer: new FragmentWriter(tag), done: (xml) => (message[kind] = xml) }
  }

  #openParent(slot: Extract<Slot, { layout: Layout }>, tag: SaxesTagNS, parent: Parent): void {
    const message = this.#message
    if (!message) return
    const document = this.#document
    const repeated = slot.kind === 'transfer' ? message.transfer : slot.kind === 'head' && parent.headed
    if (repeated) {
      this.#keep(tag, parent, 'xml-repeated')
      return
    }
    let values: Values | undefined = {}
    let path = this.#below(parent, slot.name)
    if (slot.kind === 'transfer') message.transfer = values
    else if (slot.kind === 'subscribe') {
      message.subscribes = [...(message.subscribes ?? []), values]
      path = `${path}[${message.subscribes.length}]`
    } else if (slot.kind === 'node') {
      this.#documents += 1
      path = `${path}[${this.#documents}]`
      this.#document = { head: values }
      if (!tableOf(message.type).flat) values = undefined
    } else if (slot.kind === 'head' && document) {
      document.head = values
      parent.headed = true
    } else if (slot.kind === 'line' && document) {
      document.lines = [...(document.lines ?? []), values]
      path = `${path}[${document.lines.length}]`
    }
    this.#remarkAttributes(tag, path)
    parent.children += 1
    this.#parents.push({ path, layout: slot.layout, values, children: 0, last: -1 })
  }

  /** Keep an element that has no place in the record. */
  #keep(tag: SaxesTagNS, parent: Parent, why: Extra['why']): FragmentWriter {
    const kept: Extra = {
      within: parent.path,
      at: parent.children,
      why,
      name: tag.local,
      namespace: tag.uri,
      xml: '',
    }
    parent.children += 1
    const message = this.#message
    if (message) message.extras = [...(message.extras ?? []), kept]
    this.#remarks.push(keptFault(kept))
    const writer = new FragmentWriter(tag)
    this.#kept = { writer, done: (xml) => (kept.xml = xml) }
    return writer
  }

  #closeTag(): void {
    if (this.#kept) {
      if (!this.#kept.writer.closeTag()) return
      this.#kept.done(this.#kept.writer.toString())
      this.#kept = undefined
      return
    }
    if (this.#leaf) {
      const values = this.#parents.at(-1)?.values
      if (values) values[this.#leaf.name] = this.#leaf.text
      this.#leaf = undefined
      return
    }
    this.#parents.pop()
    if (this.#parents.length === 1 && this.#document) {
      this.#onDocument(this.#document)
      this.#document = undefined
    }
  }

  #text(text: string): void {
    if (this.#kept) this.#kept.writer.text(text)
    else if (this.#leaf) this.#leaf.text += text
    else if (text.trim() !== '') this.#remark('xml-text', this.#parents.at(-1)?.path ?? '', text.trim())
  }

  #below(parent: Parent, name: string): string {
    return parent.path ? `${parent.path}/${name}` : name
  }

  #remark(rule: RemarkRule, path: string, value: string, params?: Record<string, string>): void {
    this.#remarks.push(remark(rule, path, value, params))
  }

  /** A missing namespace is one remark, however many elements lack it. */
  #remarkNamespace(path: string, uri: string): void {
    if (!this.#namespaceRemarked) this.#remark('xml-namespace', path, uri)
    this.#namespaceRemarked = true
  }

  #remarkAttributes(tag: SaxesTagNS, path: string): void {
    for (const name in tag.attributes) {
      if (!name.startsWith('xmlns')) this.#remark('xml-attribute', path, name)
    }
  }
}

const isDeclaration = (attribute: string, prefix: string) =>
  attribute === (prefix ? `xmlns:${prefix}` : 'xmlns')

function refuseXml(detail: string): never {
  refuse(
    '',
    'xml-form',
    detail,
    { zh: `不是格式正确的 XML：${detail}`, en: `Not well-formed XML: ${detail}` },
    { zh: '用生成该文件的软件重新导出', en: 'Export the file again from the software that made it' },
  )
}

function refuseDoctype(): never {
  refuse(
    '',
    'xml-doctype',
    'DOCTYPE',
    {
      zh: '报文含有 DTD 或实体声明，拒绝读取',
      en: 'The message has a DTD or declares entities; it is not read',
    },
    { zh: '去掉 <!DOCTYPE …>；CEB 报文不需要', en: 'Remove <!DOCTYPE …>; no CEB message needs it' },
  )
}

function refuseRoot(name: string): never {
  refuse(
    '',
    'xml-root',
    name,
    { zh: `根元素 ${name} 不是 CEB 报文`, en: `The root ${name} is not a CEB message` },
    { zh: '根元素应形如 CEB603Message', en: 'The root should be like CEB603Message' },
  )
}
