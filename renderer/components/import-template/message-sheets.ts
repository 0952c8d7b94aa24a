import type { CodeBook } from '#shared/codes/book'
import { heading, isDemanded, sheetColumns, stamp, type SheetColumn } from '#shared/ceb/sheet/columns'
import { codeTablesOf, documentRows, sampleDocument, typeText } from '#shared/ceb/sheet/write'
import type { MessageType } from '#shared/ceb/message'
import type { MessageTable } from '#shared/ceb/table'
import type { Language } from '#shared/model/text'
import type { SheetSource } from '../save/save-excel'
import { codesSheet, textColumn, type SheetNames } from './plain-sheets'

/** What others may send as a sheet instead of XML. */
export const sheetMessages: readonly MessageType[] = [
  ...(['CEB303', 'CEB403', 'CEB505', 'CEB507', 'CEB509', 'CEB215'] as const),
  ...(['CEB311', 'CEB411', 'CEB511', 'CEB513', 'CEB711'] as const),
]

/** More than this a spreadsheet does not take as the choices of a cell. */
const longestChoices = 254

/** Drop-downs by column: the values an element may have. */
function choicesOf(columns: readonly SheetColumn[]): Record<number, readonly string[]> {
  const offered = columns.flatMap(({ field: { values = [] } }, at) =>
    values.length > 0 && values.join(',').length <= longestChoices ? [[at, values] as const] : [],
  )
  return Object.fromEntries(offered)
}

/**
 * The Excel template of a message: the sheet to fill in (the only one that is read), a sample, what each element is,
 * and its codes. All of it comes from the table of the message, by which it is also read, checked and written as XML.
 */
export function messageSheets(
  table: MessageTable,
  names: SheetNames,
  codes: CodeBook,
  language: Language,
): SheetSource[] {
  const columns = sheetColumns(table)
  const header = columns.map((column) => textColumn(heading(column)))
  const preamble = [stamp(table)[language]]
  const notes = columns.map((column) => {
    const { field } = column
    return [
      heading(column),
      isDemanded(field) ? names.required : '',
      typeText(field.printed?.type ?? field.type),
      (field.values ?? []).join(' / '),
      field.codes ? names.table(field.codes) : '',
      field.meaning[language],
    ]
  })
  const about = [names.column, names.required, names.form, names.choices, names.codes].map((title) =>
    textColumn(title),
  )
  return [
    {
      name: `${table.type} ${table.label[language]}`.slice(0, 31),
      preamble,
      columns: header,
      choices: choicesOf(columns),
      rows: [],
    },
    { name: names.sample, preamble, columns: header, rows: documentRows(table, [sampleDocument(table)]) },
    { name: names.notes, columns: [...about, textColumn(names.meaning, 60)], rows: notes },
    codesSheet(codeTablesOf(table), names, codes),
  ]
}
