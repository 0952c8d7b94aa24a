export type Head = { method: string; path: string; length: number }
export type RequestParts = {
  head(head: Head, bytes: Buffer): void
  body(bytes: Buffer): void
  /** So many thirds of the body have been given to `body`; a request without one is at 0 and 3 at once. */
  third(n: 0 | 1 | 2 | 3): void
}

const END = '\r\n\r\n'

/** Takes the bytes of a kept-alive HTTP/1.1 connection apart into requests and thirds of their bodies. */
export class RequestReader {
  #pending = Buffer.alloc(0)
  #length = 0
  #left = 0

  constructor(readonly parts: RequestParts) {}

  feed(bytes: Buffer): void {
    let rest = bytes
    while (rest.length > 0) rest = this.#left > 0 ? this.#body(rest) : this.#head(rest)
  }

  #head(bytes: Buffer): Buffer {
    const all = Buffer.concat([this.#pending, bytes])
    const end = all.indexOf(END)
    if (end < 0) {
      this.#pending = all
      return Buffer.alloc(0)
    }
    this.#pending = Buffer.alloc(0)
    const text = all.subarray(0, end).toString('latin1')
    const [method = '', path = ''] = text.split(' ', 2)
    this.#length = Number(/^content-length: *(\d+)/im.exec(text)?.[1] ?? 0)
    this.#left = this.#length
    this.parts.head({ method, path, length: this.#length }, all.subarray(0, end + END.length))
    this.parts.third(0)
    if (this.#length === 0) this.parts.third(3)
    return all.subarray(end + END.length)
  }

  /** Up to the next third of the body, so that it can be cut there. */
  #body(bytes: Buffer): Buffer {
    const done = this.#length - this.#left
    const third = Math.floor((done * 3) / this.#length) + 1
    const part = bytes.subarray(0, Math.ceil((this.#length * third) / 3) - done)
    this.#left -= part.length
    this.parts.body(part)
    const at = this.#length - this.#left
    if (at === Math.ceil((this.#length * third) / 3)) this.parts.third(third as 1 | 2 | 3)
    return bytes.subarray(part.length)
  }
}
