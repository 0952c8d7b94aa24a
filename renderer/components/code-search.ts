import type { CodeEntry } from './CodeSelect.props'

/** Initials and full pinyin of a name, as `mg` and `meiguo`. */
export type Pinyin = { initials: string; full: string }
export type PinyinOf = (name: string) => Pinyin

type Searchable = { entry: CodeEntry; texts: readonly string[] }

/** Make a table searchable: once a table, because pinyin of thousands of names takes a moment. */
export function indexCodes(entries: readonly CodeEntry[], pinyinOf: PinyinOf | undefined): Searchable[] {
  return entries.map((entry) => {
    const { initials = '', full = '' } = pinyinOf?.(entry.name) ?? {}
    const texts = [entry.code, ...(entry.alias ?? []), entry.name, initials, full]
    return { entry, texts: texts.filter(Boolean).map((text) => text.toLowerCase()) }
  })
}

/**
 * Entries that a query finds, best first: code or alias exactly, then any of code, alias, name, initials, pinyin
 * from the start, then anywhere inside.
 */
export function searchCodes(index: readonly Searchable[], query: string, most: number): CodeEntry[] {
  const word = query.trim().toLowerCase()
  if (word === '') return index.slice(0, most).map(({ entry }) => entry)
  const rank = ({ texts }: Searchable) =>
    texts.includes(word)
      ? 0
      : texts.some((text) => text.startsWith(word))
        ? 1
        : texts.some((text) => text.includes(word))
          ? 2
          : 3
  return index
    .map((item) => ({ item, rank: rank(item) }))
    .filter(({ rank: r }) => r < 3)
    .sort((a, b) => a.rank - b.rank)
    .slice(0, most)
    .map(({ item }) => item.entry)
}
