import { mul } from '../../money/decimal'
import type { Waybill } from '../../model/waybill'
import type { Draft } from '../group'
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
] as const

/** Kilograms in one unit; the pound is exact by definition. */
const KILOGRAMS = { kg: '1', g: '0.001', lb: '0.45359237' } as const

/** The unit a weight column names in its header, e.g. 重量(g). */
export function unitInHeader(header: string): keyof typeof KILOGRAMS | undefined {
  if (/千克|公斤|kg/i.test(header)) return 'kg'
  if (/克|[(（\s_-]g[)）]?$|grams?/i.test(header)) return 'g'
  return /lbs?\b|磅/i.test(header) ? 'lb' : undefined
}

/** Rows → waybills; weights in kilograms. */
export function waybillsAssembler({ profile, binding, options }: AssemblerContext): Assembler {
  const view = viewer(binding)
  const weightHeader = binding.fields.find((bound) => bound.field === 'grossWeight')?.header ?? ''
  const factor = KILOGRAMS[unitInHeader(weightHeader) ?? options.weightUnit ?? 'kg']
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
      ...(weight === '' ? {} : { grossWeight: mul(weight, factor) }),
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
