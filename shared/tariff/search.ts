import type { Goods } from '../model/goods'
import { NOWHERE, TermIndex, type InitialsOf } from './term-index'
import type { Tariff, TariffRow } from './tariff'

/** One classification the enterprise has made before: its goods, under which code, and when it was last used. */
export type PastDecision = Pick<Goods, 'sku' | 'name' | 'gname' | 'gcode'> & { on?: string }

/** A code with its line of the tariff; `own`: goods of the enterprise that were given this code, newest first. */
export type TariffHit = {
  code: string
  /** Absent where the table in use does not have the code. */
  row?: TariffRow
  /** The table is complete and does not have the code: it has been split, joined or dropped. */
  gone: boolean
  own?: { skus: readonly string[]; count: number; lastOn?: string }
}

type Own = { skus: string[]; lastOn?: string }

/** How many of the enterprise's own goods are named with a code. */
const NAMED = 5

/** The own decisions of an enterprise, searchable; rebuilt when its goods change. */
export class DecisionIndex {
  readonly #terms: TermIndex
  readonly #decisions: readonly PastDecision[]
  readonly byCode = new Map<string, Own>()

  constructor(decisions: readonly PastDecision[], initialsOf: InitialsOf) {
    this.#decisions = [...decisions].sort((a, b) => compare(b.on ?? '', a.on ?? '') || compare(a.sku, b.sku))
    for (const { gcode, sku, on } of this.#decisions) {
      const own = this.byCode.get(gcode)
      if (own) own.skus.push(sku)
      else this.byCode.set(gcode, { skus: [sku], ...(on !== undefined && { lastOn: on }) })
    }
    const entries = this.#decisions.map(({ gcode, gname, name, sku }) => ({
      code: gcode,
      name: gname,
      words: `${name} ${sku}`,
    }))
    this.#terms = new TermIndex(entries, initialsOf)
  }

  /** Codes whose goods answer a query, with how near the nearest of them is. */
  nearness(query: string): Map<string, number> {
    const near = this.#terms.nearness(query)
    const codes = new Map<string, number>()
    this.#decisions.forEach(({ gcode }, at) => {
      if (near[at]! < (codes.get(gcode) ?? NOWHERE)) codes.set(gcode, near[at]!)
    })
    return codes
  }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** The tariff made searchable: once for a table, then any number of queries. */
export class TariffIndex {
  readonly #rows: readonly TariffRow[]
  readonly #terms: TermIndex
  readonly #byCode: ReadonlyMap<string, TariffRow>
  readonly #complete: boolean

  constructor({ rows, complete }: Tariff, initialsOf: InitialsOf) {
    this.#rows = [...rows].sort((a, b) => compare(a.code, b.code))
    const entries = this.#rows.map(({ code, name, en = '' }) => ({ code, name, words: en }))
    this.#terms = new TermIndex(entries, initialsOf)
    this.#byCode = new Map(this.#rows.map((row) => [row.code, row]))
    this.#complete = complete
  }

  row(code: string): TariffRow | undefined {
    return this.#byCode.get(code)
  }

  /** A code is gone when it has ten digits and a complete table lacks it. */
  isGone(code: string): boolean {
    return this.#complete && code.length === 10 && !this.#byCode.has(code)
  }

  /**
   * Codes a person may mean by a part of a Chinese name, by initials of its pinyin, by the beginning of a code or of an
   * English word; several terms have to be met all. What the enterprise has decided before comes first, nearest first and
   * of the equally near the most used; then the tariff, nearest first, by code. Without a query only own decisions.
   */
  search(query: string, { own, limit = 50 }: { own?: DecisionIndex; limit?: number } = {}): TariffHit[] {
    const isBlank = query.trim() === ''
    const near = this.#terms.nearness(query)
    const hits = own ? this.#ownHits(near, own, isBlank ? '' : query) : []
    if (isBlank || hits.length >= limit) return hits.slice(0, limit)
    const taken = new Set(hits.map(({ code }) => code))
    for (const row of nearestFirst(this.#rows, near)) {
      if (hits.length >= limit) break
      if (!taken.has(row.code)) hits.push({ code: row.code, row, gone: false })
    }
    return hits
  }

  #ownHits(near: Uint8Array, own: DecisionIndex, query: string): TariffHit[] {
    const found = own.nearness(query)
    this.#rows.forEach(({ code }, at) => {
      if (near[at]! < (found.get(code) ?? NOWHERE) && own.byCode.has(code)) found.set(code, near[at]!)
    })
    return [...found]
      .map(([code, rank]) => ({ code, rank, own: own.byCode.get(code)! }))
      .sort((a, b) => a.rank - b.rank || b.own.skus.length - a.own.skus.length || compare(a.code, b.code))
      .map(({ code, own: { skus, lastOn } }) => {
        const row = this.#byCode.get(code)
        const count = skus.length
        return {
          code,
          ...(row && { row }),
          gone: this.isGone(code),
          own: { skus: skus.slice(0, NAMED), count, ...(lastOn !== undefined && { lastOn }) },
        }
      })
  }
}

/** Rows that were found, by nearness, of the equally near in their own order. */
function* nearestFirst<T>(rows: readonly T[], near: Uint8Array): Generator<T> {
  const ranks = [...new Set(near)].filter((rank) => rank !== NOWHERE).sort((a, b) => a - b)
  for (const rank of ranks) {
    for (let at = near.indexOf(rank); at >= 0; at = near.indexOf(rank, at + 1)) yield rows[at]!
  }
}
