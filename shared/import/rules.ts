import type { RowError } from '../model/import-report'
import { fillText } from '../model/text'
import { goodsRefusals, goodsRemarks, type RuleText } from './goods-rules'

/** Why a row is refused. Every text may use {column}, {value} and {row}. */
const refusals = {
  ...goodsRefusals,
  'row.open-quote': {
    message: {
      zh: '引号没有结束，本行无法可靠拆分',
      en: 'A quote is never closed; the row cannot be split reliably',
    },
    fix: {
      zh: '在原文件中补上或删除这个引号后重新导入',
      en: 'Close or remove the quote in the file and import again',
    },
  },
  'row.ragged': {
    message: {
      zh: '本行有 {cells} 列，表头只有 {columns} 列，多出的内容没有列名',
      en: 'The row has {cells} cells, the header {columns}; the surplus has no column',
    },
    fix: {
      zh: '检查本行是否有未加引号的分隔符，改正后重新导入',
      en: 'Look for a delimiter that is not quoted, correct it and import again',
    },
  },
  'field.required': {
    message: { zh: '「{column}」为空', en: '"{column}" is empty' },
    fix: { zh: '填写「{column}」', en: 'Fill in "{column}"' },
  },
  'invoice.red': {
    message: {
      zh: '「{column}」为负 {value}：红字发票行',
      en: '"{column}" is {value}: a line of a red-letter invoice',
    },
    fix: { zh: '红字发票不能配单，从清单中去掉', en: 'It cannot be allocated; take it out of the list' },
  },
  'weighing.zero': {
    message: {
      zh: '「{column}」为 {value}：包裹没有称重',
      en: '"{column}" is {value}: the parcel was not weighed',
    },
    fix: { zh: '重新称重后填写毛重', en: 'Weigh the parcel and fill in its weight' },
  },
  'tariff.code': {
    message: {
      zh: '「{column}」的值 {value} 不是编码：应为 4、6、8 或 10 位数字',
      en: '"{column}": {value} is no code; it has 4, 6, 8 or 10 digits',
    },
    fix: {
      zh: '位数为奇数的多半丢了前面的 0：把编码列设为文本后重新导出',
      en: 'An odd number of digits has lost its leading zero: export the column as text',
    },
  },
  'tariff.ten-digits': {
    message: {
      zh: '「{column}」的值 {value} 不是 10 位编码',
      en: '"{column}": {value} is no code of 10 digits',
    },
    fix: { zh: '改正编码；丢了前导 0 的补上', en: 'Correct it; give back a lost leading zero' },
  },
  'field.decimal': {
    message: { zh: '「{column}」的值 {value} 不是数字', en: '"{column}": {value} is not a number' },
    fix: {
      zh: '改为不带单位的数字，例如 1234.50',
      en: 'Write a plain number such as 1234.50',
    },
  },
  'field.decimal-ambiguous': {
    message: {
      zh: '「{column}」的值 {value} 可能是千分位也可能是小数，整个文件中没有可以判断的值',
      en: '"{column}": the comma in {value} may group thousands or start decimals; nothing in the file decides it',
    },
    fix: {
      zh: '说明小数点写法后重新导入（decimal=point 或 decimal=comma）',
      en: 'State how decimals are written (decimal=point or decimal=comma) and import again',
    },
  },
  'field.integer': {
    message: {
      zh: '「{column}」的值 {value} 不是正整数',
      en: '"{column}": {value} is not a positive whole number',
    },
    fix: { zh: '改为 1、2、3 这样的整数', en: 'Write a whole number such as 1, 2, 3' },
  },
  'field.day': {
    message: {
      zh: '「{column}」的值 {value} 不是日期',
      en: '"{column}": {value} is no day',
    },
    fix: { zh: '改为 2026-03-14 这样的写法', en: 'Write it as 2026-03-14' },
  },
  'field.instant': {
    message: {
      zh: '「{column}」的值 {value} 不是可识别的日期',
      en: '"{column}": {value} is not a date we can read',
    },
    fix: {
      zh: '改为 2026-03-14 09:10:00 这样的写法；若日月顺序不对，请说明 dateOrder',
      en: 'Write it as 2026-03-14 09:10:00; if day and month are swapped state dateOrder',
    },
  },
  'field.currency': {
    message: {
      zh: '「{column}」的值 {value} 不是币制代码',
      en: '"{column}": {value} is not a currency code',
    },
    fix: { zh: '改为三个字母的币制代码，例如 USD', en: 'Write the three-letter code, for example USD' },
  },
  'field.digits': {
    message: {
      zh: '「{column}」应为 {digits} 位数字，{value} 不符；位数少时多为前导 0 丢失',
      en: '"{column}" has {digits} digits; {value} does not, most often because leading zeros were lost',
    },
    fix: {
      zh: '把该列设为“文本”格式并补足前导 0',
      en: 'Format the column as text and restore the leading zeros',
    },
  },
  'field.choice': {
    message: {
      zh: '「{column}」的值 {value} 不在可选范围内',
      en: '"{column}": {value} is none of the allowed values',
    },
    fix: { zh: '改为：{choices}', en: 'Use one of: {choices}' },
  },
  'field.shape': {
    message: {
      zh: '「{column}」的值 {value} 不符合格式',
      en: '"{column}": {value} does not have the right form',
    },
    fix: { zh: '按模板中该列的填写说明改正', en: 'Correct it as the template describes the column' },
  },
  'excel.scientific': {
    message: {
      zh: '「{column}」的值 {value} 是科学计数法，原来的数字已不完整',
      en: '"{column}": {value} is in scientific notation; digits of the original are gone',
    },
    fix: {
      zh: '从平台重新导出，或把该列设为“文本”格式后重新填入完整号码',
      en: 'Export again from the platform, or format the column as text and enter the full number',
    },
  },
  'excel.precision': {
    message: {
      zh: '「{column}」的值 {value} 超过 15 位，Excel 按数字保存时只留 15 位，后面的数字不可信',
      en: '"{column}": {value} has more than 15 digits; stored as a number Excel keeps only 15',
    },
    fix: {
      zh: '从平台重新导出，或把该列设为“文本”格式后重新填入完整号码',
      en: 'Export again from the platform, or format the column as text and enter the full number',
    },
  },
  'excel.serial-date': {
    message: {
      zh: '「{column}」的值 {value} 是 Excel 的日期序号，单元格没有日期格式',
      en: '"{column}": {value} is an Excel day number in a cell without a date format',
    },
    fix: {
      zh: '把该列设为日期格式，或改为文本日期',
      en: 'Give the column a date format, or write dates as text',
    },
  },
  'excel.date-in-id': {
    message: {
      zh: '「{column}」的值 {value} 被 Excel 当成了日期，原来的号码已不可知',
      en: '"{column}": Excel turned the number into the date {value}; the original is gone',
    },
    fix: {
      zh: '从平台重新导出，并在打开前把该列设为“文本”格式',
      en: 'Export again from the platform and format the column as text before opening it',
    },
  },
  'excel.formula': {
    message: {
      zh: '「{column}」是公式，显示的值 {value} 可能不是最新结果',
      en: '"{column}" holds a formula; the shown value {value} may be stale',
    },
    fix: { zh: '复制该列，选择性粘贴为“数值”后保存', en: 'Copy the column, paste it as values, and save' },
  },
  'excel.error': {
    message: { zh: '「{column}」是 Excel 错误值 {value}', en: '"{column}" holds the Excel error {value}' },
    fix: { zh: '改正公式或填写实际值', en: 'Correct the formula or write the value' },
  },
  'text.unreadable': {
    message: {
      zh: '「{column}」的值 {value} 含有无法解码的字符',
      en: '"{column}": {value} holds characters that could not be decoded',
    },
    fix: { zh: '用 UTF-8 或 GB18030 编码重新导出文件', en: 'Export the file again as UTF-8 or GB18030' },
  },
  'record.changed': {
    message: {
      zh: '{value} 已在以前的导入中保存，内容与本文件不同',
      en: '{value} was stored by an earlier import with other content',
    },
    fix: { zh: '核对后选择“更新”再导入', en: 'Check it and import again with update' },
  },
  'record.no-lines': {
    message: {
      zh: '订单 {value} 已在以前的导入中保存，本文件没有它的商品行，更新会丢掉商品',
      en: 'Order {value} was stored by an earlier import; this file has no goods for it, and an update would lose them',
    },
    fix: {
      zh: '把两个文件按订单号合成一个（一行一种商品，带上时间和状态），再选择“更新”导入',
      en: 'Join both files by order number (one row a line, with time and status) and import that with update',
    },
  },
  'record.declared-changed': {
    message: {
      zh: '{value} 已申报，本文件中的内容有变化，不会覆盖',
      en: '{value} is already declared and differs in this file; it is not overwritten',
    },
    fix: { zh: '按更正或撤销流程处理已申报的单证', en: 'Correct or withdraw the declared document' },
  },
} satisfies Record<string, RuleText>

