import { printedTime } from '../../declaration/print/batch-sheet'
import { footer, watermark, type PrintContext } from '../../declaration/print/marks'
import type { PrintDocument } from '../../ipc/print'
import type { BookKind } from '../../model/enterprise'
import type { Language, Text } from '../../model/text'
import type { Explained } from '../../rules/explain'
import { strengthLabel, strengthOf, type RuleHead } from '../../rules/rule'
import { catalogue } from '../rule-set'
import type { BatchFacts } from './claim'
import { explainBatch } from './explain-batch'
import type { FoundNow, RunResult } from './run'

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
  batch: { zh: '本批合计', en: 'Batch' },
  finding: { zh: '疑点', en: 'Finding' },
  refund: { zh: '应退税额', en: 'Refund' },
  found: { zh: '阻断 / 警告 / 提示', en: 'Blocking / warnings / told' },
  nothing: {
    zh: '企业内部预检，不代表税务机关审核结论',
    en: 'A pre-check of the enterprise; it says nothing of the result of the tax office',
  },
  sample: { zh: '示例汇率（ECB），不能用于申报', en: 'Sample rates (ECB), not for a claim' },
  none: { zh: '没有疑点', en: 'Nothing was found' },
} as const satisfies Record<string, Text | readonly Text[]>

const widths = [34, 34, 26, 52, 66, 58]
/** A row takes the lines its longest cell wraps to; a page holds about this many. */
const linesPerPage = 34
const charactersPerMm = 0.42

type Row = string[]

/** A figure and everything it was made of, each once, what went in before what came out. */
function rowsOfFigures(
  subject: string,
  figures: readonly Explained[],
  language: Language,
  rules: ReadonlyMap<string, RuleHead>,
): Row[] {
  const rows: Row[] = []
  const seen = new Set<Explained>()
  const walk = (one: Explained, depth: number): void => {
    if (seen.has(one)) return
    seen.add(one)
    for (const { of } of one.inputs) if (of && depth < 6) walk(of, depth + 1)
    rows.push([
      subject,
      one.label[language],
      one.value,
      one.formula[language],
      one.inputs.map(({ name, value }) => `${name[language]} ${value}`).join('; '),
      groundOf(one.rule, language, rules),
    ])
  }
  for (const figure of figures) walk(figure, 0)
  return rows
}

function groundOf(id: string, language: Language, rules: ReadonlyMap<string, RuleHead>): string {
  const basis = rules.get(id)?.basis ?? []
  const mark = strengthLabel[strengthOf(basis)][language]
  const cited = basis.map(({ document, article }) => `${document} ${article}`.trim())
  return [id, [...new Set(cited)].join(', '), mark].filter(Boolean).join(' · ')
}

function height(row: Row): number {
  return Math.max(
    1,
    ...row.map((cell, at) => {
      const wide = [...cell].reduce((sum, character) => sum + (character.charCodeAt(0) > 0xff ? 2 : 1), 0)
      return Math.ceil(wide / (widths[at]! * charactersPerMm * 1.6))
    }),
  )
}

function pagesOf(rows: readonly Row[]): PrintDocument['pages'] {
  const pages: PrintDocument['pages'] = []
  let [part, used]: [Row[], number] = [[], 0]
  const close = () => {
    pages.push({ rows: part, subtotal: widths.map(() => '') })
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

/**
 * A batch for print: totals, the figures of every link and of the FOB of every item with formula and what was put in, and the
 * findings with their ground, so that each figure can be made again by hand from the page.
 */
export function batchSheet(
  facts: BatchFacts,
  run: RunResult,
  { book, language, dealt }: { book: BookKind; language: Language; dealt: ReadonlyMap<string, string> },
  context: PrintContext,
): PrintDocument {
  const t = (text: Text) => text[language]
  const rules = new Map(catalogue().map((rule) => [rule.id, rule]))
  const { totals, links, items } = explainBatch(facts)
  const figures = [
    // The totals name their links as inputs; the links themselves follow with their own trees.
    ...totals.flatMap((one) => rowsOfFigures(t(titles.batch), [shallow(one)], language, rules)),
    ...links.flatMap(({ subject, figures: own }) => rowsOfFigures(subject, own, language, rules)),
    ...items.flatMap(({ subject, figures: own }) => rowsOfFigures(subject, own, language, rules)),
  ]
  const mark = watermark(book, false)
  const { batch, enterprise, asOf, library, rules: own } = facts
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
      { label: t(titles.fx), value: own.fx.kind === 'ecb' ? t(titles.sample) : own.fx.kind },
      { label: t(titles.lines), value: String(facts.lines.length) },
    ],
    columns: titles.columns.map((column, at) => ({
      title: t(column),
      align: at === 2 ? ('right' as const) : ('left' as const),
      widthMm: widths[at]!,
    })),
    pages: pagesOf([...figures, ...findingRows(run.findings, dealt, language)]),
    totals: [
      { label: t(titles.refund), value: run.refund },
      { label: t(titles.found), value: (['blocking', 'warning', 'info'] as const).map(count).join(' / ') },
      { label: '', value: t(titles.nothing) },
    ],
    footer: footer(context, printedTime(context.now)),
    landscape: true,
  }
}

const shallow = (one: Explained): Explained => ({
  ...one,
  inputs: one.inputs.map(({ name, value }) => ({ name, value })),
})

function findingRows(
  findings: readonly FoundNow[],
  dealt: ReadonlyMap<string, string>,
  language: Language,
): Row[] {
  const t = (text: Text) => text[language]
  if (findings.length === 0) return [[t(titles.finding), t(titles.none), '', '', '', '']]
  return findings.map(({ id, rule, target, text, why, fix, basis, severity }) => [
    target,
    t(titles.finding),
    severity,
    t(text),
    [t(why), t(fix), dealt.get(id) ?? ''].filter(Boolean).join(' → '),
    [
      rule,
      basis.map(({ document, article }) => `${document} ${article}`.trim()).join(', '),
      strengthLabel[strengthOf(basis)][language],
    ]
      .filter(Boolean)
      .join(' · '),
  ])
}
