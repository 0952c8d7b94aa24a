import type { BookKind } from '../../model/enterprise'
import type { Language, Text } from '../../model/text'
import { sum } from '../../money/decimal'
import { footer, printedTime, watermark, type PrintContext } from '../../print/marks'
import type { PrintDocument } from '../../print/document'
import { cents } from '../../rules/explain'
import type { Taxed, TaxedRecord } from '../taxed'
import { figureColumns, pagesOf } from './print'
import { rowsOfFigures, speakerOf, type Row, type Speaker } from './print-rows'

/** An export taxed as sold at home: its key of 21 digits, why it is taxed, what it owes and how it was accounted for. */
export type TaxedLine = Taxed & {
  key: string
  name: string
  exportDate: string
  decidedBy: string
  why: Text
  fobCny?: string
  record: TaxedRecord
}

const words = {
  title: { zh: '视同内销（征税）计算表', en: 'Exports taxed as sold at home' },
  enterprise: { zh: '企业', en: 'Enterprise' },
  asOf: { zh: '日期', en: 'As of' },
  lines: { zh: '行数', en: 'Lines' },
  taxed: { zh: '征税', en: 'Taxed' },
  missing: { zh: '缺离岸价或汇率，未计算', en: 'FOB or exchange rate is missing: not computed' },
  exportDate: { zh: '出口日期', en: 'Exported' },
  due: { zh: '最迟', en: 'Due' },
  period: { zh: '计提所属期', en: 'Accounted for in' },
  certificate: { zh: '转内销证明', en: 'Certificate' },
  open: { zh: '未计提销项税额', en: 'Output VAT not accounted for' },
  all: { zh: '销项税额合计', en: 'Output VAT, total' },
  unknown: { zh: '未计算的行', en: 'Lines not computed' },
  nothing: {
    zh: '企业内部计算，不代表税务机关审核结论',
    en: 'Made by the enterprise; it says nothing of the view of the tax office',
  },
} as const satisfies Record<string, Text>

const totalOf = (rows: readonly TaxedLine[]): string =>
  cents(sum(rows.map(({ outputVat }) => outputVat ?? '0')))

function rowsOf(line: TaxedLine, speaker: Speaker): Row[] {
  const { say, ground } = speaker
  const { dueOn, dueMonth, record, figures, outputVat } = line
  const told: [Text, string | undefined][] = [
    [words.exportDate, line.exportDate],
    [words.due, dueOn ?? dueMonth],
    [words.period, record.period],
    [words.certificate, record.certificateNo],
  ]
  const facts = told.flatMap(([name, value]) => (value ? [`${say(name)} ${value}`] : []))
  const subject = `${line.key} ${line.name}`
  return [
    [subject, say(words.taxed), outputVat ?? '', say(line.why), facts.join('; '), ground(line.decidedBy)],
    ...(outputVat === undefined ? [[subject, say(words.missing), '', '', '', '']] : []),
    ...rowsOfFigures(subject, figures, speaker),
  ]
}

/** 视同内销 for print: each line with why it is taxed and its output VAT by formula and inputs, and what is still open. */
export function taxedSheet(
  lines: readonly TaxedLine[],
  {
    asOf,
    book,
    language,
    enterprise,
  }: { asOf: string; book: BookKind; language: Language; enterprise: string },
  context: PrintContext,
): PrintDocument {
  const t = (text: Text) => text[language]
  const speaker = speakerOf(
    language,
    lines.map(({ exportDate }) => exportDate),
  )
  const mark = watermark(book, false)
  const unknown = lines.filter(({ outputVat }) => outputVat === undefined).length
  return {
    title: t(words.title),
    ...(mark !== undefined && { watermark: mark }),
    facts: [
      { label: t(words.enterprise), value: enterprise },
      { label: t(words.asOf), value: asOf },
      { label: t(words.lines), value: String(lines.length) },
    ],
    columns: figureColumns(language),
    pages: pagesOf(lines.flatMap((line) => rowsOf(line, speaker))),
    totals: [
      { label: t(words.all), value: totalOf(lines) },
      { label: t(words.open), value: totalOf(lines.filter(({ state }) => state !== 'accounted')) },
      ...(unknown > 0 ? [{ label: t(words.unknown), value: String(unknown) }] : []),
      { label: '', value: t(words.nothing) },
    ],
    footer: footer(context, printedTime(context.now)),
    landscape: true,
  }
}
