import type { BookKind } from '#shared/model/enterprise'
import type { ExcelSheet } from './excel'

/** What every sheet of a 演练 book says above its columns, in whatever language the screen is. */
export const practiceMark = (book: BookKind): Pick<ExcelSheet, 'preamble'> =>
  book === 'practice' ? { preamble: ['演练 · 不具申报效力 / Practice, not a declaration'] } : {}
