import type { CodeBook } from '#shared/codes/book'
import type { CodeTableId } from '#shared/codes/table'
import type { PlainTemplate } from '../../components/import-template/plain-sheets'
import { codeEntries } from '../../components/useCodeBook'

const shown = 3

/** Headings of the sheet, and what stands under each. */
export type CodeWords = Readonly<Record<'code' | 'zh' | 'en' | 'iso', { title: string; meaning: string }>>

/** The sheet a code table is imported from, with the first codes of that table as samples. */
export function codeTemplate(
  table: CodeTableId,
  name: string,
  words: CodeWords,
  book: CodeBook,
): PlainTemplate {
  const column = (key: keyof CodeWords) => ({ ...words[key], required: key === 'code' || key === 'zh' })
  const samples = codeEntries(book, table).slice(0, shown)
  return {
    name,
    columns: (['code', 'zh', 'en', 'iso'] as const).map(column),
    samples: samples.map(({ code }) => {
      const { zh, en = '', iso = '' } = book.lookup(table, code)!
      return [code, zh, en, iso]
    }),
    codes: [table],
  }
}
