import { narrowed, trimmed } from './text'

/** Words and marks for currencies in exports. `$` and `¥` alone name several currencies and are not here. */
const names: Readonly<Record<string, string>> = {
  人民币: 'CNY',
  人民币元: 'CNY',
  元: 'CNY',
  RMB: 'CNY',
  CNH: 'CNY',
  美元: 'USD',
  US$: 'USD',
  欧元: 'EUR',
  '€': 'EUR',
  英镑: 'GBP',
  '£': 'GBP',
  日元: 'JPY',
  港币: 'HKD',
  港元: 'HKD',
  HK$: 'HKD',
  澳元: 'AUD',
  加元: 'CAD',
  新加坡元: 'SGD',
  韩元: 'KRW',
  卢布: 'RUB',
  巴西雷亚尔: 'BRL',
  R$: 'BRL',
}

/** ISO 4217 letters of a currency as a file writes it; undefined when it is not one. */
export function readCurrency(text: string): string | undefined {
  const plain = narrowed(trimmed(text)).toUpperCase()
  if (/^[A-Z]{3}$/.test(plain)) return names[plain] ?? plain
  const coded = /(?:^|[（(\s])([A-Z]{3})(?:[)）\s]|$)/.exec(plain)
  return names[plain] ?? coded?.[1]
}
