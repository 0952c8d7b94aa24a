import { isGtin, looksLikeGtin } from '../../codes/identifiers/gtin'
import type { RowError } from '../../model/import-report'
import { fieldMeta } from '../../model/field'
import { constraints, Goods, goodsColumns } from '../../model/goods'
import { cmp } from '../../money/decimal'
import type { Group } from '../group'
import { goodsKey } from '../key'
import { refuse, remark as remarkOf } from '../rules'
import {
  optional,
  viewer,
  type Assembled,
  type Assembler,
  type AssemblerContext,
  type RowView,
} from './assembler'

const positive = ['perUnit1', 'perUnit2', 'netWeight', 'grossWeight', 'fairPrice'] as const
const isYesNo = (path: string) => (constraints as readonly string[]).includes(path)

/** Rows → goods master. The record's own schema decides what a row must be. */
export function goodsAssembler({ binding }: AssemblerContext): Assembler {
  const view = viewer(binding)
  /** The first sound row of each SKU: a master has one. */
  const first = new Map<string, { row: number; content: string }>()

  function recordOf(row: RowView): Goods {
    const texts = Object.assign({}, ...goodsColumns.map((field) => optional(field, row.get(field)))) as Omit<
      Goods,
      'record' | 'kind'
    >
    return { record: 'goods', kind: 'goods', ...texts }
  }

  function placeOf(row: RowView, path: string) {
    const bound = binding.fields.find((candidate) => candidate.field === path)
    const schema = Goods.shape[path as keyof typeof Goods.shape]
    const column = bound?.header ?? fieldMeta(schema)?.zh ?? path
    return { row: row.row, column, value: row.get(path) }
  }

  /** What no single cell shows: numbers that cannot be, and the same SKU with something else in an earlier row. */
  function faultsOf(row: RowView, goods: Goods): RowError[] {
    const faults: RowError[] = []
    for (const field of positive) {
      const text = goods[field]
      if (text !== undefined && cmp(text, '0') <= 0)
        faults.push(refuse('goods.positive', placeOf(row, field)))
    }
    if (cmp(goods.netWeight, goods.grossWeight) > 0)
      faults.push(refuse('goods.weights', { ...placeOf(row, 'grossWeight'), net: goods.netWeight }))
    if (faults.length > 0) return faults
    const content = JSON.stringify(goods)
    const known = first.get(goods.sku)
    if (!known) first.set(goods.sku, { row: row.row, content })
    else if (known.content !== content)
      return [refuse('goods.repeated', { ...placeOf(row, 'sku'), first: known.row })]
    return []
  }

  function faultOf(row: RowView, path: string): RowError {
    const place = placeOf(row, path)
    if (place.value === '') return refuse('field.required', place)
    const choices = path === 'statisticsFlag' ? 'A, B' : isYesNo(path) ? 'Y, N' : undefined
    return choices ? refuse('field.choice', { ...place, choices }) : refuse('field.shape', place)
  }

  /** Rows that get here with one SKU say the same: they are one record. */
  function build({ drafts }: Group, remark: (warning: RowError) => void): Assembled[] {
    const [draft] = drafts
    if (!draft) return []
    const record = recordOf(view(draft))
    const row = view(draft)
    if (looksLikeGtin(record.barCode) && !isGtin(record.barCode))
      remark(remarkOf('goods.bar-code', placeOf(row, 'barCode')))
    for (const other of drafts.slice(1))
      remark(remarkOf('row.repeated', { row: other.row, value: record.sku }))
    const rows = drafts.map((one) => one.row)
    return [{ record, rows, classes: rows.map(() => 'goods'), amounts: [] }]
  }

  return {
    check(values, rowNumber) {
      const row = view({ ...values, row: rowNumber })
      const parsed = Goods.safeParse(recordOf(row))
      if (parsed.success) return faultsOf(row, parsed.data)
      const paths = new Set(parsed.error.issues.map((issue) => String(issue.path[0])))
      return [...paths].map((path) => faultOf(row, path))
    },
    keyOf: (values) => goodsKey(view(values).get('sku')),
    assemble: build,
  }
}
