import type { CebDocument } from '../model/list'
import { maxBytes } from './bytes'
import { impossibleCharacter } from './escape'
import { rootLayout, type Layout, type Slot } from './layout'
import { cebNamespace, isMessageType, type CebMessage, type Values } from './message'
import { MessageReader } from './reader'
import { CebRefusal } from './refusal'
import { tableOf } from './tables'

const declaration = '<?xml version="1.0" encoding="UTF-8"?>'
const rootTag = /<(?:([A-Za-z_][\w.-]*):)?(CEB\d{3})Message((?: [A-Za-z][\w.:-]*="[^"<&\t\n]*"){3})>/y
const attribute = / ([^ =]+)="([^"]*)"/g
const cdata = '<![CDATA['

/**
 * Reads a message as an orderly sender writes it: one prefix that the root declares, elements of the tables in the order
 * of the schema, without attributes, nothing but blanks between them. The parser of XML costs several times as much, and
 * nearly every message is like this. Whatever else a text holds, also what nobody would take, gives undefined: it is for
 * `MessageReader`, which reads the orderly ones the same.
 */
export function readPlain(xml: string): CebMessage | undefined {
  // A code unit is at most three bytes. A bare CR would have to become a LF.
  if (xml.length * 3 > maxBytes || xml.includes('\r')) return undefined
  if (impossibleCharacter(xml) !== undefined) return undefined
  const from = xml.startsWith(declaration) ? declaration.length : 0
  rootTag.lastIndex = afterBlanks(xml, from)
  const root = rootTag.exec(xml)
  const message = root && messageOf(root)
  if (!message) return undefined
  const scan = new Scan(xml, message.prefix ?? '', rootTag.lastIndex)
  if (!scan.root(message)) {
    const isWhole = message.documents.length > 0 && scan.rest !== undefined
    return isWhole ? withRest(message, root[0] + xml.slice(scan.rest)) : undefined
  }
  return afterBlanks(xml, scan.at) === xml.length ? message : undefined
}

/**
 * A message whose Signature or ExtendMessage the parser reads, as the only children of the same root: they hold any XML
 * and end it. With anything else there it is not orderly.
 */
function withRest(message: CebMessage, rest: string): CebMessage | undefined {
  let read
  try {
    read = new MessageReader().write(rest).close()
  } catch (error) {
    if (error instanceof CebRefusal) return undefined
    throw error
  }
  const { signature, extend, documents, transfer, subscribes, extras } = read.message
  const isEnd = documents.length === 0 && !transfer && !subscribes && !extras && read.remarks.length === 0
  if (!isEnd) return undefined
  return {
    ...message,
    ...(signature !== undefined && { signature }),
    ...(extend !== undefined && { extend }),
  }
}

function messageOf([, prefix = '', type = '', written = '']: RegExpExecArray): CebMessage | undefined {
  const attributes = new Map(
    [...written.matchAll(attribute)].map(([, name = '', value = '']) => [name, value]),
  )
  const guid = attributes.get('guid')
  const version = attributes.get('version')
  const namespace = attributes.get(prefix === '' ? 'xmlns' : `xmlns:${prefix}`)
  const isReserved = /^xml/i.test(prefix)
  if (guid === undefined || version === undefined || namespace !== cebNamespace || isReserved)
    return undefined
  return isMessageType(type) ? { type, guid, version, documents: [], prefix } : undefined
}

function afterBlanks(xml: string, from: number): number {
  let at = from
  for (let code = xml.charCodeAt(at); code === 0x20 || code === 0x0a || code === 0x09;) {
    code = xml.charCodeAt((at += 1))
  }
  return at
}

const named: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
}

/** A place in the text of a message; each method reads one thing there, or says that it is not like that. */
class Scan {
  readonly #open: string
  readonly #close: string
  /** Where the children of the root begin that are not fields; undefined while there are none. */
  rest: number | undefined

