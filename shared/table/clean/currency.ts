import { narrowed, trimmed } from './text'

/** Words and marks that name one currency. */
const names: Readonly<Record<string, string>> = {
  人民币: 'CNY',
  人民币元: 'CNY',
  元: 'CNY',
  RMB: 'CNY',
  CNH: 'CNY',
  'CN¥': 'CNY',
  美元: 'USD',
  美金: 'USD',
  US$: 'USD',
  US: 'USD',
  欧元: 'EUR',
  '€': 'EUR',
  英镑: 'GBP',
  '£': 'GBP',
  日元: 'JPY',
  円: 'JPY',
  'JP¥': 'JPY',
  港币: 'HKD',
  港元: 'HKD',
  HK$: 'HKD',
  台币: 'TWD',
  新台币: 'TWD',
  NT$: 'TWD',
  澳元: 'AUD',
  A$: 'AUD',
  AU$: 'AUD',
  加元: 'CAD',
  C$: 'CAD',
  CA$: 'CAD',
  新加坡元: 'SGD',
  S$: 'SGD',
  SG$: 'SGD',
  NZ$: 'NZD',
  MX$: 'MXN',
  R$: 'BRL',
  巴西雷亚尔: 'BRL',
  韩元: 'KRW',
  '₩': 'KRW',
  원: 'KRW',
  卢布: 'RUB',
  '₽': 'RUB',
  РУБ: 'RUB',
  'РУБ.': 'RUB',
  '₹': 'INR',
  泰铢: 'THB',
  '฿': 'THB',
  '₱': 'PHP',
  越南盾: 'VND',
  '₫': 'VND',
  RP: 'IDR',
  RM: 'MYR',
  林吉特: 'MYR',
  ZŁ: 'PLN',
  KČ: 'CZK',
  FT: 'HUF',
  ЛВ: 'BGN',
  '₺': 'TRY',
  TL: 'TRY',
  '₪': 'ILS',
  '₴': 'UAH',
  '₸': 'KZT',
}

/** Marks that stand for several currencies: readable beside a number, but they name none. */
const shared = new Set(['$', '¥', '￥', 'R', 'RS', 'RS.', 'LEI', 'KR', 'KR.', 'FR', 'FR.'])
const codes = new Set(Intl.supportedValuesOf('currency'))

/** ISO 4217 letters of a currency as a file writes it; undefined when it is not one. */
export function readCurrency(text: string): string | undefined {
  const plain = narrowed(trimmed(text)).toUpperCase()
  if (/^[A-Z]{3}$/.test(plain)) return names[plain] ?? plain
  const coded = /(?:^|[（(\s])([A-Z]{3})(?:[)）\s]|$)/.exec(plain)
  return names[plain] ?? coded?.[1]
}

/** What a mark beside a number says: a currency, or that it is one of several (`''`). Undefined for no mark at all. */
export function readMark(mark: string): string | undefined {
  const upper = mark.toUpperCase()
  if (shared.has(upper)) return ''
  return names[upper] ?? names[upper.replace(/￥$/, '¥')] ?? (codes.has(upper) ? upper : undefined)
}

/** The currency that the bracket of a header names, as in 单价(美元) or `Amount [EUR]`. */
export function currencyInHeader(header: string): string | undefined {
  const bracket = /[（([【]([^）)\]】]+)[）)\]】]\s*$/.exec(header)?.[1]
  if (bracket === undefined) return undefined
  const currency = readMark(narrowed(trimmed(bracket)))
  return currency === '' ? undefined : currency
}