/** What is accepted and remarked. */
const remarks = {
  ...goodsRemarks,
  'tariff.rate': {
    message: {
      zh: '「{column}」的值 {value} 不是单一从价税率，没有采用',
      en: '"{column}": {value} is not a single rate by value and was left out',
    },
    fix: { zh: '以税则原文为准', en: 'See the tariff itself' },
  },
  'row.stray-quote': {
    message: { zh: '引号不在单元格两端，已按原文保留', en: 'A quote stands inside a cell; kept as written' },
    fix: { zh: '核对本行内容', en: 'Check the row' },
  },
  'row.short': {
    message: {
      zh: '本行列数少于表头，缺少的列按空处理',
      en: 'The row has fewer cells than the header; the rest is empty',
    },
    fix: { zh: '核对本行是否被换行截断', en: 'Check whether a line break cut the row' },
  },
  'row.none': {
    message: { zh: '只有表头，没有数据行', en: 'A header and no row below it' },
    fix: { zh: '核对导出时选的日期和筛选条件', en: 'Check the dates and filters of the export' },
  },
  'row.hidden': {
    message: { zh: '本行在 Excel 中是隐藏行，已导入', en: 'The row is hidden in Excel; it was imported' },
    fix: { zh: '不需要的行请删除后重新导入', en: 'Delete rows you do not want and import again' },
  },
  'row.repeated': {
    message: {
      zh: '疑似重复行：同一文件中有完全相同的行',
      en: 'Possible repetition: an equal row is in this file',
    },
    fix: { zh: '核对平台是否重复导出', en: 'Check whether the platform exported it twice' },
  },
  'sheet.merged': {
    message: {
      zh: '合并单元格 {value}：文字算作每一行的值，数字只算在第一行',
      en: 'Merged cells {value}: text counts for every row, a number for the first only',
    },
    fix: {
      zh: '核对；不对时取消合并并补全每一行',
      en: 'Check; where it is wrong unmerge and fill in every row',
    },
  },
  'order.no-lines': {
    message: {
      zh: '订单 {value} 没有商品行，不能据此申报',
      en: 'Order {value} has no goods; it cannot be declared from this file',
    },
    fix: {
      zh: '商品在另一个文件里的，按订单号合成一个文件（一行一种商品，带上时间和状态）再导入；分两次导入不会合在一起',
      en: 'Where the goods are in another file join both by order number (one row a line, with time and status) and import that; two imports are not joined',
    },
  },
  'order.split-block': {
    message: {
      zh: '订单 {value} 的行在文件中不连续，已合并为一个订单',
      en: 'The rows of order {value} are not adjacent; they were joined to one order',
    },
    fix: { zh: '核对两处是否为同一订单', en: 'Check that both are the same order' },
  },
  'order.head-differs': {
    message: {
      zh: '订单 {value} 各行的「{column}」不一致，采用第一行的值',
      en: 'Rows of order {value} differ in "{column}"; the first row counts',
    },
    fix: { zh: '核对订单头信息', en: 'Check the head of the order' },
  },
  'order.cancellation-ambiguous': {
    message: {
      zh: '取消单 {value} 可对应多个原订单，待确认',
      en: 'Cancellation {value} fits several orders and must be confirmed',
    },
    fix: { zh: '在取消单中选择原订单', en: 'Choose the original order' },
  },
  'order.cancellation-unmatched': {
    message: {
      zh: '取消单 {value} 在文件中没有对应的原订单',
      en: 'No order in the file fits cancellation {value}',
    },
    fix: {
      zh: '原订单可能在以前的文件中，请手工关联',
      en: 'The order may be in an earlier file; link it by hand',
    },
  },
  'record.repeated-key': {
    message: {
      zh: '号码 {value} 在本文件中出现多次，各行均保留',
      en: 'The number {value} occurs more than once in this file; every row is kept',
    },
    fix: { zh: '核对是否重复', en: 'Check for a duplicate' },
  },
  'record.number-derived': {
    message: {
      zh: '文件没有流水号，已按行内容生成 {value}',
      en: 'The file has no number of its own; {value} was derived from the content',
    },
    fix: { zh: '如平台另有流水号，请在列对应中指定', en: 'Map the column if the platform has a number' },
  },
  'field.full-width': {
    message: {
      zh: '「{column}」含全角字符，已转为半角',
      en: '"{column}" held full-width characters; they were narrowed',
    },
    fix: { zh: '无需处理', en: 'Nothing to do' },
  },
  'field.unreadable-text': {
    message: {
      zh: '「{column}」含有无法解码的字符',
      en: '"{column}" holds characters that could not be decoded',
    },
    fix: { zh: '用 UTF-8 或 GB18030 编码重新导出文件', en: 'Export the file again as UTF-8 or GB18030' },
  },
  'field.date-order': {
    message: {
      zh: '「{column}」的日月顺序无法由整个文件判断，时间暂不换算，保留原文',
      en: 'Nothing in the file decides the order of day and month in "{column}"; the time is kept as text only',
    },
    fix: { zh: '说明 dateOrder（dmy 或 mdy）', en: 'State dateOrder (dmy or mdy)' },
  },
  'field.meaning-open': {
    message: {
      zh: '「{column}」按单价读取（口径待确认：有的平台在这一列写单价，有的写数量乘单价）',
      en: '"{column}" was read as the unit price (to be confirmed: some platforms write the total of the row there)',
    },
    fix: {
      zh: '用一行数量大于 1 的核对；是合计的，在列对应中改为行金额（lineTotal）',
      en: 'Check a row of more than one piece; where it is a total map it to the line total (lineTotal)',
    },
  },
  'field.quantity-assumed': {
    message: { zh: '没有数量列，每行按 1 件计', en: 'No quantity column; each row counts as one piece' },
    fix: { zh: '如有数量列，请在列对应中指定', en: 'Map the quantity column if there is one' },
  },
  'field.price-unmapped': {
    message: {
      zh: '没有单价或行金额列，各行单价按 0 计，不能据此申报',
      en: 'No column for unit price or line total; prices count as 0 and cannot be declared',
    },
    fix: { zh: '在列对应中指定单价或行金额', en: 'Map the unit price or the line total' },
  },
  'excel.long-number': {
    message: {
      zh: '「{column}」的值 {value} 以多个 0 结尾，请核对是否被 Excel 截断',
      en: '"{column}": {value} ends in several zeros; check that Excel did not cut it',
    },
    fix: { zh: '与平台核对该号码', en: 'Compare the number with the platform' },
  },
} satisfies Record<string, RuleText>

export type RefusalRule = keyof typeof refusals
export type RemarkRule = keyof typeof remarks
export const remarkRules = Object.keys(remarks) as RemarkRule[]

type Place = { row: number; column?: string; value?: string } & Record<string, string | number | undefined>

function fill(rule: string, text: RuleText, place: Place): RowError {
  const column = place.column ?? ''
  const value = place.value ?? ''
  const params = { ...place, column, value } as Record<string, string | number>
  return {
    row: place.row,
    column,
    value,
    rule,
    message: fillText(text.message, params),
    fix: fillText(text.fix, params),
  }
}

export function refuse(rule: RefusalRule, place: Place): RowError {
  return fill(rule, refusals[rule], place)
}

export function remark(rule: RemarkRule, place: Place): RowError {
  return fill(rule, remarks[rule], place)
}
