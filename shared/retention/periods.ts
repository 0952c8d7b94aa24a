import type { AuditKind } from '../audit-file/kinds'
import { documents as forexDocuments } from '../forex/cite'
import type { Text } from '../model/text'
import { from2026, read, until2025 } from '../rebate/cite'
import { within, type Basis } from '../rules/rule'

/**
 * How long documents of some kinds are kept: so many years after the end of the year of the last document linked with them.
 * `from`, `to`: last days it holds for.
 */
export type Period = {
  id: string
  kinds: readonly AuditKind[]
  years: number
  text: Text
  basis: readonly Basis[]
  from?: string
  to?: string
}

/** Not read here; known from memory, and used because it only makes the time longer. */
const heard = (document: string, article: string): Basis => ({ document, article, strength: 'to-confirm' })

const refund = ['rebateLines', 'rebateLinks', 'rebatePapers', 'rebateBatches', 'invoices'] as const
const customs = [
  'lists',
  'departures',
  'gatePasses',
  'applications',
  'customsEntries',
  'exportEntries',
  'returns',
  'taxBills',
  'deliveries',
] as const
const trade = ['orders', 'payments', 'waybills', 'pieces'] as const

/** Of all that apply to any document linked with one, the longest holds. */
export const periods: readonly Period[] = [
  {
    id: 'refund-old',
    kinds: refund,
    years: 5,
    text: { zh: '备案单证保存 5 年', en: 'Filing papers are kept 5 years' },
    basis: [read('2022#9', '二', until2025)],
    to: '2025-12-31',
  },
  {
    id: 'refund',
    kinds: refund,
    years: 10,
    text: { zh: '备案单证保存 10 年', en: 'Filing papers are kept 10 years' },
    basis: [read('5号', '四十五', from2026)],
    from: '2026-01-01',
  },
  {
    id: 'receipts',
    kinds: ['forexCredits'],
    years: 5,
    text: { zh: '外汇交易证据留存 5 年', en: 'Evidence of foreign exchange is kept 5 years' },
    basis: [{ document: forexDocuments['2015#7'], article: '', strength: 'primary' }],
  },
  {
    id: 'customs',
    kinds: customs,
    years: 3,
    text: { zh: '报关单证自放行之日起保存 3 年', en: 'Customs papers are kept 3 years from release' },
    basis: [heard('海关稽查条例', '九')],
  },
  {
    id: 'tax',
    kinds: [...customs, ...refund, 'forexCredits'],
    years: 10,
    text: {
      zh: '出口凭证等涉税资料保存 10 年',
      en: 'Export papers and whatever concerns taxes are kept 10 years',
    },
    basis: [heard('税收征收管理法实施细则', '二十九')],
  },
  {
    id: 'trade',
    kinds: trade,
    years: 3,
    text: {
      zh: '商品、服务和交易信息自交易完成之日起至少保存 3 年',
      en: 'Information about a deal is kept at least 3 years from its end',
    },
    basis: [heard('电子商务法', '三十一')],
  },
]

export const periodNamed = (id: string): Period | undefined => periods.find((period) => period.id === id)

/** The longest period that holds for any of these kinds, for documents whose last day is this one. */
export function longest(kinds: ReadonlySet<AuditKind>, day: string): Period | undefined {
  return periods
    .filter((period) => within(day, period) && period.kinds.some((kind) => kinds.has(kind)))
    .reduce<Period | undefined>((best, one) => (best && best.years >= one.years ? best : one), undefined)
}
