import type { FieldTable } from '../profile'

/** What a column of a list of exchange rates can mean. Hardly a file says what its rates are for: that is given as a fixed value. */
export const exchangeRateFields: FieldTable = {
  currency: {
    type: 'currency',
    label: { zh: '币种', en: 'Currency' },
    required: true,
    synonyms: ['货币', '货币代码', '币制', '货币名称', 'currency'],
  },
  date: {
    type: 'day',
    label: { zh: '日期', en: 'Date' },
    required: true,
    synonyms: ['发布日期', '生效日期', '公布日期', 'date'],
  },
  rate: {
    type: 'decimal',
    label: { zh: '汇率', en: 'Rate' },
    required: true,
    synonyms: ['中间价', '人民币汇率中间价', '折算率', '现汇买入价', 'rate'],
  },
  per: {
    type: 'decimal',
    label: { zh: '每单位', en: 'Foreign units' },
    synonyms: ['外币单位', '单位', 'per'],
  },
  rateKind: {
    type: 'text',
    label: { zh: '汇率种类', en: 'Kind of rate' },
    required: true,
    synonyms: ['种类', 'kind'],
  },
  origin: { type: 'text', label: { zh: '来源', en: 'Source of the rate' }, synonyms: ['发布机构', 'source'] },
}
