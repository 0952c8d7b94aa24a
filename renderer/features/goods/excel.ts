import type { CodeBook } from '#shared/codes/book'
import { elementOf } from '#shared/declaration/master-check'
import { templateHeaders } from '#shared/import/profiles/template'
import type { BookKind } from '#shared/model/enterprise'
import type { Language } from '#shared/model/text'
import type { ExcelColumn } from '../../components/save/excel'
import { practiceMark } from '../../components/save/practice-mark'
import { saveExcel, type SheetSource } from '../../components/save/save-excel'
import { codeEntries } from '../../components/useCodeBook'
import type { BookPort, Filter, PageQuery } from '../../data/port'
import { eachGoods } from './each-goods'
import { goodsFields, isRequired, labelOf } from './fields'
import sampleRows from './sample-rows.json'
import { valuesOf } from './record'

const columns = (header: readonly string[]): ExcelColumn[] =>
  header.map((title) => ({ title, width: Math.max(12, title.length * 2 + 2), kind: 'text' }))
const flagColumn = goodsFields.indexOf('statisticsFlag')

/** Goods of a filter in the order of the list, under the headings the import recognises. */
export function exportGoods(
  port: BookPort,
  name: string,
  filter: Filter,
  sort: PageQuery<'goods'>['sort'],
  book: BookKind,
) {
  async function* rows() {
    for await (const part of eachGoods(port, filter, sort)) {
      yield part.map((goods) => goodsFields.map((field) => valuesOf(goods)[field]))
    }
  }
  const header = goodsFields.map((field) => labelOf(field).zh)
  return saveExcel(`${name}.xlsx`, [{ name, ...practiceMark(book), columns: columns(header), rows: rows() }])
}

/** Names of file, sheets and headings in the language of the officer. */
export type TemplateNames = Readonly<
  Record<
    | 'file'
    | 'blank'
    | 'sample'
    | 'codes'
    | 'notes'
    | 'unit'
    | 'currency'
    | 'code'
    | 'name'
    | 'column'
    | 'required'
    | 'meaning',
    string
  >
>

function codeSheet(names: TemplateNames, codes: CodeBook): SheetSource {
  const tables = [
    [names.unit, codeEntries(codes, 'unit')],
    [names.currency, codeEntries(codes, 'currency')],
  ] as const
  const rows = tables.flatMap(([table, entries]) =>
    entries.map(({ code, name, alias = [] }) => [table, code, name, alias.join(' ')]),
  )
  return { name: names.codes, columns: columns([names.codes, names.code, names.name, 'ISO']), rows }
}

function noteSheet(names: TemplateNames, language: Language): SheetSource {
  const rows = goodsFields.map((field) => [
    labelOf(field)[language],
    isRequired(field) ? names.required : '',
    elementOf('goods', field)?.meaning[language] ?? '',
  ])
  const wide: ExcelColumn = { title: names.meaning, width: 60, kind: 'text' }
  return { name: names.notes, columns: [...columns([names.column, names.required]), wide], rows }
}

/** An empty sheet to fill in, a filled sample, the codes, and what each column means. */
export function saveGoodsTemplate(names: TemplateNames, codes: CodeBook, language: Language) {
  const header = columns(templateHeaders('goods'))
  const choices = { [flagColumn]: ['A', 'B'] }
  return saveExcel(`${names.file}.xlsx`, [
    { name: names.blank, columns: header, choices, rows: [] },
    {
      name: names.sample,
      columns: header,
      rows: sampleRows.map((row) =>
        goodsFields.map((field) => (row as Partial<Record<string, string>>)[field] ?? ''),
      ),
    },
    codeSheet(names, codes),
    noteSheet(names, language),
  ])
}
