import type { FeeItem, TradeTerms } from '../../rebate/model/common'
import type { DeclarationFact } from '../../rebate/model/facts'
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

/** 监管方式 by the names that files write without their code. */
const modes: Readonly<Record<string, string>> = {
  一般贸易: '0110',
  跨境电商: '9610',
  跨境电子商务: '9610',
  跨境电商B2B直接出口: '9710',
  跨境电商出口海外仓: '9810',
  市场采购: '1039',
  进料对口: '0615',
  来料加工: '0214',
}
export const modeOf = (text: string): string | undefined =>
  /(?<!\d)\d{4}(?!\d)/.exec(text)?.[0] ?? modes[text.replace(/\s/g, '')]

/** 成交方式 as letters, or as customs numbers it. */
const terms: Readonly<Record<string, TradeTerms>> = {
  FOB: 'FOB',
  CIF: 'CIF',
  'C&F': 'C&F',
  CFR: 'C&F',
  'C&I': 'C&I',
  EXW: 'EXW',
  '1': 'CIF',
  '2': 'C&F',
  '3': 'FOB',
  '4': 'C&I',
  '7': 'EXW',
}
export const termsOf = (text: string): TradeTerms | undefined =>
  terms[text.toUpperCase().replace(/\s/g, '')] ??
  terms[/FOB|CIF|C&F|CFR|C&I|EXW/.exec(text.toUpperCase())?.[0] ?? '']

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
