import type { CodeBook } from '#shared/codes/book'
import type { OwnCode, OwnCodes } from '#shared/codes/own'
import { codeTableIds, type CodeMark, type CodeTableId } from '#shared/codes/table'
import type { PinyinOf } from '../../components/code-search'

/** A code as the room lists it: shipped, or an officer's own with where it came from. */
export type CodeLine = {
  id: string
  table: CodeTableId
  code: string
  zh: string
  en: string
  iso: string
  mark: CodeMark | 'seen' | ''
  firstSeen: string
  source: string
}

/** Which tables the room shows: one, or everything officers added. */
export type Choice = CodeTableId | 'own'
export const choices: readonly Choice[] = ['own', ...codeTableIds]

const ownLine = (own: OwnCode): CodeLine => ({
  id: `${own.table}:${own.code}`,
  table: own.table,
  code: own.code,
  zh: own.name,
  en: own.en ?? '',
  iso: own.iso ?? '',
  mark: own.name === '' ? 'seen' : 'added',
  firstSeen: own.firstSeen,
  source: own.source,
})

/** Own codes first: those nobody has named yet, then the newest. */
const byNeed = (a: CodeLine, b: CodeLine): number =>
  Number(b.mark === 'seen') - Number(a.mark === 'seen') ||
  (a.firstSeen < b.firstSeen ? 1 : a.firstSeen > b.firstSeen ? -1 : a.id < b.id ? -1 : 1)

export function linesOf(book: CodeBook, { codes }: OwnCodes, choice: Choice): CodeLine[] {
  const own = codes.filter(({ table }) => choice === 'own' || table === choice).map(ownLine)
  if (choice === 'own') return own.sort(byNeed)
  const taken = new Set(own.map(({ code }) => code))
  const shipped = book
    .table(choice)
    .rows.filter(({ code }) => !taken.has(code))
    .map(({ code, zh, en = '', iso = '', mark }): CodeLine => ({
      id: `${choice}:${code}`,
      table: choice,
      code,
      zh,
      en,
      iso,
      mark: mark ?? '',
      firstSeen: '',
      source: '',
    }))
  return [...own.sort(byNeed), ...shipped]
}

/** Lines that a query finds by code, letters, name, English name, pinyin or its initials; in their order. */
export function findLines(
  lines: readonly CodeLine[],
  query: string,
  pinyinOf?: PinyinOf,
): readonly CodeLine[] {
  const word = query.trim().toLowerCase()
  if (word === '') return lines
  const isLatin = /^[a-z ]+$/.test(word)
  return lines.filter(({ code, zh, en, iso }) => {
    if ([code, zh, en, iso].some((text) => text.toLowerCase().includes(word))) return true
    if (!isLatin || !pinyinOf) return false
    const { initials, full } = pinyinOf(zh)
    return initials.includes(word) || full.includes(word.replaceAll(' ', ''))
  })
}

/** How long the codes of a table are; what is shorter has lost leading zeros. */
export const lengthsOf = (book: CodeBook, table: CodeTableId): ReadonlySet<number> =>
  new Set(book.table(table).rows.map(({ code }) => code.length))
