import { teller } from './problems'

/** What can be wrong in a file of rates. */
export const rateProblem = teller({
  'rate.no-table': {
    message: {
      zh: '前 30 行没有认得的表头，需要：{value}',
      en: 'None of the first 30 rows is a header; needed are: {value}',
    },
    fix: { zh: '选择正确的表，或指定列对应', en: 'Choose the right sheet, or map the columns' },
  },
  'rate.row': {
    message: {
      zh: '「{field}」的值 {value} 不能用，这一行未导入',
      en: '"{field}": {value} cannot be used; the row was not taken',
    },
    fix: {
      zh: '需要币种和大于 0 的数；改正后重新导入',
      en: 'It needs a currency and numbers above 0: correct it and import again',
    },
  },
  'rate.spread': {
    message: {
      zh: '卖出价 {value} 低于买入价，这一行未导入',
      en: 'The ask {value} is below the bid; the row was not taken',
    },
    fix: { zh: '核对买入、卖出两列是否取反', en: 'Check whether the two columns are exchanged' },
  },
  'rate.no-month': {
    message: { zh: '折算率表没有写月份，未导入', en: 'The table states no month; nothing was imported' },
    fix: { zh: '填写这张表所属的月份（如 2026-10）', en: 'State its month, such as 2026-10' },
  },
  'rate.months-differ': {
    message: {
      zh: '折算率表的月份不止一个：{value}，未导入',
      en: 'More than one month is stated: {value}; nothing was imported',
    },
    fix: { zh: '核对月份，一张表一个月', en: 'Check the month: a table has one' },
  },
  'rate.twice': {
    message: {
      zh: '币种 {value} 在表里有两个不同的折算率，取了前一个',
      en: 'Currency {value} has two different rates; the first was taken',
    },
    fix: { zh: '核对原表，删去错的一行', en: 'Compare the table and delete the wrong row' },
  },
  'rate.other-kind': {
    message: {
      zh: '这不是对美元折算率表（{value}）：1 美元应为 1，1 人民币应小于 1 美元；未导入',
      en: 'These are no rates against the dollar ({value}): a dollar is one and a yuan less; nothing was imported',
    },
    fix: {
      zh: '选择外汇局《各种货币对美元折算率表》；人民币汇率按其种类导入',
      en: 'Choose SAFE’s table; rates of the yuan are imported by their kind',
    },
  },
  'rate.no-unit': {
    message: {
      zh: '牌价表没有写单位，未导入：多数银行按 100 外币报价，也有按 1 的',
      en: 'The price list states no unit and was not imported: most banks quote for 100, some for 1',
    },
    fix: { zh: '说明单位（如 100）', en: 'State the unit, such as 100' },
  },
})
