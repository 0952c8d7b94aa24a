import type { Language, Text } from '../../model/text'
import type { Explained } from '../../rules/explain'
import { citedAs, strengthLabel, strengthOf, within, type Basis, type Severity } from '../../rules/rule'
import { claimKey } from '../keys'
import { catalogue } from '../rule-set'
import { targetText } from '../target'
import type { Treatment } from '../treatment/rule'
import { answersOf, claimedItem, type BatchFacts } from './claim'
import type { FoundNow, RunResult } from './run-result'
import { refundWith } from './totals'

/** 对象, 项目, 金额或数值, 公式或说明, 代入, 规则与依据. */
export type Row = string[]

const words = {
  finding: { zh: '疑点', en: 'Finding' },
  none: { zh: '没有疑点', en: 'Nothing was found' },
  treatment: { zh: '处理方式', en: 'Treatment' },
  refund: { zh: '本行应退税额', en: 'Refund of the line' },
  byQuantity: {
    zh: '关联号应退税额（含消费税）× 本行数量 ÷ 关联号数量，尾差归末行',
    en: 'refund of the link, consumption tax included, x quantity of the line / of the link, the tail to its last line',
  },
  code: { zh: '商品代码', en: 'Goods code' },
  exportDate: { zh: '出口日期', en: 'Export date' },
  mode: { zh: '监管方式', en: 'Mode' },
  qty: { zh: '数量', en: 'Quantity' },
  rate: { zh: '文库退税率', en: 'Library rate' },
} as const satisfies Record<string, Text>

const treatments: Readonly<Record<Treatment, Text>> = {
  refund: { zh: '退税', en: 'Refund' },
  exempt: { zh: '免税', en: 'Exempt' },
  taxed: { zh: '征税', en: 'Taxed' },
  notYet: { zh: '暂不能申报', en: 'Not yet' },
  'needs-confirmation': { zh: '口径待确认', en: 'Unconfirmed' },
}
export const grades: Readonly<Record<Severity, Text>> = {
  blocking: { zh: '阻断', en: 'Blocking' },
  warning: { zh: '警告', en: 'Warning' },
  info: { zh: '提示', en: 'Told' },
}

/** Says texts in the language of the page, and on which ground a rule stands for exports of its days. */
export type Speaker = {
  say(text: Text): string
  ground(rule: string): string
  cite(basis: readonly Basis[]): string
}

export function speakerOf(language: Language, exportDates: readonly string[]): Speaker {
  const rules = new Map(catalogue().map((rule) => [rule.id, rule]))
  const days = [...new Set(exportDates)]
  const say = (text: Text) => text[language]
  const cite = (basis: readonly Basis[]): string => {
    // A document that stood on none of the days is no ground of what is printed here.
    const stood = basis.filter((one) => days.some((day) => within(day, one)))
    const cited = stood.length > 0 ? stood : basis
    const named = cited.map((one) => say(citedAs(one)))
    return [[...new Set(named)].join(', '), say(strengthLabel[strengthOf(cited)])].filter(Boolean).join(' · ')
  }
  return {
    say,
    cite,
    ground: (id) => [id, cite(rules.get(id)?.basis ?? [])].filter(Boolean).join(' · '),
  }
}

/** A figure and everything it was made of, each once, what went in before what came out. */
export function rowsOfFigures(
  subject: string,
  figures: readonly Explained[],
  { say, ground }: Speaker,
): Row[] {
  const rows: Row[] = []
  const seen = new Set<Explained>()
  const walk = (one: Explained, depth: number): void => {
    if (seen.has(one)) return
    seen.add(one)
    for (const { of } of one.inputs) if (of && depth < 6) walk(of, depth + 1)
    rows.push([
      subject,
      say(one.label),
      one.value,
      say(one.formula),
      one.inputs.map(({ name, value }) => `${say(name)} ${value}`).join('; '),
      ground(one.rule),
    ])
  }
  for (const figure of figures) walk(figure, 0)
  return rows
}

/** A figure that names what it was made of and does not show how that was made. */
export const shallow = (one: Explained): Explained => ({
  ...one,
  inputs: one.inputs.map(({ name, value }) => ({ name, value })),
})

/** How every line is treated and by which rule, and what of the refund of its links is its own. */
export function rowsOfLines(
  { batch, lines, links }: BatchFacts,
  run: RunResult,
  { say, ground }: Speaker,
): Row[] {
  const judged = new Map(run.lines.map((line) => [line.key, line]))
  const refunds = new Map(run.links.map((link) => [link.line, refundWith(link)]))
  const shares = new Map<string, string[]>()
  for (const { linkNo, exports } of links) {
    const refund = refunds.get(linkNo)
    if (refund === undefined) continue
    const all = exports.map(({ qty }) => qty).join(' + ')
    for (const { declarationNo, item, qty } of exports) {
      const key = claimKey(declarationNo, item)
      const part = exports.length === 1 ? refund : `${refund} × ${qty} ÷ (${all})`
      shares.set(key, [...(shares.get(key) ?? []), `${linkNo}: ${part}`])
    }
  }
  return lines.flatMap(({ item, line }) => {
    const key = claimKey(item.no, item.item)
    const of = judged.get(key)
    if (!of) return []
    const { hsCode, extensionCode, exportDate, supervisionMode, qty, unit } = claimedItem(
      item,
      answersOf(batch, line),
    )
    const told: [Text, string | undefined][] = [
      [words.code, extensionCode ?? hsCode],
      [words.exportDate, exportDate],
      [words.mode, supervisionMode],
      [words.qty, qty === undefined ? undefined : `${qty} ${unit ?? ''}`.trim()],
      [words.rate, of.rebateRate],
    ]
    const facts = told.flatMap(([name, value]) => (value === undefined ? [] : [`${say(name)} ${value}`]))
    const rows = [
      [
        key,
        say(words.treatment),
        say(treatments[of.treatment]),
        say(of.note),
        facts.join('; '),
        ground(of.decidedBy ?? ''),
      ],
    ]
    if (of.refund !== undefined) {
      rows.push([
        key,
        say(words.refund),
        of.refund,
        say(words.byQuantity),
        (shares.get(key) ?? []).join('; '),
        ground('RB-D01'),
      ])
    }
    return rows
  })
}

/** What was found: where, how grave, why, what to do and what was answered, on which ground. */
export function findingRows(
  findings: readonly FoundNow[],
  dealt: ReadonlyMap<string, string>,
  { say, cite }: Speaker,
): Row[] {
  if (findings.length === 0) return [[say(words.finding), say(words.none), '', '', '', '']]
  return findings.map(({ id, rule, target, text, why, fix, basis, severity }) => [
    say(targetText(target)),
    say(words.finding),
    say(grades[severity]),
    say(text),
    [say(why), say(fix), dealt.get(id) ?? ''].filter(Boolean).join(' → '),
    [rule, cite(basis)].filter(Boolean).join(' · '),
  ])
}
