import type { FeeItem } from '../../model/rebate/common'
import type { DeclarationFact } from '../../model/rebate/facts'
import { modeOf, termsOf } from '../../rebate/import/declared-words'
import type { Draft } from '../group'
import { declarationKey } from '../key'
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

const TEXTS = [
  'extensionCode',
  'qty',
  'unit',
  'qty1',
  'unit1',
  'qty2',
  'unit2',
  'declareDate',
  'revenueDate',
  'amount',
  'destination',
  'originPlace',
  'netWeight',
  'consignor',
  'consignorTaxNo',
  'handbookNo',
  'agentBroker',
] as const

/** Number and item: 21 digits hold both. */
function numberOf(row: RowView): { no: string; item: number } {
  const text = row.get('no')
  return /^\d{21}$/.test(text)
    ? { no: text.slice(0, 18), item: Number(text.slice(18)) }
    : { no: text, item: Number(row.get('item') || '0') }
}

/** Rows → declared items. A fee without mark is a total, as the lists of the single window state them. */
export function declarationsAssembler({ profile, binding }: AssemblerContext): Assembler {
  const view = viewer(binding)
  const headerOf = (field: string) => binding.fields.find((bound) => bound.field === field)?.header ?? field

  function feeOf(row: RowView, name: 'freight' | 'insurance' | 'other'): FeeItem | undefined {
    const value = row.get(name)
    if (value === '') return undefined
    const mark = /[123]/.exec(row.get(`${name}Mark`))?.[0] as FeeItem['mark'] | undefined
    return { mark: mark ?? '3', value, currency: row.get(`${name}Currency`) || row.get('currency') || 'CNY' }
  }

  function build(draft: Draft): Assembled {
    const row = view(draft)
    const [freight, insurance, other] = (['freight', 'insurance', 'other'] as const).map((name) =>
      feeOf(row, name),
    )
    const tradeTerms = termsOf(row.get('tradeTerms'))
    const currency = row.get('currency') || row.marks.currency
    const record: DeclarationFact = {
      record: 'declaration',
      kind: 'declaration',
      ...numberOf(row),
      hsCode: row.get('hsCode'),
      name: row.get('name'),
      exportDate: row.get('exportDate'),
      supervisionMode: modeOf(row.get('supervisionMode'))!,
      ...(Object.assign(
        {},
        ...TEXTS.map((field) => optional(field, row.get(field))),
      ) as Partial<DeclarationFact>),
      ...(tradeTerms && { tradeTerms }),
      ...(currency && { currency }),
      ...(freight && { freight }),
      ...(insurance && { insurance }),
      ...(other && { other }),
      source: { profile: profile.id, firstRow: draft.row, lastRow: draft.row },
    }
    const amount = row.get('amount')
    return {
      record,
      rows: [draft.row],
      classes: ['declaration'],
      amounts: amount === '' ? [] : [{ currency: currency ?? 'unspecified', amount }],
    }
  }

  return {
    check(values, row) {
      const of = view(values)
      const wrong = (field: string) =>
        refuse('field.shape', { row, column: headerOf(field), value: of.get(field) })
      const { item } = numberOf(of)
      const told = (field: string) => of.get(field) !== ''
      return [
        ...(told('no') && !/^\d{18}(\d{3})?$/.test(of.get('no')) ? [wrong('no')] : []),
        ...(told('no') && item < 1 ? [refuse('field.required', { row, column: headerOf('item') })] : []),
        ...(told('supervisionMode') && !modeOf(of.get('supervisionMode')) ? [wrong('supervisionMode')] : []),
        ...(told('tradeTerms') && !termsOf(of.get('tradeTerms')) ? [wrong('tradeTerms')] : []),
        ...(['qty', 'qty1', 'qty2', 'netWeight'] as const)
          .filter((field) => of.get(field).startsWith('-'))
          .map(wrong),
      ]
    },
    keyOf: (values) => {
      const { no, item } = numberOf(view(values))
      return declarationKey(no, item)
    },
    assemble: (group, remark) => numbered(group, group.drafts.map(build), remark),
  }
}
