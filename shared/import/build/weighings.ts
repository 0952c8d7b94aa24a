import { cmp, mul } from '../../money/decimal'
import type { Weighing } from '../../model/weighing'
import type { Draft } from '../group'
import { KILOGRAMS, unitInHeader } from '../../table/clean/weight'
import { weighingKey } from '../key'
import { refuse } from '../rules'
import { optional, viewer, type Assembled, type Assembler, type AssemblerContext } from './assembler'
import { numbered } from './numbered'

const TEXTS = ['totalPackageNo', 'billNo', 'voyageNo', 'trafName'] as const

/** Rows → weighings; weights in kilograms. A parcel that weighs nothing was not weighed. */
export function weighingsAssembler({ profile, binding, options }: AssemblerContext): Assembler {
  const view = viewer(binding)
  const weightHeader = binding.fields.find((bound) => bound.field === 'grossWeight')?.header ?? ''
  const usualUnit = unitInHeader(weightHeader) ?? options.weightUnit ?? 'kg'

  function build(draft: Draft): Assembled {
    const row = view(draft)
    const record: Weighing = {
      record: 'weighing',
      kind: 'weighing',
      logisticsNo: row.get('logisticsNo'),
      grossWeight: mul(row.get('grossWeight'), KILOGRAMS[row.marks.weight ?? usualUnit]),
      ...(Object.assign({}, ...TEXTS.map((field) => optional(field, row.get(field)))) as Partial<Weighing>),
      ...(row.time?.instant ? { weighedAt: row.time.instant } : {}),
      ...(row.time ? { fileTime: row.time.text } : {}),
      ...(row.time?.businessDay ? { businessDay: row.time.businessDay } : {}),
      source: { profile: profile.id, firstRow: draft.row, lastRow: draft.row },
    }
    return { record, rows: [draft.row], classes: ['weighing'], amounts: [] }
  }

  return {
    check(values, row) {
      const value = view(values).get('grossWeight')
      const zero = value !== '' && cmp(value, '0') <= 0
      return zero ? [refuse('weighing.zero', { row, column: weightHeader, value })] : []
    },
    keyOf: (values) => weighingKey(view(values).get('logisticsNo')),
    assemble: (group, remark) => numbered(group, group.drafts.map(build), remark),
  }
}
