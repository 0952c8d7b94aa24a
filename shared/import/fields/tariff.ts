import type { FieldTable } from '../profile'

/**
 * What a column of a tariff can mean, as customs' parameter tables and the sheets of offices have them. The names of the DBF
 * fields were seen second-hand; a file with other names is read with a mapping. Units and rates stay text: a unit may be a
 * name, and a rate that is not one figure by value is left out without refusing its row.
 */
export const tariffFields: FieldTable = {
  code: {
    type: 'id',
    label: { zh: '商品编码', en: 'HS code' },
    required: true,
    synonyms: [
      'CODE_TS',
      'CODE_T',
      'HSCODE',
      'HS_CODE',
      '商品编号',
      '税则号列',
      '税号',
      'HS编码',
      '海关编码',
    ],
  },
  tail: {
    type: 'id',
    label: { zh: '附加编号', en: 'Last two digits' },
    synonyms: ['CODE_S', '附加码'],
  },
  name: {
    type: 'text',
    label: { zh: '商品名称', en: 'Name' },
    required: true,
    synonyms: ['G_NAME', 'GNAME', '货品名称', '品名'],
  },
  en: {
    type: 'text',
    label: { zh: '英文名称', en: 'English name' },
    synonyms: ['G_NAME_EN', 'ENAME', '英文品名'],
  },
  elements: {
    type: 'text',
    label: { zh: '申报要素', en: 'Elements to declare' },
    synonyms: ['ELEMENTS', '规范申报要素'],
  },
  unit1: {
    type: 'text',
    label: { zh: '法定第一单位', en: 'First statutory unit' },
    synonyms: ['UNIT_1', 'UNIT1', '第一法定单位', '第一计量单位', '法定单位', '计量单位'],
  },
  unit2: {
    type: 'text',
    label: { zh: '法定第二单位', en: 'Second statutory unit' },
    synonyms: ['UNIT_2', 'UNIT2', '第二法定单位', '第二计量单位', '第二单位'],
  },
  conditions: {
    type: 'text',
    label: { zh: '监管条件', en: 'Supervision' },
    synonyms: ['CONTROL_MA', 'CONTROL_MARK', '监管证件', '海关监管条件'],
  },
  inspection: {
    type: 'text',
    label: { zh: '检验检疫类别', en: 'Inspection' },
    synonyms: ['INSP_TYPE', 'CIQ_TYPE', '检验检疫', '检验检疫监管条件'],
  },
  exportDuty: {
    type: 'text',
    label: { zh: '出口税率', en: 'Export duty' },
    synonyms: ['OUT_RATE', '出口关税', '出口从价税率'],
  },
  importDuty: {
    type: 'text',
    label: { zh: '最惠国税率', en: 'MFN duty' },
    synonyms: ['LOW_RATE', '进口最惠国税率', '优惠税率'],
  },
  vat: {
    type: 'text',
    label: { zh: '增值税率', en: 'VAT' },
    synonyms: ['TAX_RATE', '增值税', '增值税税率', '增值税率(%)'],
  },
  consumption: {
    type: 'text',
    label: { zh: '消费税率', en: 'Consumption tax' },
    synonyms: ['REG_RATE', '消费税', '消费税税率'],
  },
  from: {
    type: 'day',
    label: { zh: '生效日期', en: 'In force from' },
    synonyms: ['BEGIN_DATE', 'STARTDATE', '起始日期', '开始日期'],
  },
  to: {
    type: 'day',
    label: { zh: '失效日期', en: 'In force to' },
    synonyms: ['END_DATE', 'ENDDATE', '截止日期', '终止日期'],
  },
}

/** What a column of a 新旧编码对照 can mean. The day is often in the title only: then it is given as a fixed value. */
export const codeChangeFields: FieldTable = {
  from: {
    type: 'id',
    label: { zh: '旧编码', en: 'Old code' },
    required: true,
    synonyms: ['原编码', '原税号', '旧税号', '调整前编码', '调整前税号', 'OLD_CODE'],
  },
  to: {
    type: 'id',
    label: { zh: '新编码', en: 'New code' },
    synonyms: ['现编码', '新税号', '现税号', '调整后编码', '调整后税号', 'NEW_CODE'],
  },
  on: {
    type: 'day',
    label: { zh: '生效日期', en: 'In force from' },
    required: true,
    synonyms: ['调整日期', '实施日期', 'BEGIN_DATE'],
  },
}
