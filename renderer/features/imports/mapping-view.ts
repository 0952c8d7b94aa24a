import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Preview } from '#shared/import/api'
import type { ColumnSource, Mapping } from '#shared/table/mapping'
import { useColumnTitles } from '../../components/column-titles'
import type { Arithmetic, Mapping as Bound, MappingQuestion } from '../../components/import-mapping/types'
import type { Plan } from './plan'

const textOf = (source: ColumnSource): string => {
  if (typeof source === 'string') return source
  if ('join' in source) return source.join.join(' + ')
  if ('sum' in source) return source.sum.join(' + ')
  return source.constant
}

/** Field → column as the mapping screen shows it; a field of several columns names them all. */
export const boundColumns = ({ mapping }: Preview): Bound =>
  Object.fromEntries(Object.entries(mapping).map(([field, source]) => [field, textOf(source)]))

/** The importer's mapping after the screen changed it; fields that were not touched keep their source as it was. */
export function mapOf(preview: Preview, bound: Bound): Mapping {
  const before = boundColumns(preview)
  return Object.fromEntries(
    Object.entries(bound).map(([field, column]) => [
      field,
      before[field] === column ? preview.mapping[field]! : column,
    ]),
  )
}

const parts = ['goods', 'discount', 'freight', 'tax'] as const

/** One order of the file, worked out as it is going to be imported. */
export function arithmeticOf({ arithmetic }: Preview, currency: string | undefined): Arithmetic | undefined {
  if (!arithmetic) return undefined
  const labels = {
    goods: { zh: '货值', en: 'Goods' },
    discount: { zh: '− 折扣', en: '− Discount' },
    freight: { zh: '+ 运费', en: '+ Freight' },
    tax: { zh: '+ 税费', en: '+ Tax' },
  }
  return {
    orderNo: arithmetic.orderNo,
    currency: arithmetic.currency ?? currency ?? '',
    lines: parts
      .filter((part) => part === 'goods' || !/^-?0*\.?0*$/.test(arithmetic[part]))
      .map((part) => ({ label: labels[part], value: arithmetic[part] })),
    computed: arithmetic.computed,
    ...(arithmetic.total !== undefined && { stated: arithmetic.total }),
    agrees: arithmetic.difference === undefined,
  }
}

/** Answers from a closed set; the others are typed. */
const closed: ReadonlySet<string> = new Set([
  'sheet',
  'dateOrder',
  'decimal',
  'weightUnit',
  'timezone',
  'currency',
])
const moreCurrencies = [
  'AUD',
  'CAD',
  'CHF',
  'HKD',
  'KRW',
  'MXN',
  'NZD',
  'PLN',
  'RUB',
  'SEK',
  'SGD',
  'THB',
  'BRL',
]

/** What the file leaves open, with the answers so far. */
export function useQuestions({ asked, answers }: Plan): MappingQuestion[] {
  const { i18n } = useTranslation('imports')
  const title = useColumnTitles('imports', 'question')
  return useMemo(
    () =>
      asked.map(({ id, text, suggestions }) => {
        const values = id === 'currency' ? [...suggestions, ...moreCurrencies] : suggestions
        const label = (value: string) => {
          const key = `imports:answer.${value}`
          return i18n.exists(key)
            ? { zh: i18n.t(key, { lng: 'zh' }), en: i18n.t(key, { lng: 'en' }) }
            : { zh: value, en: value }
        }
        return {
          key: id,
          title: title(id),
          why: text,
          ...(closed.has(id) && { options: values.map((value) => ({ value, label: label(value) })) }),
          value: answers[id] ?? '',
        }
      }),
    [answers, asked, i18n, title],
  )
}
