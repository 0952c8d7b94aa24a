import { printedTime } from '../../print/marks'
import { footer, watermark, type PrintContext } from '../../print/marks'
import type { PrintDocument } from '../../print/document'
import type { BookKind } from '../../model/enterprise'
import type { Language, Text } from '../../model/text'
import type { BatchFacts } from './claim'
import type { FxKind } from '../../model/rebate/fx-rate'
import { explainBatch } from './explain-batch'
import { findingRows, rowsOfFigures, rowsOfLines, shallow, speakerOf, type Row } from './print-rows'
import type { FoundNow, RunResult } from './run-result'

const titles = {
  title: { zh: '退税批次计算与预检', en: 'Refund batch: amounts and pre-check' },
  columns: [
    { zh: '对象', en: 'Subject' },
    { zh: '项目', en: 'Item' },
    { zh: '金额或数值', en: 'Value' },
    { zh: '公式或说明', en: 'Formula or reason' },
    { zh: '代入', en: 'Inputs' },
    { zh: '规则与依据', en: 'Rule and ground' },
  ],
  enterprise: { zh: '企业', en: 'Enterprise' },
  period: { zh: '所属期 / 批次', en: 'Period / batch' },
  asOf: { zh: '预检日期', en: 'Checked as of' },
  library: { zh: '退税率文库', en: 'Library of rates' },
  fx: { zh: '汇率', en: 'Exchange rates' },
  lines: { zh: '行数', en: 'Lines' },
  note: { zh: '备注', en: 'Note' },
  batch: { zh: '本批合计', en: 'Batch' },
  refund: { zh: '应退税额', en: 'Refund' },
  refundOfBoth: { zh: '应退税额（增值税 + 消费税）', en: 'Refund (VAT + consumption tax)' },
  found: { zh: '阻断 / 警告 / 提示', en: 'Blocking / warnings / told' },
  nothing: {
    zh: '企业内部预检，不代表税务机关审核结论',
    en: 'A pre-check of the enterprise; it says nothing of the result of the tax office',
  },
} as const satisfies Record<string, Text | readonly Text[]>

/** Kinds of quotations; what was made with samples says so. */
const fxNames: Readonly<Record<FxKind, Text>> = {
  centralParity: { zh: '人民币汇率中间价', en: 'Central parity' },
  customs: { zh: '海关计征汇率', en: 'Customs rate' },
  safe: { zh: '外管局折算率', en: 'SAFE rate' },
  bank: { zh: '银行牌价', en: 'Bank quote' },
  ecb: { zh: '示例汇率（ECB），不能用于申报', en: 'Sample rates (ECB), not for a claim' },
}

const widths = [34, 34, 26, 52, 66, 58]
/** A row takes the lines its longest cell wraps to; a page holds about this many. */
const linesPerPage = 34
const charactersPerMm = 0.42

function height(row: Row): number {
  return Math.max(
    1,
    ...row.map((cell, at) => {
      const wide = [...cell].reduce((sum, character) => sum + (character.charCodeAt(0) > 0xff ? 2 : 1), 0)
      return Math.ceil(wide / (widths[at]! * charactersPerMm * 1.6))
    }),
  )
}

/** Rows of figures on pages, by the lines their longest cell takes. */
export function pagesOf(rows: readonly Row[]): PrintDocument['pages'] {
  const pages: PrintDocument['pages'] = []
  let [part, used]: [Row[], number] = [[], 0]
  const close = () => {
    pages.push({ rows: part, subtotal: [] })
    ;[part, used] = [[], 0]
  }
  for (const row of rows) {
    const lines = height(row)
    if (part.length > 0 && used + lines > linesPerPage) close()
    part.push(row)
    used += lines
  }
  if (part.length > 0 || pages.length === 0) close()
  return pages
}

/** The columns a figure stands in: whose, which, its value, how it was made, of what, and on which ground. */
export const figureColumns = (language: Language): PrintDocument['columns'] =>
  titles.columns.map((column, at) => ({
    title: column[language],
    align: at === 2 ? ('right' as const) : ('left' as const),
    widthMm: widths[at]!,
  }))

/**
 * A batch for print: totals, how every line is treated and why, the figures of every link and of the FOB of every item with
 * formula and what was put in, and the findings with their ground, so that each figure can be made again by hand from the page.
 */
export function batchSheet(
  facts: BatchFacts,
  run: RunResult,
  { book, language, dealt }: { book: BookKind; language: Language; dealt: ReadonlyMap<string, string> },
  context: PrintContext,
): PrintDocument {
  const t = (text: Text) => text[language]
  const { batch, enterprise, asOf, library, rules: own } = facts
  const speaker = speakerOf(
    language,
    facts.lines.map(({ item }) => item.exportDate),
  )
  const { totals, links, items } = explainBatch(facts)
  const figures = [
    // The totals name their links as inputs; the links themselves follow with their own trees.
    ...totals.flatMap((one) => rowsOfFigures(t(titles.batch), [shallow(one)], speaker)),
    ...rowsOfLines(facts, run, speaker),
    ...[...links, ...items].flatMap(({ subject, figures: of }) => rowsOfFigures(subject, of, speaker)),
  ]
  const mark = watermark(book, false)
  const both = run.totals.some(({ figure }) => figure === 'consumptionTaxRefund')
  const count = (severity: FoundNow['severity']) =>
    run.findings.filter((found) => found.severity === severity).length
  return {
    title: t(titles.title),
    ...(mark !== undefined && { watermark: mark }),
    facts: [
      { label: t(titles.enterprise), value: `${enterprise.name ?? ''} ${enterprise.taxNo ?? ''}`.trim() },
      { label: t(titles.period), value: `${batch.period} / ${batch.number}` },
      { label: t(titles.asOf), value: asOf },
      { label: t(titles.library), value: library.version },
      { label: t(titles.fx), value: t(fxNames[own.fx.kind]) },
      { label: t(titles.lines), value: String(facts.lines.length) },
      ...(batch.note === '' ? [] : [{ label: t(titles.note), value: batch.note }]),
    ],
    columns: figureColumns(language),
    pages: pagesOf([...figures, ...findingRows(run.findings, dealt, speaker)]),
    totals: [
      { label: t(both ? titles.refundOfBoth : titles.refund), value: run.refund },
      { label: t(titles.found), value: (['blocking', 'warning', 'info'] as const).map(count).join(' / ') },
      { label: '', value: t(titles.nothing) },
    ],
    footer: footer(context, printedTime(context.now)),
    landscape: true,
  }
}
