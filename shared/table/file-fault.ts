import type { Text } from '../model/text'
import type { Mapping } from './mapping'

/** What is wrong with a whole file, and what to do. */
export const fileFaultTexts = {
  'file.empty': {
    message: { zh: '文件是空的', en: 'The file is empty' },
    fix: { zh: '从平台重新导出', en: 'Export it again from the platform' },
  },
  'file.no-table': {
    message: {
      zh: '文件里没有表格（至少要有两列和一行表头）',
      en: 'The file holds no table (a header and two columns at least)',
    },
    fix: { zh: '选择 CSV、TSV 或 XLSX 文件', en: 'Choose a CSV, TSV or XLSX file' },
  },
  'file.format': {
    message: {
      zh: '文件是 {format}，不是 CSV、TSV 或 XLSX',
      en: 'The file is {format}, not CSV, TSV or XLSX',
    },
    fix: { zh: '{fixZh}', en: '{fixEn}' },
  },
  'file.unmapped': {
    message: { zh: '无法识别列，缺少：{missing}', en: 'Columns were not recognised; missing: {missing}' },
    fix: {
      zh: '{likelyZh}为缺少的字段指定列。命令行：写一个列对应文件 MAP.json，用 --map 指定：{example}（值为本文件的列名，“#3”为第 3 列，“=文字”为固定值，“列A+列B”为连接；全部用“#n”时文件没有表头）',
      en: '{likelyEn}Say which columns hold the missing fields. Command line: write MAP.json and pass it with --map: {example} (a value is a column of this file, "#3" the third one, "=text" is fixed, "A+B" joins; with "#n" alone the file has no header)',
    },
  },
  'file.other-kind': {
    message: {
      zh: '这是「{profileZh}」文件，不是所选的类型',
      en: 'This is a file of "{profileEn}", not of the chosen kind',
    },
    fix: {
      zh: '把类型改为「{kindZh}」（命令行 --kind {kind}）',
      en: 'Choose {kindEn} instead (--kind {kind})',
    },
  },
  'file.map-column': {
    message: {
      zh: '列对应中的列或字段不存在：{missing}',
      en: 'The mapping names columns or fields that do not exist: {missing}',
    },
    fix: {
      zh: '按 columns 中的列名和 fields 中的字段名改正 MAP.json',
      en: 'Correct MAP.json by the names in `columns` and `fields`',
    },
  },
  'file.unknown-profile': {
    message: {
      zh: '没有名为 {profile} 的导入格式，或文件不是这种格式',
      en: 'There is no format {profile}, or the file is not of it',
    },
    fix: { zh: '用 auto，或改用其他格式', en: 'Use auto or another profile' },
  },
  'file.no-sheet': {
    message: { zh: '工作簿里没有名为「{sheet}」的工作表', en: 'The workbook has no sheet named "{sheet}"' },
    fix: { zh: '改为其中之一：{sheets}', en: 'Use one of: {sheets}' },
  },
  'file.binary': {
    message: { zh: '文件不是文本，也不是 XLSX', en: 'The file is neither text nor XLSX' },
    fix: { zh: '从平台导出 CSV、TSV 或 XLSX 文件', en: 'Export CSV, TSV or XLSX from the platform' },
  },
  'file.long-row': {
    message: {
      zh: '第 {row} 行没有结束（超过三千万个字符），这不是按行书写的表格',
      en: 'Row {row} does not end within thirty million characters; this is no table written in rows',
    },
    fix: { zh: '从平台重新导出', en: 'Export it again from the platform' },
  },
  'file.one-key': {
    message: {
      zh: '超过 {rows} 行的号码都是 {value}，这一列不像单号',
      en: 'More than {rows} rows have the number {value}; the column does not hold numbers of records',
    },
    fix: { zh: '把号码对应到另一列（--map）', en: 'Map the number to another column (--map)' },
  },
  'file.damaged': {
    message: {
      zh: '文件已损坏，读不完整：{detail}',
      en: 'The file is damaged and cannot be read to its end: {detail}',
    },
    fix: { zh: '重新导出或重新传输文件', en: 'Export or transfer the file again' },
  },
  'file.too-wide': {
    message: {
      zh: '第 {row} 行超过 16,384 列（Excel 的上限），这不是订单一类的表格',
      en: 'Row {row} has more than 16,384 columns, the most Excel knows; this is no table of orders or the like',
    },
    fix: {
      zh: '从平台重新导出；文件来路不明时不要再打开',
      en: 'Export it again from the platform; leave a file of unknown origin alone',
    },
  },
  'file.too-large': {
    message: {
      zh: '工作簿解压后超出限度：{detail}',
      en: 'The workbook is beyond the limits when unpacked: {detail}',
    },
    fix: { zh: '改用 CSV，或把工作簿分成几个', en: 'Use CSV, or split the workbook' },
  },
} satisfies Record<string, { message: Text; fix: Text }>

export type FileRule = keyof typeof fileFaultTexts

/** Thrown while a file is opened or read; `importFile` and `previewFile` turn it into a `FileRefusal`. */
export class FileFault extends Error {
  readonly rule: FileRule
  readonly params: Record<string, string>
  readonly columns: readonly string[]
  readonly missing: readonly string[]
  readonly mapping: Mapping

  constructor(
    rule: FileRule,
    params: Record<string, string> = {},
    columns: readonly string[] = [],
    missing: readonly string[] = [],
    mapping: Mapping = {},
  ) {
    super(rule)
    this.rule = rule
    this.params = params
    this.columns = columns
    this.missing = missing
    this.mapping = mapping
  }
}
