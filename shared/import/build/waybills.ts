import { mul } from '../../money/decimal'
import type { Waybill } from '../../model/waybill'
import type { Draft } from '../group'
import { KILOGRAMS, unitInHeader } from '../../table/clean/weight'
import { waybillKey } from '../key'
import {
  optional,
  viewer,
  type Assembled,
  type Assembler,
  type AssemblerContext,
  type RowView,
} from './assembler'
import { numbered } from './numbered'

const TEXTS = [
  'logisticsName',
  'orderNo',
  'freight',
  'insuredFee',
  'currency',
  'goodsInfo',
  'billNo',
  'totalPackageNo',
  'consignee',
  'phone',
  'address',
  'trafNo',
  'voyageNo',
  'arrivedOn',
] as const

/** Rows → waybills; weights in kilograms. */
export function waybillsAssembler({ profile, binding, options }: AssemblerContext): Assembler {
  const view = viewer(binding)
  const weightHeader = binding.fields.find((bound) => bound.field === 'grossWeight')?.header ?? ''
  const usualUnit = unitInHeader(weightHeader) ?? options.weightUnit ?? 'kg'
  const codeOf = (row: RowView) => row.get('logisticsCode') || options.logisticsCode || ''

  function build(draft: Draft): Assembled {
    const row = view(draft)
    const weight = row.get('grossWeight')
    const texts = Object.assign(
      {},
      ...TEXTS.map((field) => optional(field, row.get(field))),
    ) as Partial<Waybill>
    const record: Waybill = {
      record: 'waybill',
      kind: 'waybill',
      logisticsCode: codeOf(row),
      ...optional('logisticsName', options.logisticsName ?? ''),
      logisticsNo: row.get('logisticsNo'),
      ...texts,
      ...(weight === '' ? {} : { grossWeight: mul(weight, KILOGRAMS[row.marks.weight ?? usualUnit]) }),
      ...(row.get('packNo') === '' ? {} : { packNo: Number(row.get('packNo')) }),
      ...(row.time?.instant ? { shippedAt: row.time.instant } : {}),
      ...(row.time ? { fileTime: row.time.text } : {}),
      ...(row.time?.businessDay ? { businessDay: row.time.businessDay } : {}),
      source: { profile: profile.id, firstRow: draft.row, lastRow: draft.row },
    }
    return { record, rows: [draft.row], classes: ['waybill'], amounts: [] }
  }

  return {
    check: () => [],
    keyOf(values) {
      const row = view(values)
      return waybillKey(codeOf(row), row.get('logisticsNo'))
    },
    assemble: (group, remark) => numbered(group, group.drafts.map(build), remark),
  }
}
