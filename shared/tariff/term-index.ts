/** Small letters: the initials of every reading of a character, as `zc` for 重; '' for what has none. */
export type InitialsOf = (character: string) => string

/** What is searched: code, Chinese name, and further text that is found by the beginnings of its words. */
export type Entry = { code: string; name: string; words: string }

/** Nearness of an entry that is not found; of the others smaller is nearer. */
export const NOWHERE = 255

const A = 97
const isWordPart = (code: number): boolean => (code >= 48 && code <= 57) || (code >= A && code < A + 26)
const maskOf = (letters: string): number => {
  let mask = 0
  for (let at = 0; at < letters.length; at += 1) {
    const letter = letters.charCodeAt(at) - A
    if (letter >= 0 && letter < 26) mask |= 1 << letter
  }
  return mask
}

/** Texts in one string with the place where each begins, so that a search is one pass of `indexOf` over all of them. */
type Joined = { text: string; starts: Int32Array }

function join(texts: readonly string[]): Joined {
  const starts = new Int32Array(texts.length + 1)
  let at = 0
  texts.forEach((text, i) => {
    starts[i] = at
    at += text.length + 1
  })
  starts[texts.length] = at
  return { text: `${texts.join('\n')}\n`, starts }
}

/**
 * Entries made searchable once; a term then costs a few passes over flat memory, whatever the number of hits. A character
 * with several readings is found by the initial of each: 长 by c and by z.
 */
export class TermIndex {
  readonly size: number
  readonly #codes: readonly string[]
  readonly #names: Joined
  readonly #words: Joined
  /** For each character of the names the letters it may begin with, one bit a letter. */
  readonly #initials: Uint32Array

  constructor(entries: readonly Entry[], initialsOf: InitialsOf) {
    this.size = entries.length
    this.#codes = entries.map(({ code }) => code)
    this.#names = join(entries.map(({ name }) => flat(name)))
    this.#words = join(entries.map(({ words }) => flat(words)))
    const { text } = this.#names
    this.#initials = new Uint32Array(text.length)
    const known = new Map<string, number>()
    for (let at = 0; at < text.length; at += 1) {
      const character = text[at]!
      let mask = known.get(character)
      if (mask === undefined) {
        mask = maskOf(/[a-z]/.test(character) ? character : initialsOf(character).toLowerCase())
        known.set(character, mask)
      }
      this.#initials[at] = mask
    }
  }

  /** Nearness of every entry to a query of one or more terms; all of them have to be found. */
  nearness(query: string): Uint8Array {
    const sum = new Uint8Array(this.size)
    for (const term of termsOf(query)) {
      const one = this.#nearnessTo(term)
      for (let row = 0; row < sum.length; row += 1) {
        const isFound = sum[row] !== NOWHERE && one[row] !== NOWHERE
        sum[row] = isFound ? Math.min(sum[row]! + one[row]!, NOWHERE - 1) : NOWHERE
      }
    }
    return sum
  }

  #nearnessTo(term: string): Uint8Array {
    const near = new Uint8Array(this.size).fill(NOWHERE)
    const at = (row: number, rank: number) => {
      if (rank < near[row]!) near[row] = rank
    }
    const digits = term.replaceAll('.', '')
    if (/^\d+$/.test(digits)) {
      this.#codes.forEach((code, row) => {
        if (code.startsWith(digits)) at(row, code === digits ? 0 : 1)
      })
    }
    each(this.#names, term, (row, from, to) => {
      const { starts } = this.#names
      const first = from === starts[row]
      at(row, first && to === starts[row + 1]! - 1 ? 0 : first ? 2 : 4)
    })
    if (/^[a-z]+$/.test(term)) this.#byInitials(term, at)
    each(this.#words, term, (row, from, to) => {
      const { starts, text } = this.#words
      const begins = from === starts[row] || !isWordPart(text.charCodeAt(from - 1))
      if (begins) at(row, isWordPart(text.charCodeAt(to)) ? 4 : 3)
      return begins
    })
    return near
  }

  #byInitials(term: string, at: (row: number, rank: number) => void): void {
    const wanted = Uint32Array.from(term, (letter) => maskOf(letter))
    const { starts } = this.#names
    const first = wanted[0]!
    for (let row = 0; row < this.size; row += 1) {
      const start = starts[row]!
      const last = starts[row + 1]! - 1 - wanted.length
      for (let from = start; from <= last; from += 1) {
        if ((this.#initials[from]! & first) === 0) continue
        let more = 1
        while (more < wanted.length && (this.#initials[from + more]! & wanted[more]!) !== 0) more += 1
        if (more < wanted.length) continue
        at(row, from === start ? 3 : 5)
        break
      }
    }
  }
}

/** One form for what may be typed in several: full width, capitals, line ends. */
const flat = (text: string): string => text.normalize('NFKC').toLowerCase().replaceAll('\n', ' ')

export const termsOf = (query: string): string[] => flat(query).split(/\s+/).filter(Boolean)

/** Calls `found` for every place of a term, row by row; once it does not answer false, on to the next row. */
function each(
  { text, starts }: Joined,
  term: string,
  found: (row: number, from: number, to: number) => boolean | void,
): void {
  let row = 0
  let from = text.indexOf(term)
  while (from >= 0) {
    while (starts[row + 1]! <= from) row += 1
    const goesOn = found(row, from, from + term.length) === false
    from = text.indexOf(term, goesOn ? from + 1 : starts[row + 1]!)
  }
}
