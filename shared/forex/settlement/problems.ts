import { teller } from '../import/problems'

/** What can be wrong in a settlement file; rows themselves are refused by the rules every import has. */
export const settlementProblem = teller({
  'settlement.unknown-layout': {
    message: {
      zh: '看不出是哪种结算文件，缺少：{missing}',
      en: 'This is no settlement file we know; missing: {missing}',
    },
    fix: {
      zh: '为缺少的字段指定列（列对应会按表头记住），或改用驿关结算模板',
      en: 'Say which columns hold the missing fields (remembered by the header), or use our template',
    },
  },
  'settlement.map-column': {
    message: {
      zh: '列对应指定的列不在文件里：{missing}',
      en: 'The mapping names columns that are not there: {missing}',
    },
    fix: { zh: '按本文件的表头改正列对应', en: 'Correct the mapping by the header of this file' },
  },
  'settlement.newer-template': {
    message: {
      zh: '模板版本 {value} 比本程序认得的 {known} 新',
      en: 'The template is of version {value}; this program knows {known}',
    },
    fix: {
      zh: '升级驿关，或用本程序的模板重新填写',
      en: 'Update Yiguan, or fill in the template of this program',
    },
  },
  'settlement.no-currency': {
    message: { zh: '这一行没有币制，本文件也没有', en: 'The row has no currency, nor has its file' },
    fix: { zh: '补上币制列，或说明币制（currency=USD）', en: 'Add the column, or state it (currency=USD)' },
  },
  'settlement.no-day': {
    message: { zh: '「{field}」为空，不知道发生在哪天', en: '"{field}" is empty: the day is not known' },
    fix: { zh: '补上日期', en: 'Fill in the day' },
  },
  'settlement.no-settlement': {
    message: { zh: '这一行没有结算单号', en: 'The row names no settlement' },
    fix: { zh: '补上结算单号', en: 'Fill in the settlement' },
  },
  'settlement.no-total': {
    message: {
      zh: '结算单 {value} 没有写明放款金额，未核对是否相符（各行合计 {computed}）',
      en: 'Settlement {value} does not state what was paid out and was not checked (its lines make {computed})',
    },
    fix: { zh: '补上结算总额', en: 'Fill in its total' },
  },
  'settlement.totals-differ': {
    message: {
      zh: '结算单 {value} 有不同的放款金额：{totals}',
      en: 'Settlement {value} states different totals: {totals}',
    },
    fix: { zh: '核对是否混了两张结算单', en: 'Check whether two settlements are mixed' },
  },
  'settlement.currencies-differ': {
    message: {
      zh: '结算单 {value} 有不同的币制：{currencies}',
      en: 'Settlement {value} has lines in different currencies: {currencies}',
    },
    fix: {
      zh: '一张结算单一个币制，分开后重新导入',
      en: 'A settlement has one currency: split it and import again',
    },
  },
  'settlement.not-balanced': {
    message: {
      zh: '结算单 {value} 不平：各行合计 {computed}，写明放款 {stated}，差 {difference}',
      en: 'Settlement {value} does not balance: its lines make {computed}, it states {stated}; difference {difference}',
    },
    fix: { zh: '核对是否缺行或有行未读入', en: 'Look for missing lines, or lines that were refused' },
  },
  'settlement.net': {
    message: {
      zh: '金额 {amount} 与手续费 {fee} 得不出净额 {value}',
      en: 'Amount {amount} and fee {fee} do not make the net {value}',
    },
    fix: { zh: '以净额为准；核对原文件该行', en: 'The net counts; compare the line' },
  },
  'settlement.break': {
    message: {
      zh: '余额不连续：前一笔余额 {previous} 加 {net} 应为 {computed}，文件写 {value}',
      en: 'The balance breaks: {previous} and {net} make {computed}, the file says {value}',
    },
    fix: { zh: '核对是否缺行', en: 'Look for a missing line' },
  },
  'settlement.account-not-balanced': {
    message: {
      zh: '账户 {account} {currency} 不平：期初 {opening} 加本期发生后为 {computed}，写明期末 {value}，差 {difference}',
      en: 'Account {account} {currency} does not balance: {opening} and its movements make {computed}, it states {value}; difference {difference}',
    },
    fix: { zh: '核对是否缺行', en: 'Look for a missing line' },
  },
  'settlement.payout-differs': {
    message: {
      zh: '放款 {value} 各笔合计 {computed}，放款行写 {stated}，差 {difference}',
      en: 'Payout {value}: its transactions make {computed}, the payout says {stated}; difference {difference}',
    },
    fix: { zh: '核对放款所含的交易是否齐全', en: 'Check that all transactions of the payout are there' },
  },
  'settlement.changed': {
    message: {
      zh: '结算单 {value} 已导入且内容不同：账上 {kept}，本文件 {stated}',
      en: 'Settlement {value} was imported before with other content: {kept} in the book, {stated} in this file',
    },
    fix: {
      zh: '未替换；先撤销原导入，再导入更正后的文件',
      en: 'It was not replaced: undo the earlier import, then import the corrected file',
    },
  },
})
