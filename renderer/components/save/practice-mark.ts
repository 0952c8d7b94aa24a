import { type BookKind, practiceMark as mark } from '#shared/model/enterprise'
import type { ExcelSheet } from './excel'

/** What every sheet of a 演练 book says above its columns, in whatever language the screen is. */
export const practiceMark = (book: BookKind): Pick<ExcelSheet, 'preamble'> =>
  book === 'practice' ? { preamble: [`${mark.zh} / ${mark.en}`] } : {}