  constructor(
    readonly xml: string,
    prefix: string,
    public at: number,
  ) {
    this.#open = prefix === '' ? '<' : `<${prefix}:`
    this.#close = prefix === '' ? '</' : `</${prefix}:`
  }

  root(message: CebMessage): boolean {
    const layout = rootLayout(message.type)
    const { flat } = tableOf(message.type)
    for (let last = -1; !this.#ends(`${message.type}Message`);) {
      const from = this.at
      const slot = this.#starts(layout)
      if (!slot || slot.kind === 'signature' || slot.kind === 'extend') {
        this.rest = from
        return false
      }
      if (slot.index < last) return false
      if (slot.kind === 'node') {
        const document: CebDocument = { head: {} }
        const { layout: inside, name } = slot
        if (!(flat ? this.#leaves(document.head, inside, name) : this.#parts(document, inside, name)))
          return false
        message.documents.push(document)
      } else if (slot.kind === 'transfer' || slot.kind === 'subscribe') {
        const values: Values = {}
        if (!this.#leaves(values, slot.layout, slot.name)) return false
        if (slot.kind === 'subscribe') (message.subscribes ??= []).push(values)
        else if (message.transfer) return false
        else message.transfer = values
      }
      last = slot.index
    }
    return true
  }

  /** Head and lines of a document. */
  #parts(document: CebDocument, layout: Layout, name: string): boolean {
    for (let last = -1; !this.#ends(name);) {
      const slot = this.#starts(layout)
      if (!slot || slot.index < last || (slot.kind !== 'line' && slot.kind !== 'head')) return false
      if (slot.kind === 'head' && slot.index === last) return false
      const values: Values = {}
      if (!this.#leaves(values, slot.layout, slot.name)) return false
      if (slot.kind === 'head') document.head = values
      else (document.lines ??= []).push(values)
      last = slot.index
    }
    return true
  }

  /** Fields up to the end tag of this element. */
  #leaves(values: Values, layout: Layout, name: string): boolean {
    for (let last = -1; !this.#ends(name);) {
      const slot = this.#starts(layout)
      if (slot?.kind !== 'leaf' || slot.misspelt || slot.index <= last) return false
      const text = this.#text()
      if (text === undefined || !this.#closes(slot.field.name)) return false
      values[slot.field.name] = text
      last = slot.index
    }
    return true
  }

  /** The start tag that stands here; undefined when there is none, or none that belongs here. */
  #starts(layout: Layout): Slot | undefined {
    if (!this.xml.startsWith(this.#open, this.at)) return undefined
    const from = this.at + this.#open.length
    const end = this.xml.indexOf('>', from)
    if (end < 0) return undefined
    this.at = end + 1
    return layout.get(this.xml.slice(from, end))
  }

  /** Blanks, then the end tag of this element? */
  #ends(name: string): boolean {
    this.at = afterBlanks(this.xml, this.at)
    return this.#closes(name)
  }

  #closes(name: string): boolean {
    const from = this.at + this.#close.length
    const end = from + name.length
    const { xml } = this
    if (!xml.startsWith(this.#close, this.at) || !xml.startsWith(name, from) || xml[end] !== '>') return false
    this.at = end + 1
    return true
  }

  /** Text up to the next tag. */
  #text(): string | undefined {
    const { xml, at } = this
    if (xml.startsWith(cdata, at)) {
      const end = xml.indexOf(']]>', at)
      this.at = end + 3
      return end < 0 ? undefined : xml.slice(at + cdata.length, end)
    }
    const end = xml.indexOf('<', at)
    if (end < 0) return undefined
    this.at = end
    const text = xml.slice(at, end)
    if (text.includes(']]>')) return undefined
    return text.includes('&') ? resolved(text) : text
  }
}

/** A text with its references in plain; undefined when one is not of the five that need no declaration. */
function resolved(text: string): string | undefined {
  let isKnown = true
  const plain = text.replace(/&[^;&]*;?/g, (reference) => {
    isKnown &&= Object.hasOwn(named, reference)
    return named[reference] ?? ''
  })
  return isKnown ? plain : undefined
}
