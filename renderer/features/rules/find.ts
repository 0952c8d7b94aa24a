import type { CatalogueRule, Policy } from '#shared/policy/catalogue'
import type { PinyinOf } from '../../components/code-search'

/** What the officer set above the catalogue; '' or undefined shows everything. */
export type RuleChoice = {
  room: CatalogueRule['room'] | ''
  severity: string
  strength: CatalogueRule['strength'] | ''
  query: string
}
export const everything: RuleChoice = { room: '', severity: '', strength: '', query: '' }

type Searchable<T> = { item: T; texts: readonly string[] }

const folded = (texts: readonly string[], names: readonly string[], pinyinOf: PinyinOf | undefined) => {
  const letters = pinyinOf ? names.flatMap((name) => Object.values(pinyinOf(name))) : []
  return [...texts, ...letters].map((text) => text.toLowerCase())
}

/** Rules made searchable once: by id, words in both languages, documents and articles, and the pinyin of the sentence. */
export const indexRules = (
  rules: readonly CatalogueRule[],
  pinyinOf: PinyinOf | undefined,
): Searchable<CatalogueRule>[] =>
  rules.map((item) => ({
    item,
    texts: folded(
      [
        item.id,
        item.text.zh,
        item.text.en,
        item.fix.zh,
        item.fix.en,
        ...item.basis.map(({ document, article }) => `${document} ${article}`),
      ],
      [item.text.zh],
      pinyinOf,
    ),
  }))

/** Documents made searchable by name, title and what they say. */
export const indexPolicies = (
  policies: readonly Policy[],
  pinyinOf: PinyinOf | undefined,
): Searchable<Policy>[] =>
  policies.map((item) => ({
    item,
    texts: folded(
      [item.document, item.title.zh, item.title.en, ...item.says.flatMap(({ zh, en }) => [zh, en])],
      [item.document, item.title.zh],
      pinyinOf,
    ),
  }))

/** Everything that has every word of the query somewhere. */
export function searched<T>(index: readonly Searchable<T>[], query: string): T[] {
  const words = query.trim().toLowerCase().split(/\s+/).filter(Boolean)
  return index
    .filter(({ texts }) => words.every((word) => texts.some((text) => text.includes(word))))
    .map(({ item }) => item)
}

export const chosenRules = (
  index: readonly Searchable<CatalogueRule>[],
  { room, severity, strength, query }: RuleChoice,
): CatalogueRule[] =>
  searched(index, query).filter(
    (rule) =>
      (room === '' || rule.room === room) &&
      (severity === '' || rule.severity === severity) &&
      (strength === '' || rule.strength === strength),
  )
