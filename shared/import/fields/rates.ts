import type { FieldTable } from '../profile'

/**
 * What a column of a 文库 can mean. The short names are those of the DBF files in circulation and were seen second-hand; a file
 * with other names is read with a mapping, and the day from which it holds can be given as a fixed value.
 */
export const rateFields: FieldTable = {
  code: {
    type: 'id',
    label: { zh: '商品代码', en: 'Goods code' },
    required: true,
    synonyms: ['CODE', 'SPDM', 'CMCODE', '商品编码', '海关商品代码'],
  },
  name: { type: 'text', label: { zh: '商品名称', en: 'Name' }, synonyms: ['NAME', 'SPMC', 'CMNAME'] },
  unit: { type: 'text', label: { zh: '计量单位', en: 'Unit' }, synonyms: ['UNIT', 'JLDW', 'DWMC', '单位'] },
  levyRate: {
    type: 'rate',
    label: { zh: '征税率', en: 'Levy rate' },
    synonyms: ['ZSSL_SET', 'ZSSL', 'ZSL', 'ZSLV', '征税税率', '增值税税率', '征税率(%)'],
  },
  rebateRate: {
    type: 'rate',
    label: { zh: '退税率', en: 'Rebate rate' },
    required: true,
    synonyms: ['TSL', 'TSLV', 'TSSL', '出口退税率', '退税率(%)'],
  },
  specialFlag: {
    type: 'text',
    label: { zh: '特殊商品标识', en: 'Special goods mark' },
    synonyms: ['TSFLAG', 'TSSPBZ', 'TSBZ', '特殊商品标志'],
  },
  from: {
    type: 'day',
    label: { zh: '生效日期', en: 'In force from' },
    required: true,
    synonyms: ['STARTDATE', 'START_DATE', 'SXQSRQ', 'BEGINDATE', '起始日期', '开始日期', '有效期起'],
  },
  to: {
    type: 'day',
    label: { zh: '失效日期', en: 'In force to' },
    synonyms: ['ENDDATE', 'END_DATE', 'SXZZRQ', '截止日期', '终止日期', '有效期止'],
  },
}
