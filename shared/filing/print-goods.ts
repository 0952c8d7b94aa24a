import { footer, watermark, type PrintContext } from '../print/marks'
import { shanghaiTime } from '../time/shanghai'
import type { PrintDocument } from '../print/document'
import type { BookKind } from '../model/enterprise'
import { fieldMeta } from '../model/field'
import { Goods, type GoodsColumn } from '../model/goods'

/** Rows of a landscape A4 page under its heading and facts. */
const ROWS_PER_PAGE = 24

const printed: readonly { field: GoodsColumn; align: 'left' | 'right'; widthMm: number }[] = [
  { field: 'sku', align: 'left', widthMm: 28 },
  { field: 'gname', align: 'left', widthMm: 40 },
  { field: 'gmodel', align: 'left', widthMm: 62 },
  { field: 'gcode', align: 'left', widthMm: 24 },
  { field: 'barCode', align: 'left', widthMm: 28 },
  { field: 'unit', align: 'left', widthMm: 14 },
  { field: 'unit1', align: 'left', widthMm: 16 },
  { field: 'unit2', align: 'left', widthMm: 16 },
  { field: 'netWeight', align: 'right', widthMm: 18 },
  { field: 'grossWeight', align: 'right', widthMm: 18 },
]
const units: ReadonlySet<GoodsColumn> = new Set(['unit', 'unit1', 'unit2'])

/**
 * 商品备案表: what is filed of goods, a line each.
 * @param unit a unit of measure with its name
 * @param filed whether the service holds all of them; else every page says that it is a draft
 */
export function goodsSheetPrint(
  goods: readonly Goods[],
  filed: boolean,
  unit: (code: string) => string,
  book: BookKind,
  context: PrintContext,
): PrintDocument {
  const rows = goods.map((one, at) => [
    String(at + 1),
    ...printed.map(({ field }) => {
      const value = one[field] ?? ''
      return units.has(field) && value !== '' ? unit(value) : value
    }),
  ])
  const pages = []
  for (let at = 0; at === 0 || at < rows.length; at += ROWS_PER_PAGE) {
    pages.push({ rows: rows.slice(at, at + ROWS_PER_PAGE), subtotal: [] })
  }
  const mark = watermark(book, !filed)
  const time = shanghaiTime(context.now).replace(/^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d).*$/, '$1-$2-$3 $4:$5')
  return {
    title: '商品备案表',
    ...(mark !== undefined && { watermark: mark }),
    facts: [{ label: '商品', value: String(goods.length) }],
    columns: [
      { title: '序号', align: 'right', widthMm: 10 },
      ...printed.map(({ field, ...column }) => ({
        ...column,
        title: fieldMeta(Goods.shape[field])?.zh ?? field,
      })),
    ],
    pages,
    totals: [],
    footer: footer(context, time),
    landscape: true,
  }
}
