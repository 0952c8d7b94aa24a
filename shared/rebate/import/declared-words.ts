import type { TradeTerms } from '../../model/rebate/common'

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
