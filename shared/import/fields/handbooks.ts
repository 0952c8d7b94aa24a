import type { FieldTable } from '../profile'

/** What a column of a list of handbooks (手册, 账册) can mean. No official layout was seen: other names are mapped. */
export const handbookFields: FieldTable = {
  number: {
    type: 'code',
    label: { zh: '手（账）册号', en: 'Handbook number' },
    required: true,
    synonyms: ['手册号', '账册号', '加工贸易手册号', '备案号', '手(账)册编号', '手册编号'],
  },
  handbookKind: {
    type: 'text',
    label: { zh: '加工贸易方式', en: 'Kind of processing' },
    required: true,
    synonyms: ['贸易方式', '监管方式', '手册类型'],
  },
  plannedImport: {
    type: 'decimal',
    label: { zh: '计划进口总值', en: 'Planned import' },
    required: true,
    synonyms: ['备案进口总值', '进口总值', '进口总金额', '备案进口总金额'],
  },
  plannedExport: {
    type: 'decimal',
    label: { zh: '计划出口总值', en: 'Planned export' },
    required: true,
    synonyms: ['备案出口总值', '出口总值', '出口总金额', '备案出口总金额'],
  },
  currency: { type: 'currency', label: { zh: '币制', en: 'Currency' }, synonyms: ['币种', '进口币制'] },
  validTo: {
    type: 'day',
    label: { zh: '有效期至', en: 'Valid to' },
    synonyms: ['有效期', '有效日期', '手册有效期', '截止日期'],
  },
  writtenOffOn: {
    type: 'day',
    label: { zh: '核销日期', en: 'Written off on' },
    synonyms: ['核销完成日期', '结案日期'],
  },
  adjustedRatio: {
    type: 'rate',
    label: { zh: '调整后计划分配率', en: 'Adjusted ratio' },
    synonyms: ['调整后分配率', '实际分配率', '核销分配率'],
  },
}
