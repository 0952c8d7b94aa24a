import type { BookKind } from '#shared/model/enterprise'
import type { ExcelColumn } from '../../components/save/excel'
import { practiceMark } from '../../components/save/practice-mark'
import { saveExcel } from '../../components/save/save-excel'
import type { BookPort, Filter, PageQuery } from '../../data/port'
import { eachGoods } from './each-goods'
import { goodsFields, labelOf } from './fields'
import { valuesOf } from './record'

const columns = (header: readonly string[]): ExcelColumn[] =>
  header.map((title) => ({ title, width: Math.max(12, title.length * 2 + 2), kind: 'text' }))

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
