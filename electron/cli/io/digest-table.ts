/** Words of a slot: three for the key, three for the value. */
const WORDS = 6
const FIRST_SLOTS = 1 << 12

/**
 * Pairs of 12-byte digests in flat memory. A Map of strings takes several times as much, which millions of earlier
 * records would feel. A digest of zeros alone, which SHA-256 does not yield in practice, marks a free slot.
 */
export class DigestTable {
  #slots = FIRST_SLOTS
  #words = new Uint32Array(FIRST_SLOTS * WORDS)
  #count = 0

  get(key: Uint8Array): Uint8Array | undefined {
    const at = this.#find(words(key))
    if (this.#isFree(at)) return undefined
    return new Uint8Array(this.#words.slice(at + 3, at + WORDS).buffer)
  }

  set(key: Uint8Array, value: Uint8Array): void {
    if (this.#count * 4 >= this.#slots * 3) this.#grow()
    this.#put(words(key), words(value))
  }

  #put(key: Uint32Array, value: Uint32Array): void {
    const at = this.#find(key)
    if (this.#isFree(at)) this.#count++
    this.#words.set(key, at)
    this.#words.set(value, at + 3)
  }

  #isFree(at: number): boolean {
    return this.#words[at] === 0 && this.#words[at + 1] === 0 && this.#words[at + 2] === 0
  }

  /** Where the key stands, or the free slot where it belongs. */
  #find([a = 0, b = 0, c = 0]: Uint32Array): number {
    for (let slot = a % this.#slots; ; slot = (slot + 1) % this.#slots) {
      const at = slot * WORDS
      const here = this.#words[at] === a && this.#words[at + 1] === b && this.#words[at + 2] === c
      if (here || this.#isFree(at)) return at
    }
  }

  #grow(): void {
    const old = this.#words
    this.#slots *= 2
    this.#words = new Uint32Array(this.#slots * WORDS)
    this.#count = 0
    for (let at = 0; at < old.length; at += WORDS) {
      const key = old.subarray(at, at + 3)
      if (key.some((word) => word !== 0)) this.#put(key, old.subarray(at + 3, at + WORDS))
    }
  }
}

/** A copy, aligned for words; a Buffer's own `slice` would only be a view of a larger piece of memory. */
const words = (bytes: Uint8Array): Uint32Array =>
  new Uint32Array(Uint8Array.from(bytes.subarray(0, 12)).buffer)
