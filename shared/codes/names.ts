import type { Text } from '../model/text'
import type { CodeTableId } from './table'

/** What the code tables are called. */
export const codeTableNames: Readonly<Record<CodeTableId, Text>> = {
  country: { zh: '国家（地区）', en: 'Countries' },
  'country-iso': { zh: '国家（字母）', en: 'Countries (letters)' },
  currency: { zh: '币制', en: 'Currencies' },
  'currency-iso': { zh: '币制（字母）', en: 'Currencies (letters)' },
  container: { zh: '集装箱', en: 'Containers' },
  district: { zh: '关区', en: 'Customs districts' },
  'duty-mode': { zh: '征减免税方式', en: 'Duty modes' },
  'levy-nature': { zh: '征免性质', en: 'Levy natures' },
  port: { zh: '港口', en: 'Ports' },
  region: { zh: '国内地区', en: 'Regions' },
  'retail-import': { zh: '零售进口商品清单（正面清单）', en: 'Goods of retail import (positive list)' },
  'supervision-mode': { zh: '监管方式', en: 'Supervision modes' },
  'transaction-mode': { zh: '成交方式', en: 'Trade terms' },
  'transport-mode': { zh: '运输方式', en: 'Transport modes' },
  unit: { zh: '计量单位', en: 'Units' },
  wrap: { zh: '包装种类', en: 'Packing' },
  'wrap-2018': { zh: '包装种类（2018）', en: 'Packing (2018)' },
}
