import type { CodeBook } from '#shared/codes/book'
import { elementOf, noBarCode } from '#shared/declaration/master-check'
import { fieldMeta } from '#shared/model/field'
import { constraints, Goods, goodsColumns, type GoodsColumn } from '#shared/model/goods'
import type { Text } from '#shared/model/text'
import type { FieldInput, FormField, FormSection, FormValues } from '../../components/record-form/RecordForm'
import { codeEntries } from '../../components/useCodeBook'

export type GoodsField = GoodsColumn

/** Fields of the goods master in the order of the sheet. */
export const goodsFields: readonly GoodsField[] = goodsColumns

export function labelOf(field: GoodsField): Text {
  const meta = fieldMeta(Goods.shape[field])
  return { zh: meta?.zh ?? field, en: meta?.en ?? field }
}

export const isRequired = (field: GoodsField): boolean => !Goods.shape[field].isOptional()

export const flagOptions = [
  { value: 'A', label: { zh: 'A 简化申报', en: 'A simplified' } },
  { value: 'B', label: { zh: 'B 汇总申报', en: 'B summary' } },
] as const

const yesNo = [
  { value: 'Y', label: { zh: 'Y 是', en: 'Y yes' } },
  { value: 'N', label: { zh: 'N 否', en: 'N no' } },
] as const

const layout: readonly { key: string; title: Text; fields: readonly GoodsField[] }[] = [
  {
    key: 'names',
    title: { zh: '商品', en: 'Goods' },
    fields: ['sku', 'name', 'gname', 'itemName', 'gcode', 'barCode', 'gmodel'],
  },
  {
    key: 'units',
    title: { zh: '单位与折算', en: 'Units and conversion' },
    fields: ['unit', 'unit1', 'perUnit1', 'statisticsFlag', 'unit2', 'perUnit2'],
  },
  {
    key: 'weights',
    title: { zh: '单件重量与赠品价', en: 'Weight of one piece, price of gifts' },
    fields: ['netWeight', 'grossWeight', 'fairPrice', 'fairCurrency'],
  },
  {
    key: 'modes',
    title: { zh: '申报方式', en: 'How it may be declared' },
    fields: ['itemRecordNo', ...constraints, 'licenseNo'],
  },
  {
    key: 'import',
    title: { zh: '零售进口', en: 'Retail import' },
    fields: ['origin', 'vatRate', 'consumptionRate', 'dutyRate'],
  },
]
const decimals = new Set<GoodsField>([
  ...(['perUnit1', 'perUnit2', 'netWeight', 'grossWeight', 'fairPrice'] as const),
  ...(['vatRate', 'consumptionRate', 'dutyRate'] as const),
])

/** Currencies by their ISO letters, as platforms write prices. */
const currencyLetters = (codes: CodeBook) =>
  codeEntries(codes, 'currency').flatMap(({ code, name, alias }) =>
    alias?.[0] ? [{ code: alias[0], name, alias: [code] }] : [],
  )

export function inputOf(field: GoodsField, codes: CodeBook): FieldInput {
  if (field === 'statisticsFlag') return { kind: 'choice', options: flagOptions }
  if ((constraints as readonly string[]).includes(field)) return { kind: 'choice', options: yesNo }
  if (field === 'fairCurrency') return { kind: 'code', entries: currencyLetters(codes), complete: false }
  const element = elementOf('goods', field)
  if (element?.codes) {
    return {
      kind: 'code',
      entries: codeEntries(codes, element.codes),
      complete: codes.table(element.codes).complete,
    }
  }
  if (decimals.has(field)) return { kind: 'decimal' }
  return { kind: field === 'gcode' || field === 'barCode' ? 'code-text' : 'text' }
}

export const blankGoods: FormValues = { barCode: noBarCode, statisticsFlag: 'A' }

/** The sections of the form; `notes` are said under their fields, `fixed` is the SKU of a stored record. */
export const goodsSections = (
  codes: CodeBook,
  notes: Partial<Record<GoodsField, Text>>,
  stored: boolean,
  finders: Partial<Record<GoodsField, FormField['find']>> = {},
): FormSection[] =>
  layout.map(({ key, title, fields }) => ({
    key,
    title,
    fields: fields.map((field): FormField => {
      const [note, find] = [notes[field], finders[field]]
      return {
        key: field,
        label: labelOf(field),
        input: inputOf(field, codes),
        required: isRequired(field),
        helpId: `goods.${field}`,
        fixed: stored && field === 'sku',
        wide: field === 'gmodel',
        ...(note && { note }),
        ...(find && { find }),
      }
    }),
  }))
