import { SaxesParser } from 'saxes'
import { FileFault } from '../file-fault'
import type { StreamDecoder } from '../ports'

export type XmlHandler = {
  open?(name: string, attributes: Readonly<Record<string, string>>): void
  text?(text: string): void
  close?(name: string): void
}

/** Streaming XML over bytes; names come without their namespace prefix. Broken XML is a `FileFault`. */
export class XmlReader {
  readonly #parser = new SaxesParser()
  readonly #decoder: StreamDecoder

  constructor(decoder: StreamDecoder, handler: XmlHandler) {
    this.#decoder = decoder
    const local = (name: string) => name.slice(name.indexOf(':') + 1)
    this.#parser.on('error', (error) => {
      throw new FileFault('file.damaged', { detail: error.message })
    })
    if (handler.open) {
      const { open } = handler
      this.#parser.on('opentag', (tag) => open(local(tag.name), tag.attributes))
    }
    if (handler.text) this.#parser.on('text', handler.text)
    if (handler.close) {
      const { close } = handler
      this.#parser.on('closetag', (tag) => close(local(tag.name)))
    }
  }

  push(bytes: Uint8Array, final: boolean): void {
    this.#parser.write(this.#decoder.decode(bytes, { stream: !final }))
    if (final) this.#parser.close()
  }
}

/** An attribute by its local name, whatever prefix the writer chose. */
export function attribute(attributes: Readonly<Record<string, string>>, name: string): string | undefined {
  if (attributes[name] !== undefined) return attributes[name]
  const key = Object.keys(attributes).find((candidate) => candidate.endsWith(`:${name}`))
  return key === undefined ? undefined : attributes[key]
}

/** Characters that XML cannot hold stand as `_x000D_` in workbooks, the underscore itself as `_x005F_`. */
export function unescaped(text: string): string {
  if (!text.includes('_x')) return text
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
}
