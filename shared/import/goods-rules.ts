import type { Text } from '../model/text'

/** What is wrong and what to do. Every text may use {column}, {value} and {row}. */
export type RuleText = { message: Text; fix: Text }

/** Why a row of a goods master is refused, beyond what any row may be refused for. */
export const goodsRefusals = {
  'field.unit': {
    message: {
      zh: '「{column}」的值 {value} 不是计量单位代码，也不是代码表中的名称',
      en: '"{column}": {value} is neither the code of a unit nor its name in the table',
    },
    fix: {
      zh: '填三位代码或代码表中的名称，例如 007 或 个；全部代码见「代码表」和空白模板的代码页',
      en: 'Write the three digits or the name in the table, as 007 or 个; all are under Code tables and in the blank template',
    },
  },
  'goods.positive': {
    message: {
      zh: '「{column}」的值 {value} 应大于 0',
      en: '"{column}": {value} is not more than 0',
    },
    fix: { zh: '填写大于 0 的数字', en: 'Write a number above 0' },
  },
  'goods.weights': {
    message: {
      zh: '「{column}」{value} 小于净重 {net}',
      en: '"{column}": {value} is less than the net weight {net}',
    },
    fix: { zh: '核对净重和毛重，是否填反', en: 'Check both weights; were they swapped?' },
  },
  'goods.repeated': {
    message: {
      zh: '货号 {value} 在第 {first} 行已有，内容不同',
      en: 'The SKU {value} is in row {first} already, with other content',
    },
    fix: { zh: '只留正确的一行，或改用另一个货号', en: 'Keep the right row only, or give it another SKU' },
  },
} satisfies Record<string, RuleText>

/** What is remarked of a row of a goods master. */
export const goodsRemarks = {
  'goods.bar-code': {
    message: {
      zh: '「{column}」{value} 不是商品条码（校验位不符）',
      en: '"{column}": {value} is no GTIN (its check digit is wrong)',
    },
    fix: { zh: '照包装核对；没有条码填“无”', en: 'Compare with the package; without a bar code write 无' },
  },
} satisfies Record<string, RuleText>
