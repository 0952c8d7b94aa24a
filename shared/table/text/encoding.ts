import type { Encoding } from '../ports'

/** After this many multi-byte characters without a fault the file is UTF-8 and the rest need not be looked at. */
const SETTLED = 2000

export type EncodingVerdict = { encoding: Encoding; bom: boolean; damaged: boolean }

/**
 * Decides the encoding of a text file from its bytes: a byte order mark, else valid UTF-8, else GB18030. Western
 * European files are told apart from Chinese ones by their lone high bytes: a GB18030 character has two.
 */
export class EncodingSniffer {
  #head: number[] = []
  #evenZeros = 0
  #oddZeros = 0
  #position = 0
  #expected = 0
  #valid = 0
  #invalid = 0
  #run = 0
  #lone = 0
  #paired = 0

  /** True once nothing that follows can change the verdict. */
  get settled(): boolean {
    return this.#bom() !== undefined || (this.#invalid === 0 && this.#valid >= SETTLED)
  }

  push(bytes: Uint8Array): void {
    for (let i = 0; i < bytes.length; i++) {
      const byte = bytes[i] as number
      if (byte === 0) this.#zero(this.#position + i)
      if (this.#head.length < 3) this.#head.push(byte)
      if (byte >= 0x80) this.#run++
      else if (this.#run > 0) this.#endRun()
      if (byte < 0x80 && this.#expected === 0) continue
      this.#utf8(byte)
    }
    this.#position += bytes.length
  }

  verdict(): EncodingVerdict {
    const bom = this.#bom()
    if (bom) return { encoding: bom, bom: true, damaged: false }
    if (this.#run > 0) this.#endRun()
    if (this.#expected > 0) this.#invalid++
    const zeros = this.#evenZeros + this.#oddZeros
    if (zeros * 4 > this.#position) {
      return {
        encoding: this.#evenZeros > this.#oddZeros ? 'utf-16be' : 'utf-16le',
        bom: false,
        damaged: false,
      }
    }
    if (this.#invalid === 0) return { encoding: 'utf-8', bom: false, damaged: false }
    // A long UTF-8 file with a few broken bytes stays UTF-8: read as GB18030 all of it would turn to noise.
    if (this.#valid > 20 * this.#invalid) return { encoding: 'utf-8', bom: false, damaged: true }
    return { encoding: this.#lone > this.#paired ? 'windows-1252' : 'gb18030', bom: false, damaged: false }
  }

  #zero(position: number): void {
    if (position % 2 === 0) this.#evenZeros++
    else this.#oddZeros++
  }

  #endRun(): void {
    if (this.#run === 1) this.#lone++
    else this.#paired++
    this.#run = 0
  }

  #utf8(byte: number): void {
    if (this.#expected > 0) {
      if ((byte & 0xc0) === 0x80) {
        if (--this.#expected === 0) this.#valid++
        return
      }
      this.#invalid++
      this.#expected = 0
      if (byte < 0x80) return
    }
    if (byte >= 0xc2 && byte <= 0xdf) this.#expected = 1
    else if (byte >= 0xe0 && byte <= 0xef) this.#expected = 2
    else if (byte >= 0xf0 && byte <= 0xf4) this.#expected = 3
    else this.#invalid++
  }

  #bom(): Encoding | undefined {
    const [a, b, c] = this.#head
    if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8'
    if (a === 0xff && b === 0xfe) return 'utf-16le'
    if (a === 0xfe && b === 0xff) return 'utf-16be'
    return undefined
  }
}
