import type { RowError } from '../../model/import-report'
import { fieldMeta } from '../../model/field'
import { constraints, Goods, goodsColumns } from '../../model/goods'
import type { Draft } from '../group'
import { goodsKey } from '../key'
import { refuse } from '../rules'
import {
  optional,
  viewer,
  type Assembled,
  type Assembler,
  type AssemblerContext,
  type RowView,
} from './assembler'
import { numbered } from './numbered'

const isYesNo = (path: string) => (constraints as readonly string[]).includes(path)

/** Rows → goods master. The record's own schema decides what a row must be. */
export function goodsAssembler({ binding }: AssemblerContext): Assembler {
  const view = viewer(binding)

  function recordOf(row: RowView): Goods {
    const texts = Object.assign({}, ...goodsColumns.map((field) => optional(field, row.get(field)))) as Omit<
      Goods,
      'record' | 'kind'
    >
    return { record: 'goods', kind: 'goods', ...texts }
  }

  function faultOf(row: RowView, path: string): RowError {
    const bound = binding.fields.find((candidate) => candidate.field === path)
    const schema = Goods.shape[path as keyof typeof Goods.shape]
    const place = {
      row: row.row,
      column: bound?.header ?? fieldMeta(schema)?.zh ?? path,
      value: row.get(path),
    }
    if (place.value === '') return refuse('field.required', place)
    const choices = path === 'statisticsFlag' ? 'A, B' : isYesNo(path) ? 'Y, N' : undefined
    return choices ? refuse('field.choice', { ...place, choices }) : refuse('field.shape', place)
  }

  function build(draft: Draft): Assembled {
    return { record: recordOf(view(draft)), rows: [draft.row], classes: ['goods'], amounts: [] }
  }

  return {
    check(values, rowNumber) {
      const row = view({ ...values, row: rowNumber })
      const parsed = Goods.safeParse(recordOf(row))
      if (parsed.success) return []
      const paths = new Set(parsed.error.issues.map((issue) => String(issue.path[0])))
      return [...paths].map((path) => faultOf(row, path))
    },
    keyOf: (values) => goodsKey(view(values).get('sku')),
    assemble: (group, remark) => numbered(group, group.drafts.map(build), remark),
  }
}
