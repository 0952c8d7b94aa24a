import type { CodeBook } from '../codes/book'
import { namedCode } from '../print/named-code'
import { printedTime } from '../print/marks'
import { footer, watermark, type PrintContext } from '../print/marks'
import type { PrintDocument } from '../print/document'
import type { Enterprise } from '../model/enterprise'
import { toFixed } from '../money/decimal'
import type { Due } from './due'
import { exclusionTexts, type Exclusion } from './eligible'
import type { Entry, EntryItem } from './group'
import { keyCaveat } from './keys'
import { writtenPeriod, type Period } from './period'
import type { SummaryTotals } from './totals'

/** What a 汇总对账单 tells of one month; `entries` are the 报关单 to come, or those that came, with their numbers. */
export type Statement = {
  period: Period
  due: Due
  entries: readonly StatementEntry[]
  included: SummaryTotals
  /** A lists of the month: counted, in no 汇总申请. */
  simplified: SummaryTotals
  excluded: readonly { reason: Exclusion; lists: number }[]
  /** Lines on which preview and result differ; undefined while there is no result. */
  differences?: number
}
/** `items` as they are shown: the lines behind an item are not printed. */
export type StatementEntry = Omit<Entry, 'items'> & {
  items: readonly Omit<EntryItem, 'lines'>[]
  /** copNo of its 汇总申请 and 报关单号, '' while there is none. */
  application: string
  entryId: string
}

type Row = { entry: StatementEntry; item: StatementEntry['items'][number] }
type Column = {
  title: string
  kind: 'text' | 'whole' | 'amount' | 'weight'
  widthMm: number
  value: (row: Row, book: CodeBook) => string
}

const column = (title: string, kind: Column['kind'], widthMm: number, value: Column['value']): Column => ({
  title,
  kind,
  widthMm,
  value,
})

/** The same columns in print and in Excel. */
const columns: readonly Column[] = [
  column('报关单', 'whole', 12, ({ entry }) => String(entry.no)),
  column('报关单号', 'text', 34, ({ entry }) => entry.entryId || '—'),
  column('项号', 'whole', 10, ({ item }) => String(item.no)),
  column('运抵国', 'text', 22, ({ entry }, book) => namedCode(book, 'country', entry.head['country'] ?? '')),
  column('出境关别', 'text', 24, ({ entry }, book) =>
    namedCode(book, 'district', entry.head['portCode'] ?? ''),
  ),
  column('商品编码', 'text', 24, ({ item }) => item.gcode),
  column('商品名称', 'text', 36, ({ item }) => item.gname),
  column('最终目的国', 'text', 22, ({ item }, book) => namedCode(book, 'country', item.destination)),
  column('数量及单位', 'text', 26, ({ item }, book) =>
    item.quantities.map(({ unit, quantity }) => `${quantity} ${namedCode(book, 'unit', unit)}`).join('；'),
  ),
  column('币制', 'text', 18, ({ item }, book) => namedCode(book, 'currency', item.currency)),
  column('金额', 'amount', 22, ({ item }) => toFixed(item.amount, 2)),
  column('毛重 kg', 'weight', 18, ({ item }) => toFixed(item.grossWeight, 3)),
  column('净重 kg', 'weight', 18, ({ item }) => toFixed(item.netWeight, 3)),
  column('票数', 'whole', 12, ({ item }) => String(item.lists)),
]

const title = '汇总对账单'
const rowsPerPage = 22

const rowsOf = ({ entries }: Statement): Row[] =>
  entries.flatMap((entry) => entry.items.map((item) => ({ entry, item })))

function facts({ period, due, entries }: Statement, enterprise: Enterprise) {
  const applications = [...new Set(entries.map(({ application }) => application).filter(Boolean))]
  return [
    { label: '企业', value: `${enterprise.name}（${enterprise.customsCode} / ${enterprise.uscc}）` },
    { label: '所属期', value: writtenPeriod(period) },
    { label: '汇总截止', value: due.certain ? due.day : `${due.day}（该年放假安排未载入，只避开周末）` },
    { label: '汇总申请', value: applications.join('、') || '未申请' },
    { label: '报关单', value: `${entries.length} 份` },
    { label: '归并口径', value: keyCaveat.zh },
  ]
}

function totals(statement: Statement, book: CodeBook) {
  const line = ({ lists, pieces, grossWeight, netWeight, amounts }: SummaryTotals) =>
    [
      `${lists} 票`,
      `${pieces} 件`,
      `毛重 ${toFixed(grossWeight, 3)} kg`,
      `净重 ${toFixed(netWeight, 3)} kg`,
      ...amounts.map(
        ({ currency, amount }) => `${namedCode(book, 'currency', currency)} ${toFixed(amount, 2)}`,
      ),
    ].join('　')
  const { included, simplified, excluded, differences } = statement
  return [
    { label: '汇总（B）', value: line(included) },
    ...(simplified.lists > 0
      ? [{ label: '简化申报（A）', value: `${line(simplified)}　不产生报关单、不可退税` }]
      : []),
    ...excluded.map(({ reason, lists }) => ({
      label: '不在本期',
      value: `${lists} 票　${exclusionTexts[reason].why.zh}：${exclusionTexts[reason].fix.zh}`,
    })),
    ...(differences === undefined
      ? []
      : [{ label: '预览与结果', value: differences === 0 ? '一致' : `${differences} 处不同` }]),
  ]
}

/** 汇总对账单 for print. */
export function statementSheet(
  statement: Statement,
  enterprise: Enterprise,
  book: CodeBook,
  context: PrintContext,
): PrintDocument {
  const mark = watermark(enterprise.book, false)
  const rows = rowsOf(statement)
  const pages = []
  for (let at = 0; at === 0 || at < rows.length; at += rowsPerPage) {
    const part = rows.slice(at, at + rowsPerPage)
    pages.push({
      rows: part.map((row) => columns.map(({ value }) => value(row, book))),
      subtotal: columns.map((_column, n) => (n === 0 ? `小计 ${part.length} 项` : '')),
    })
  }
  return {
    title,
    ...(mark !== undefined && { watermark: mark }),
    facts: facts(statement, enterprise),
    columns: columns.map(({ title: name, kind, widthMm }) => ({
      title: name,
      widthMm,
      align: kind === 'text' ? 'left' : 'right',
    })),
    pages,
    totals: totals(statement, book),
    footer: footer(context, printedTime(context.now)),
    landscape: true,
  }
}

/** The same for Excel; codes and numbers of documents stay text there. */
export function statementWorkbook(
  statement: Statement,
  enterprise: Enterprise,
  book: CodeBook,
  context: PrintContext,
) {
  const mark = watermark(enterprise.book, false)
  const line = ({ label, value }: { label: string; value: string }) => `${label} ${value}`
  return {
    name: title,
    preamble: [...(mark ? [mark] : []), title, ...facts(statement, enterprise).map(line)],
    columns: columns.map(({ title: name, kind, widthMm }) => ({
      title: name,
      kind: kind === 'text' ? ('text' as const) : ('number' as const),
      width: Math.round(widthMm / 1.6),
    })),
    rows: [
      ...rowsOf(statement).map((row) => columns.map(({ value }) => value(row, book))),
      ...totals(statement, book).map((total) => ['', line(total)]),
      ['', footer(context, printedTime(context.now))],
    ],
  }
}
