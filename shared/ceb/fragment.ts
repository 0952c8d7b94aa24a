import { SaxesParser, type SaxesTagNS } from 'saxes'
import { escapeAttribute, escapeText } from './escape'
import { refuse } from './refusal'

/** Deeper nesting than any message or signature has; a reader that recurses must not be led further. */
export const maxDepth = 64

/** Throws CebRefusal when a kept fragment is not exactly one XML element. */
export function checkFragment(xml: string, path: string): void {
  const parser = new SaxesParser({ xmlns: true })
  let fault: string | undefined
  parser.on('error', (error) => (fault ??= error.message))
  parser.on('doctype', () => (fault ??= 'DOCTYPE'))
  parser.on('xmldecl', () => (fault ??= 'XML declaration'))
  parser.write(xml).close()
  if (fault) {
    refuse(
      path,
      'xml-fragment',
      xml.slice(0, 80),
      {
        zh: `保留的片段不是完整的 XML 元素：${fault}`,
        en: `the kept fragment is not one XML element: ${fault}`,
      },
      { zh: '恢复读入时的内容，或删除该片段', en: 'Restore what was read, or remove the fragment' },
    )
  }
}

type Open = { declared: Map<string, string>; name: string }

/**
 * Writes an element that the tables do not know back to text, event by event. Prefixes that were declared outside are
 * declared on the element itself, so that it stands alone.
 */
export class FragmentWriter {
  readonly #open: Open[] = []
  readonly #needed = new Map<string, string>()
  readonly #firstTag: string
  #rest = ''

  constructor(tag: SaxesTagNS) {
    this.#firstTag = this.#start(tag)
  }

  /** False when the nesting is deeper than anything sensible. */
  openTag(tag: SaxesTagNS): boolean {
    this.#rest += `${this.#start(tag)}>`
    return this.#open.length <= maxDepth
  }

  text(text: string): void {
    this.#rest += escapeText(text)
  }

  /** True when this closed the element itself. */
  closeTag(): boolean {
    const { name } = this.#open.pop() ?? { name: '' }
    this.#rest += `</${name}>`
    return this.#open.length === 0
  }

  toString(): string {
    const declarations = [...this.#needed].map(
      ([prefix, uri]) => ` xmlns${prefix && ':'}${prefix}="${escapeAttribute(uri)}"`,
    )
    return `${this.#firstTag}${declarations.join('')}>${this.#rest}`
  }

  #start(tag: SaxesTagNS): string {
    const declared = new Map<string, string>()
    const attributes = Object.values(tag.attributes)
    for (const { name, local, value } of attributes) {
      if (name === 'xmlns') declared.set('', value)
      else if (name.startsWith('xmlns:')) declared.set(local, value)
    }
    this.#open.push({ declared, name: tag.name })
    this.#need(tag.prefix, tag.uri)
    for (const { prefix, uri } of attributes) {
      if (prefix && prefix !== 'xmlns' && prefix !== 'xml') this.#need(prefix, uri)
    }
    const written = attributes.map(({ name, value }) => ` ${name}="${escapeAttribute(value)}"`)
    return `<${tag.name}${written.join('')}`
  }

  #need(prefix: string, uri: string): void {
    if (prefix === 'xml' || this.#open.some((one) => one.declared.has(prefix))) return
    if (prefix === '' && uri === '') return
    this.#needed.set(prefix, uri)
  }
}
