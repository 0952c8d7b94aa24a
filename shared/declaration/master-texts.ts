import type { Severity } from '../ceb/fault'
import type { Text } from '../model/text'

type RuleText = { severity: Severity; message: Text; fix: Text }

/** What the fields of the messages do not say themselves: what the master needs and what belongs together in it. */
const texts = {
  name: {
    severity: 'refuse',
    message: { zh: '模板名称必填', en: 'The template needs a name' },
    fix: { zh: '写一个能认出这条线路的名称', en: 'Write a name that tells this flow apart' },
  },
  mode: {
    severity: 'refuse',
    message: {
      zh: '贸易方式应为 9610、1210、9710、9810 或零售进口的 9610、1210',
      en: 'The trade mode is 9610, 1210, 9710, 9810, or 9610 or 1210 of retail import',
    },
    fix: { zh: '从列表选择', en: 'Choose it from the list' },
  },
  'mode-field': {
    severity: 'refuse',
    message: {
      zh: '这种贸易方式必填：保税的清单要写区内企业和账册',
      en: 'This mode needs it: a bonded list names the zone company and its account book',
    },
    fix: {
      zh: '按区内企业的海关备案和保税账册填写',
      en: 'Copy it from the registration of the zone company and from its account book',
    },
  },
  'mode-flag': {
    severity: 'refuse',
    message: {
      zh: 'B2B出口的清单不汇总形成报关单，申报业务类型不能是B（口径待确认）',
      en: 'Lists of B2B export are not summarised, so their kind cannot be B (not confirmed)',
    },
    fix: { zh: '选 A，或改用报关单申报', en: 'Choose A, or declare by 报关单' },
  },
  'record-no': {
    severity: 'refuse',
    message: {
      zh: '有订单按1210申报，商品必须有账册备案料号',
      en: 'Orders are declared as 1210, so the goods need their number in the bonded account book',
    },
    fix: { zh: '按保税账册填写这个商品的备案料号', en: 'Copy it from the bonded account book' },
  },
  'yes-no': {
    severity: 'refuse',
    message: { zh: '只能填 Y（是）或 N（否）', en: 'Write Y or N' },
    fix: { zh: '不知道的留空', en: 'Leave it empty while nobody knows' },
  },
  'ports-none': {
    severity: 'refuse',
    message: { zh: '运抵国→指运港一行也没有，清单的指运港无从填写', en: 'No port is given for any country' },
    fix: {
      zh: '至少填一行；运抵国写 * 表示其余国家',
      en: 'Fill in one row at least; * stands for all other countries',
    },
  },
  'ports-fallback': {
    severity: 'warn',
    message: {
      zh: '没有 * 一行：表中没有的运抵国不能制单',
      en: 'There is no row *: orders to other countries cannot be declared',
    },
    fix: { zh: '加一行，运抵国写 *', en: 'Add a row with * as country' },
  },
  district: {
    severity: 'refuse',
    message: { zh: '关区代码应为 4 位数字', en: 'A customs district is 4 digits' },
    fix: { zh: '从代码表中选择，或填写 4 位代码', en: 'Choose it from the table, or write its 4 digits' },
  },
  sku: {
    severity: 'refuse',
    message: { zh: '货号必填', en: 'The SKU is required' },
    fix: { zh: '与订单文件中的货号写得一样', en: 'Write it as the order file does' },
  },
  'sku-long': {
    severity: 'refuse',
    message: { zh: '货号超过 30 个字符', en: 'The SKU is longer than 30 characters' },
    fix: { zh: '缩短货号，订单文件中也要一致', en: 'Shorten it, in the order file too' },
  },
  'goods-name': {
    severity: 'refuse',
    message: { zh: '商品名称必填', en: 'The name is required' },
    fix: { zh: '填写企业自己的商品名称', en: 'Write your own name of the goods' },
  },
  flag: {
    severity: 'refuse',
    message: { zh: '只能是 A（简化申报）或 B（汇总申报）', en: 'A (simplified) or B (summary) only' },
    fix: { zh: '要退税或涉证的选 B，其余选 A', en: 'B for goods with rebate or licence, else A' },
  },
  rate: {
    severity: 'refuse',
    message: {
      zh: '税率应为 0 到 100 之间的数，按百分数填',
      en: 'A rate is a number from 0 to below 100, in percent',
    },
    fix: {
      zh: '13% 填 13；没有消费税的填 0',
      en: 'Write 13 for 13%, and 0 where there is no consumption tax',
    },
  },
  zero: {
    severity: 'refuse',
    message: { zh: '必须大于 0', en: 'Must be above 0' },
    fix: { zh: '填写一件商品的实际数', en: 'Fill in the figure of one piece' },
  },
  'second-unit': {
    severity: 'refuse',
    message: {
      zh: '法定第二单位和每件折第二单位要么都填，要么都不填',
      en: 'Second unit and its quantity belong together',
    },
    fix: { zh: '税号有第二法定单位时两项都填', en: 'Fill in both when the HS code has a second unit' },
  },
  'fair-price': {
    severity: 'refuse',
    message: { zh: '公允价和币制要么都填，要么都不填', en: 'Fair price and its currency belong together' },
    fix: { zh: '赠品申报要用公允价，两项都填', en: 'Gifts are declared at it: fill in both' },
  },
  weights: {
    severity: 'refuse',
    message: { zh: '毛重小于净重', en: 'Gross weight is below net weight' },
    fix: {
      zh: '毛重含包装，应不小于净重；核对是否填反',
      en: 'Gross includes packing; check whether they are swapped',
    },
  },
  'same-unit': {
    severity: 'warn',
    message: {
      zh: '与成交单位相同，折算数应为 1；制单时按 1 折算',
      en: 'Same as the deal unit, so one piece is 1; lists are built with 1',
    },
    fix: { zh: '改为 1，或核对单位', en: 'Write 1, or check the units' },
  },
} as const satisfies Record<string, RuleText>

export type MasterRule = keyof typeof texts
export const masterTexts: Record<MasterRule, RuleText> = texts
