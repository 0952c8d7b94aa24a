import type { CodeBook } from '#shared/codes/book'
import { Goods } from '#shared/model/goods'
import type { Overrides } from '#shared/model/override'
import { standingOverrides } from '#shared/provenance/derived'
import type { Text } from '#shared/model/text'
import { mul } from '#shared/money/decimal'
import type { FormValues } from '../../components/record-form/RecordForm'
import { goodsFields, type GoodsField } from './fields'

/** A stored record as a form or a row of a sheet holds it. */
export const valuesOf = (goods: Goods): Record<GoodsField, string> =>
  Object.fromEntries(goodsFields.map((field) => [field, goods[field] ?? ''])) as Record<GoodsField, string>

/** The record of values without faults. Throws where the schema does not take it: nothing half is ever written. */
export function goodsOf(values: FormValues, overrides?: Overrides): Goods {
  const texts = goodsFields.flatMap((field) => {
    const text = (values[field] ?? '').trim()
    return text === '' ? [] : [[field, text] as const]
  })
  const record = Object.fromEntries(texts)
  const kept = standingOverrides(record, overrides)
  return Goods.parse({ record: 'goods', kind: 'goods', ...record, ...(kept && { overrides: kept }) })
}

const examplePieces = '12'
const isNumber = (text: string | undefined): text is string =>
  text !== undefined && /^\d+(\.\d+)?$/.test(text)

/** `12 件 = 3 千克`: what the conversion makes of a dozen pieces, so that a slipped decimal point is seen. */
export function conversionNote(
  values: FormValues,
  codes: CodeBook,
  unit: 'unit1' | 'unit2',
  per: 'perUnit1' | 'perUnit2',
): Text | undefined {
  const factor = values[per]
  const deal = codes.lookup('unit', values['unit'] ?? '')
  const statutory = codes.lookup('unit', values[unit] ?? '')
  if (!isNumber(factor) || !deal || !statutory) return undefined
  const sentence = `${examplePieces} ${deal.zh} = ${mul(examplePieces, factor)} ${statutory.zh}`
  return { zh: `例：${sentence}`, en: `e.g. ${sentence}` }
}

/** Grams beside kilograms, where people slip most. */
export function weightNote(kilograms: string | undefined): Text | undefined {
  if (!isNumber(kilograms)) return undefined
  const grams = mul(kilograms, '1000')
  return { zh: `= ${grams} 克`, en: `= ${grams} g` }
}
