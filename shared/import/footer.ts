import { trimmed } from '../table/clean/text'
import type { RawRow } from '../table/rows'

/** Lines that statements put under their table: rules of dashes, totals, remarks on the export. */
const FOOTERS = [
  /^[-=_*#—]{4,}/,
  /^#(?!\d)/,
  /^共\s*\d+\s*(笔|条|行)/,
  /^(合计|总计|小计|汇总|总金额)[:：]?/,
  /^(导出时间|导出人|打印时间|说明|备注|注)[:：]/,
  /^(已收入|待收入|已支出|待支出|收入|支出|中性交易)[:：]/,
  /^(totals?|grand total|sum|end of (report|file))\b/i,
  /^generated\b/i,
  /^seller id\s*:/i,
]

const TOTAL =
  /^(?:(?:本页|全部)?(?:合计|总计|小计|汇总|共计|合計|總計)|(?:grand |sub-?|page )?totals?|sum|summe|gesamt|somme|totale|итого)\s*[:：]?\s*(?:共?\s*\d+\s*笔)?$/i

/** The word that a line of totals starts with. */
export function isTotalWord(cell: string): boolean {
  return TOTAL.test(trimmed(cell))
}

/** True for a remark under the table: a single filled cell, in the first column, that reads like one. */
export function isFooter(row: RawRow, columns: number): boolean {
  if (columns < 3) return false
  if (/^\d+$/.test(row.cells[0] ?? '') && /^record\(s\) downloaded/i.test(row.cells[1] ?? '')) return true
  const [first = '', ...rest] = row.cells
  if (first === '' || rest.some((cell) => cell.trim() !== '')) return false
  return FOOTERS.some((pattern) => pattern.test(first.trim()))
}

/** True for the header of the totals that a merchant bill puts under its table; nothing after it is a record. */
export function endsTable(row: RawRow): boolean {
  return /^`?总(交易单数|笔数|订单数)$/.test((row.cells[0] ?? '').trim())
}
