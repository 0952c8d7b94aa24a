import { maxBytes, refuseSize } from './bytes'

const rootTag = /<((?:[A-Za-z_][\w.-]*:)?CEB\d{3}(?:Message)?)[\s/>]/

/**
 * Cuts text in pieces into messages that stand one after the other, as exports of a whole day do: each from its XML
 * declaration or root to the end tag of that root. It looks at nothing else; what is not well-formed is the reader's to
 * refuse. Holds one message at most; one above 64 MB throws CebRefusal.
 */
export class MessageCutter {
  #text = ''
  /** Where the search for the end of the present message goes on. */
  #searched = 0
  #end: RegExp | undefined;

  *write(piece: string): Generator<string> {
    this.#text += piece
    for (let message = this.#cut(); message !== undefined; message = this.#cut()) yield message
    // A code unit is at least one byte.
    if (this.#text.length > maxBytes) refuseSize()
  }

  /** What is left when there is no more: a message without its end, or nothing. */
  close(): string | undefined {
    const rest = this.#text
    this.#text = ''
    return isBlank(rest) ? undefined : rest
  }

  #cut(): string | undefined {
    const [, name] = this.#end ? [] : (rootTag.exec(this.#text) ?? [])
    if (name !== undefined) this.#end = new RegExp(`</${name.replaceAll('.', '\\.')}\\s*>`, 'g')
    if (!this.#end) return undefined
    this.#end.lastIndex = this.#searched
    if (!this.#end.test(this.#text)) {
      // The end tag may be torn between two pieces.
      this.#searched = Math.max(0, this.#text.lastIndexOf('<'))
      return undefined
    }
    const message = this.#text.slice(0, this.#end.lastIndex)
    this.#text = this.#text.slice(this.#end.lastIndex)
    this.#searched = 0
    this.#end = undefined
    return message.replace(/^[ \t\r\n]+/, '')
  }
}

const isBlank = (text: string) => /^[\s\ufeff]*$/.test(text)
