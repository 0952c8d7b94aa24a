import type { Values } from '../message'
import { textOf } from './number'
import type { DocumentRule, Report } from './rule'

const china = new Set(['142', 'CHN'])

/** Reports the fields of a head, or of each line, that are absent. */
function missing(
  values: Values,
  fields: readonly string[],
  report: Report,
  mode: string,
  line?: number,
): void {
  for (const field of fields) if (!textOf(values, field)) report({ field, line }, '', { mode, field })
}

const bondedExport: DocumentRule = {
  id: 'mode-bonded',
  on: ['CEB603'],
  severity: 'refuse',
  source: '报文规范：特殊区域出口',
  message: { zh: '贸易方式{mode}必须填写{field}', en: 'Trade mode {mode} needs {field}' },
  fix: {
    zh: '填区内企业代码、名称、账册编号和各行的备案料号',
    en: 'Give code and name of the company in the zone, the account book, and the item number of each line',
  },
  check(head, lines, report) {
    if (head['tradeMode'] !== '1210') return
    missing(head, ['iacCode', 'iacName', 'emsNo'], report, '1210')
    lines.forEach((line, at) => missing(line, ['itemRecordNo'], report, '1210', at))
  },
}

const bondedImport: DocumentRule = {
  ...bondedExport,
  on: ['CEB621'],
  source: '报文规范：保税进口',
  check(head, lines, report) {
    if (head['tradeMode'] !== '1210') return
    missing(head, ['emsNo', 'areaCode', 'areaName'], report, '1210')
    lines.forEach((line, at) => missing(line, ['itemRecordNo'], report, '1210', at))
  },
}

const directImport: DocumentRule = {
  id: 'mode-direct',
  on: ['CEB621'],
  severity: 'refuse',
  source: '报文规范：直购进口',
  message: { zh: '贸易方式{mode}必须填写{field}', en: 'Trade mode {mode} needs {field}' },
  fix: { zh: '填运输工具编号、航班航次号和提运单号', en: 'Give vehicle, voyage and bill of lading' },
  check(head, _lines, report) {
    if (head['tradeMode'] === '9610') missing(head, ['trafNo', 'voyageNo', 'billNo'], report, '9610')
  },
}

const bondedTransport: DocumentRule = {
  id: 'mode-transport',
  on: ['CEB621'],
  severity: 'refuse',
  source: '报文规范：保税进口不填跨境运输',
  message: { zh: '贸易方式1210不填{field}', en: 'Trade mode 1210 has no {field}' },
  fix: { zh: '清空该项', en: 'Leave it empty' },
  check(head, _lines, report) {
    if (head['tradeMode'] !== '1210') return
    for (const field of ['trafNo', 'voyageNo', 'billNo']) {
      const value = textOf(head, field)
      if (value) report({ field }, value, { field })
    }
  },
}

const importCountry: DocumentRule = {
  id: 'mode-country',
  on: ['CEB621'],
  severity: 'refuse',
  source: '报文规范：1210起运国为142，9610为实际起运国',
  message: {
    zh: '贸易方式{mode}的起运国不能是{value}',
    en: 'Country of departure {value} does not fit mode {mode}',
  },
  fix: { zh: '1210填142；9610填货物实际起运的国家', en: '142 for 1210, the real country for 9610' },
  check(head, _lines, report) {
    const value = textOf(head, 'country')
    const mode = head['tradeMode'] ?? ''
    if (!value || (mode !== '1210' && mode !== '9610')) return
    if (china.has(value) !== (mode === '1210')) report({ field: 'country' }, value, { mode, value })
  },
}

const returnCountry: DocumentRule = {
  id: 'return-country',
  on: ['CEB213'],
  severity: 'refuse',
  source: '报文规范：退货启运国不能是中国',
  message: { zh: '退货的启运国不能是中国', en: 'Returned goods cannot come from China' },
  fix: { zh: '填货物退回时实际启运的国家', en: 'Give the country the goods come back from' },
  check(head, _lines, report) {
    const value = textOf(head, 'country')
    if (value && china.has(value)) report({ field: 'country' }, value)
  },
}

const exportCountry: DocumentRule = {
  id: 'export-country',
  on: ['CEB603'],
  severity: 'warn',
  source: '常识校验，无明文',
  message: { zh: '出口清单的国家是中国', en: 'The country of an export list is China' },
  fix: { zh: '核对运抵国和最终目的国', en: 'Check country of arrival and destination' },
  check(head, lines, report) {
    const look = (values: Values, line?: number) => {
      const value = textOf(values, 'country')
      if (value && china.has(value)) report({ field: 'country', line }, value)
    }
    look(head)
    lines.forEach(look)
  },
}

const simplified: DocumentRule = {
  id: 'flag-licence',
  on: ['CEB603'],
  severity: 'refuse',
  source: '报文规范：A简化申报不涉及许可证、出口税、退税',
  message: {
    zh: '涉及许可证{value}的商品不能简化申报(A)',
    en: 'Goods under licence {value} cannot be simplified (A)',
  },
  fix: { zh: '申报业务类型改为B，或核对许可证号', en: 'Declare as B, or check the licence number' },
  check(head, _lines, report) {
    const value = textOf(head, 'licenseNo')
    if (head['statisticsFlag'] === 'A' && value) report({ field: 'statisticsFlag' }, 'A', { value })
  },
}

const businessSummary: DocumentRule = {
  id: 'flag-business',
  on: ['CEB603'],
  severity: 'warn',
  source: '统一版B2B清单不汇总形成报关单，口径待确认',
  message: {
    zh: '{mode}清单不汇总形成报关单，申报业务类型却是B',
    en: 'Lists of {mode} are not summarised into a 报关单, yet the kind is B',
  },
  fix: { zh: '需要退税的改用报关单申报；否则填A', en: 'Use a 报关单 when a rebate is wanted, otherwise A' },
  check(head, _lines, report) {
    const mode = head['tradeMode'] ?? ''
    if ((mode === '9710' || mode === '9810') && head['statisticsFlag'] === 'B') {
      report({ field: 'statisticsFlag' }, 'B', { mode })
    }
  },
}

/** What a trade mode or declaration kind demands. */
export const modeRules = [
  bondedExport,
  bondedImport,
  directImport,
  bondedTransport,
  importCountry,
  returnCountry,
  exportCountry,
  simplified,
  businessSummary,
]
