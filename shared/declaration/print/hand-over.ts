import type { PrintDocument } from '../../print/document'
import type { Enterprise } from '../../model/enterprise'
import { printedTime } from '../../print/marks'
import { watermark } from '../../print/marks'

/** One open item as it is handed over; all of it text that people read. */
export type HandOverRow = {
  owner: string
  kind: string
  number: string
  state: string
  remindOn: string
  labels: string
  note: string
  last: string
  next: string
}
/** Who hands over to whom; a name that is not known yet is left to be written by hand. */
export type HandOverHead = { enterprise: Enterprise; from: string; to: string; printer: string; now: string }

type Column = { title: string; widthMm: number; value: (row: HandOverRow) => string }
const columns: readonly Column[] = [
  { title: '负责人', widthMm: 20, value: (row) => row.owner },
  { title: '种类', widthMm: 16, value: (row) => row.kind },
  { title: '编号', widthMm: 48, value: (row) => row.number },
  { title: '状态', widthMm: 22, value: (row) => row.state },
  { title: '提醒日期', widthMm: 22, value: (row) => row.remindOn },
  {
    title: '标签与备注',
    widthMm: 50,
    value: ({ labels, note }) => [labels, note].filter(Boolean).join('：'),
  },
  { title: '最近一次处理', widthMm: 55, value: (row) => row.last },
  { title: '下一步', widthMm: 40, value: (row) => row.next },
]
const title = '交接清单'
const rowsPerPage = 22
const blank = '________'

const factsOf = ({ enterprise, from, to, now }: HandOverHead, count: number) => [
  { label: '企业', value: `${enterprise.name}（${enterprise.customsCode}）` },
  { label: '工位', value: enterprise.desk },
  { label: '交出', value: from || blank },
  { label: '接收', value: to || blank },
  { label: '项数', value: String(count) },
  { label: '时间', value: printedTime(now) },
]

const signatures = ({ from, to, printer }: HandOverHead): string =>
  `交出人 ${from || blank} 签字 ${blank}　接收人 ${to || blank} 签字 ${blank}　打印 ${printer}`

/** 交接清单 for print, with both names to sign. */
export function handOverSheet(rows: readonly HandOverRow[], head: HandOverHead): PrintDocument {
  const mark = watermark(head.enterprise.book, false)
  const cells = rows.map((row) => columns.map(({ value }) => value(row)))
  const pages = []
  for (let at = 0; at === 0 || at < cells.length; at += rowsPerPage) {
    const part = cells.slice(at, at + rowsPerPage)
    pages.push({ rows: part, subtotal: columns.map((_column, n) => (n === 0 ? `小计 ${part.length}` : '')) })
  }
  return {
    title,
    ...(mark !== undefined && { watermark: mark }),
    facts: factsOf(head, rows.length),
    columns: columns.map(({ title: name, widthMm }) => ({ title: name, widthMm, align: 'left' })),
    pages,
    totals: [{ label: '合计', value: `${rows.length} 项` }],
    footer: signatures(head),
    landscape: true,
  }
}

/** The same as a sheet: same columns, same rows, both names above. */
export function handOverWorkbook(rows: readonly HandOverRow[], head: HandOverHead) {
  const mark = watermark(head.enterprise.book, false)
  const facts = factsOf(head, rows.length).map(({ label, value }) => `${label} ${value}`)
  return {
    name: title,
    preamble: [...(mark === undefined ? [] : [mark]), title, ...facts, signatures(head)],
    columns: columns.map(({ title: name, widthMm }) => ({
      title: name,
      width: Math.round(widthMm / 2),
      kind: 'text' as const,
    })),
    rows: rows.map((row) => columns.map(({ value }) => value(row))),
  }
}
