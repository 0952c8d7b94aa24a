import type { RowError } from '../../model/import-report'
import { fillText, type Text } from '../../model/text'

/** What is wrong and what to do; both may use {field}, {value} and what the place adds. */
export type Words = { message: Text; fix: Text }

/** What can be wrong in a bank file. */
const texts = {
  'bank.unknown-format': {
    message: { zh: '看不出是哪种银行文件', en: 'This is no bank file we know' },
    fix: {
      zh: '导入 MT940、MT103、camt.052/053/054，或用列对应导入 CSV、Excel',
      en: 'Import MT940, MT103 or camt.052/053/054, or a CSV or Excel file by mapping its columns',
    },
  },
  'bank.xml': {
    message: { zh: 'XML 无法读取：{value}', en: 'The XML cannot be read: {value}' },
    fix: { zh: '请银行重新导出', en: 'Ask the bank to export it again' },
  },
  'bank.xml-doctype': {
    message: { zh: 'XML 含有 DTD，出于安全不读取', en: 'The XML holds a DTD and is not read for safety' },
    fix: { zh: '请银行重新导出', en: 'Ask the bank to export it again' },
  },
  'bank.missing-field': {
    message: { zh: '缺少 {field}', en: '{field} is missing' },
    fix: { zh: '请银行补发完整的对账单', en: 'Ask the bank for the whole statement' },
  },
  'bank.field': {
    message: { zh: '{field} 的内容 {value} 不合格式', en: '{field}: {value} does not have the right form' },
    fix: {
      zh: '本条未读入；核对原文件该行，请银行更正后重新导入',
      en: 'It was not read; compare the line and import a corrected file',
    },
  },
  'bank.day': {
    message: {
      zh: '{field} 的日期 {value} 不存在，按月末 {day} 读入',
      en: '{field}: there is no day {value}; read as {day}',
    },
    fix: { zh: '核对起息日', en: 'Check the value date' },
  },
  'bank.outside': {
    message: {
      zh: '{field} 出现在对账单之外，未读入',
      en: '{field} stands outside a statement and was not read',
    },
    fix: { zh: '核对文件是否被截断', en: 'Check whether the file was cut' },
  },
  'bank.not-balanced': {
    message: {
      zh: '账户 {account} 不平：期初 {opening} 加本期发生后为 {computed}，对账单写 {stated}，差 {difference}',
      en: 'Account {account} does not balance: {opening} and its entries make {computed}, the statement says {stated}; difference {difference}',
    },
    fix: {
      zh: '流水已读入；请核对是否缺页或缺行',
      en: 'The entries were read; look for a missing page or line',
    },
  },
  'bank.gap': {
    message: {
      zh: '账户 {account} 不连续：上一张期末 {previous}，本张期初 {opening}',
      en: 'Account {account} has a gap: the one before closes at {previous}, this one opens at {opening}',
    },
    fix: { zh: '补导入中间的对账单', en: 'Import the statement between them' },
  },
  'bank.batch-count': {
    message: {
      zh: '批量写明 {value} 笔明细，文件里有 {count} 笔',
      en: 'A batch of {value} transactions of which the file has {count}',
    },
    fix: {
      zh: '以入账金额为准；请银行补发完整明细',
      en: 'The entry counts; ask the bank for all transactions',
    },
  },
  'bank.batch-sum': {
    message: {
      zh: '批量入账 {value} 与明细合计 {computed} 不等',
      en: 'A batch of {value} whose transactions add up to {computed}',
    },
    fix: { zh: '以入账金额为准；核对明细', en: 'The entry counts; check its transactions' },
  },
} satisfies Record<string, Words>

export type BankProblem = keyof typeof texts

/** Tells problems of a family of rules at a line of a file. */
export const teller =
  <Rule extends string>(words: Readonly<Record<Rule, Words>>) =>
  (
    rule: Rule,
    row: number,
    field = '',
    value = '',
    params: Readonly<Record<string, string>> = {},
  ): RowError => {
    const all = { ...params, field, value }
    const { message, fix } = words[rule]
    return { row, column: field, value, rule, message: fillText(message, all), fix: fillText(fix, all) }
  }

/** A problem at a line of a bank's file. */
export const problem = teller<BankProblem>(texts)
