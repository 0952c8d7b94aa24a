import type { CodeBook } from './book'
import { countryAliases, unspecifiedCountry } from './country-alias'
import type { CodeRow } from './table'

/**
 * What a country in a file stands for. `coded`: the customs numeric row. `uncoded`: a known country without a numeric
 * code in the table here. `unspecified`: the file itself says it does not say. `unknown`: not recognised, never guessed.
 */
export type CountryMatch =
  | { kind: 'coded'; row: CodeRow }
  | { kind: 'uncoded'; iso3: string }
  | { kind: 'unspecified' }
  | { kind: 'unknown' }

/** Upper case, no accents, punctuation or article: `The Côte d’Ivoire` and `COTE D IVOIRE` are the same name. */
export function normalizeName(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .replace(/&/g, ' AND ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/^THE /, '')
}

/** Recognises free text, ISO letters, numeric codes, Chinese and English names of countries. Build one per book. */
export class CountryFinder {
  readonly #names = new Map<string, CountryMatch>()

  constructor(book: CodeBook) {
    const put = (name: string | undefined, match: CountryMatch) => {
      const key = normalizeName(name ?? '')
      if (key && !this.#names.has(key)) this.#names.set(key, match)
    }
    const byIso3 = (iso3: string): CountryMatch => {
      const row = book.byIso('country', iso3)
      return row ? { kind: 'coded', row } : { kind: 'uncoded', iso3 }
    }
    for (const row of book.table('country').rows) {
      if (row.mark === 'group') continue
      const match: CountryMatch = { kind: 'coded', row }
      for (const name of [row.code, row.zh]) put(name, match)
    }
    for (const row of book.table('country-iso').rows) {
      for (const name of [row.code, row.iso, row.zh, row.en]) put(name, byIso3(row.code))
    }
    for (const [name, iso3] of countryAliases) put(name, byIso3(iso3))
    for (const name of unspecifiedCountry) put(name, { kind: 'unspecified' })
  }

  find(text: string): CountryMatch {
    const key = normalizeName(text)
    if (!key) return { kind: 'unspecified' }
    return this.#names.get(key) ?? { kind: 'unknown' }
  }
}
