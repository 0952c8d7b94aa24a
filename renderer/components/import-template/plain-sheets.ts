import { digest } from '#shared/ceb/sheet/columns'
import type { CodeBook } from '#shared/codes/book'
import type { CodeTableId } from '#shared/codes/table'
import type { ExcelColumn } from '../save/excel'
import type { SheetSource } from '../save/save-excel'
import { codeEntries } from '../useCodeBook'

/** Names of the sheets and headings of a template, in the language of the officer. */
export type SheetNames = Readonly<
  Record<
    | 'sample'
    | 'codes'
    | 'notes'
    | 'code'
    | 'name'
    | 'column'
    | 'required'
    | 'form'
    | 'choices'
    | 'meaning'
    | 'version',
    string
  >
> & { table: (id: CodeTableId) => string }

export type PlainColumn = {
  /** As the reader of the room knows it. */
  title: string
  required: boolean
  meaning: string
  choices?: readonly string[]
}
/** The sheet that a room reads: its columns, filled rows, and the tables whose codes stand in it. */
export type PlainTemplate = {
  name: string
  columns: readonly PlainColumn[]
  samples: readonly (readonly string[])[]
  codes: readonly CodeTableId[]
}

export const textColumn = (title: string, width = Math.max(12, title.length * 2 + 2)): ExcelColumn => ({
  title,
  width,
  kind: 'text',
})

/** Codes of these tables, each with its name. */
export const codesSheet = (
  tables: readonly CodeTableId[],
  names: SheetNames,
  codes: CodeBook,
): SheetSource => ({
  name: names.codes,
  columns: [names.codes, names.code, names.name, 'ISO'].map((title) => textColumn(title)),
  rows: tables.flatMap((id) =>
    codeEntries(codes, id).map(({ code, name, alias = [] }) => [
      names.table(id),
      code,
      name,
      alias.join(' '),
    ]),
  ),
})

/**
 * The template of a sheet that a room reads by its headings: blank, with a filled sample, what each column means, the
 * codes, and a version that changes with the columns. Only the first sheet is read.
 */
export function plainSheets(template: PlainTemplate, names: SheetNames, codes: CodeBook): SheetSource[] {
  const { name, columns, samples } = template
  const titles = columns.map(({ title, required }) => (required ? `${title}*` : title))
  const header = titles.map((title) => textColumn(title))
  const preamble = [`${names.version} ${digest(titles.join('|'))}`]
  const choices = Object.fromEntries(
    columns.flatMap((column, at) => (column.choices ? [[at, column.choices] as const] : [])),
  )
  const notes = columns.map(({ title, required, meaning, choices: may = [] }) => [
    title,
    required ? names.required : '',
    may.join(' / '),
    meaning,
  ])
  return [
    { name, columns: header, choices, rows: [] },
    { name: names.sample, preamble, columns: header, rows: samples },
    {
      name: names.notes,
      preamble,
      columns: [
        textColumn(names.column),
        textColumn(names.required),
        textColumn(names.choices, 30),
        textColumn(names.meaning, 60),
      ],
      rows: notes,
    },
    codesSheet(template.codes, names, codes),
  ]
}
