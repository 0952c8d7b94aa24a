import { digest } from '#shared/ceb/sheet/columns'
import type { CodeBook } from '#shared/codes/book'
import type { CodeTableId } from '#shared/codes/table'
import type { FieldDef } from '#shared/import/profile'
import {
  hasImportTemplate,
  templateChoices,
  templateFieldsOf,
  templateHeaders,
} from '#shared/import/profiles/template'
import { fieldTables } from '#shared/import/fields/index'
import type { RecordKind } from '#shared/model/import-report'
import type { Direction } from '#shared/model/mode'
import type { Language } from '#shared/model/text'
import type { ExcelColumn } from '../save/excel'
import type { SheetSource } from '../save/save-excel'
import { codeEntries } from '../useCodeBook'
import samples from './samples.json'

/** Names of sheets and headings, and how the types of columns are called, in the language of the officer. */
export type TemplateNames = Readonly<
  Record<
    | 'blank'
    | 'sample'
    | 'codes'
    | 'notes'
    | 'code'
    | 'name'
    | 'column'
    | 'required'
    | 'unless'
    | 'form'
    | 'choices'
    | 'synonyms'
    | 'meaning'
    | 'digits'
    | 'version',
    string
  >
> & {
  kinds: Readonly<Record<FieldDef['type'], string>>
  tables: Readonly<Partial<Record<CodeTableId, string>>>
}

/** Code tables whose codes a file of this kind may carry. */
const tablesOf: Readonly<Record<RecordKind, readonly CodeTableId[]>> = {
  orders: ['currency', 'country'],
  payments: ['currency'],
  waybills: ['currency'],
  weighings: [],
  goods: ['unit', 'currency'],
  invoices: [],
  declarations: ['currency'],
  rates: [],
  'exchange-rates': ['currency'],
  handbooks: ['currency'],
  tariff: [],
  'code-changes': [],
  'warehouse-lots': ['currency'],
  'warehouse-stock': [],
  'warehouse-outs': [],
  'forex-refunds': ['currency'],
  'forex-contracts': [],
  'cost-documents': ['currency'],
}

const columns = (titles: readonly string[]): ExcelColumn[] =>
  titles.map((title) => ({ title, width: Math.max(12, title.length * 2 + 2), kind: 'text' }))

/** Drop-downs of a kind by column, as its own template profile reads them. */
export function choicesOf(
  kind: RecordKind,
  direction: Direction = 'export',
): Record<number, readonly string[]> {
  const fields = templateFieldsOf(kind, direction).map(([field]) => field)
  return Object.fromEntries(
    Object.entries(templateChoices[kind]).map(([field, words]) => [fields.indexOf(field), words]),
  )
}

function noteSheet(
  kind: RecordKind,
  names: TemplateNames,
  language: Language,
  meaning: (field: string) => string,
  direction: Direction,
): SheetSource {
  const table = fieldTables[kind]
  const choices = templateChoices[kind]
  const rows = templateFieldsOf(kind, direction).map(([field, def]) => {
    const instead = (def.unless ?? []).map((other) => table[other]?.label[language]).filter(Boolean)
    return [
      def.label[language],
      def.required ? (instead.length > 0 ? `${names.unless} ${instead.join(' / ')}` : names.required) : '',
      [names.kinds[def.type], def.digits ? `${def.digits} ${names.digits}` : ''].filter(Boolean).join(' · '),
      (choices[field] ?? []).join(' / '),
      def.synonyms.join(' / '),
      meaning(field),
    ]
  })
  const wide = (title: string): ExcelColumn => ({ title, width: 60, kind: 'text' })
  const head = columns([names.column, names.required, names.form, names.choices])
  return { name: names.notes, columns: [...head, wide(names.synonyms), wide(names.meaning)], rows }
}

function codeSheet(kind: RecordKind, names: TemplateNames, codes: CodeBook): SheetSource {
  const rows = tablesOf[kind].flatMap((id) =>
    codeEntries(codes, id).map(({ code, name, alias = [] }) => [
      names.tables[id] ?? id,
      code,
      name,
      alias.join(' '),
    ]),
  )
  return { name: names.codes, columns: columns([names.codes, names.code, names.name, 'ISO']), rows }
}

/**
 * The blank template of a kind: a sheet to fill in (the only one that is read), a filled sample, what each column
 * means and which other headings are recognised, and the codes. Sample and notes carry a version that changes with the
 * columns. All of it comes from the field table, so that what the
 * template says is what the import does.
 */
export function templateSheets(
  kind: RecordKind,
  names: TemplateNames,
  codes: CodeBook,
  language: Language,
  meaning: (field: string) => string = () => '',
  direction: Direction = 'export',
): SheetSource[] {
  const headers = templateHeaders(kind, direction)
  const header = columns(headers)
  const preamble = [`${names.version} ${digest(headers.join('|'))}`]
  const fields = templateFieldsOf(kind, direction).map(([field]) => field)
  const filled = direction === 'import' && hasImportTemplate(kind) ? samples.import[kind] : samples[kind]
  const rows = (filled as Readonly<Record<string, string>>[]).map((row) =>
    fields.map((field) => row[field] ?? ''),
  )
  return [
    { name: names.blank, columns: header, choices: choicesOf(kind, direction), rows: [] },
    { name: names.sample, preamble, columns: header, rows },
    { ...noteSheet(kind, names, language, meaning, direction), preamble },
    codeSheet(kind, names, codes),
  ]
}
