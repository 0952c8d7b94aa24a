import type { RawRow } from '../../table/rows'
import { declarationNumber } from '../keys'
import { headerColumns } from '../headings'

/** One line of a 疑点 or 反馈 list as the tax office gave it; its text is kept raw. */
export type FeedbackRow = {
  row: number
  linkNo: string
  /** 18 digits and three of the item, where the list has them. */
  key: string
  invoice: string
  code: string
  text: string
}

const headings: Readonly<Record<Exclude<keyof FeedbackRow, 'row'>, readonly string[]>> = {
  linkNo: ['关联号', '申报序号'],
  key: ['出口货物报关单号', '报关单号', '报关单号码', '出口报关单号'],
  invoice: ['进货凭证号', '发票号码', '进货凭证号码'],
  code: ['疑点代码', '疑点编码', '错误代码'],
  text: ['疑点描述', '疑点内容', '疑点信息', '反馈信息', '错误描述'],
}

/** The rows of a feedback list; undefined when no row names a text and something to find the line by. */
export function readFeedback(rows: readonly RawRow[]): FeedbackRow[] | undefined {
  const header = headerColumns(rows, headings, ['text'])
  if (!header || !(['linkNo', 'key', 'invoice'] as const).some((field) => header.columns.has(field)))
    return undefined
  return rows.flatMap(({ row, cells }) => {
    if (row <= header.row || cells.every((cell) => cell.trim() === '')) return []
    const at = (field: keyof typeof headings) => (cells[header.columns.get(field) ?? -1] ?? '').trim()
    return [
      {
        row,
        linkNo: at('linkNo'),
        key: at('key'),
        invoice: at('invoice'),
        code: at('code'),
        text: at('text'),
      },
    ]
  })
}

/**
 * The line a feedback row is about: by the 21 digits, then by the link when it has one line, then by link and declaration.
 * Undefined where several would fit: a person chooses.
 */
export function landOn<L extends { key: string; linkNo: string }>(
  { key, linkNo }: FeedbackRow,
  lines: readonly L[],
): L | undefined {
  const exact = lines.filter((line) => key !== '' && line.key === key)
  if (exact.length === 1) return exact[0]
  const linked = lines.filter((line) => linkNo !== '' && line.linkNo === linkNo)
  if (linked.length === 1) return linked[0]
  const declared = (linked.length > 0 ? linked : lines).filter(
    (line) => key !== '' && declarationNumber(line.key) === declarationNumber(key),
  )
  return declared.length === 1 ? declared[0] : undefined
}
