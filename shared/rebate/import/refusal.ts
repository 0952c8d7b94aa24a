import type { Text } from '../../model/text'

/** Why a row, or the whole file, is not taken: what, where, why, what to do. `row` 0 is the file. */
export type Refusal = { row: number; field: string; value: string; text: Text; why: Text; fix: Text }

type Words = [zh: string, en: string]
const text = ([zh, en]: Words): Text => ({ zh, en })

export const refusal = (
  place: { row: number; field: string; value?: string },
  what: Words,
  why: Words,
  fix: Words,
): Refusal => ({
  row: place.row,
  field: place.field,
  value: place.value ?? '',
  text: text(what),
  why: text(why),
  fix: text(fix),
})

/** The file has no row with the headings that are needed. */
export const noTable = (needed: readonly string[]): Refusal =>
  refusal(
    { row: 0, field: 'header' },
    ['前 30 行没有认得的表头', 'None of the first 30 rows is a heading that is known'],
    [`至少需要：${needed.join('、')}`, `Needed are at least: ${needed.join(', ')}`],
    ['选择正确的表，或指定列对应', 'Choose the right sheet, or map the columns'],
  )
