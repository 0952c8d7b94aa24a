import { printedTime } from '../../print/marks'
import { footer, watermark, type PrintContext } from '../../print/marks'
import type { PrintDocument } from '../../print/document'
import type { BookKind } from '../../model/enterprise'
import type { Language, Text } from '../../model/text'
import { sum } from '../../money/decimal'
import { cents } from '../../rules/explain'
import type { ExemptMonth } from './monthly'

const words = {
  title: { zh: '免税出口销售月报', en: 'Exempt export sales of a month' },
  enterprise: { zh: '企业', en: 'Enterprise' },
  period: { zh: '所属期', en: 'Period' },
  lines: { zh: '行数', en: 'Lines' },
  left: { zh: '未计入', en: 'Not counted' },
  missing: { zh: '缺汇率，合计不完整', en: 'Without rate: the sums are not complete' },
  reason: { zh: '口径待确认的按免税申报，理由', en: 'What the law leaves open is declared exempt because' },
  unconfirmed: { zh: '口径待确认', en: 'to be confirmed' },
  decided: { zh: '口径待确认，按企业决定', en: 'open, by decision of the enterprise' },
  corrects: { zh: '冲减', en: 'takes back' },
  declared: { zh: '已申报', en: 'declared' },
  shop: { zh: '店铺', en: 'Shop' },
  country: { zh: '国别', en: 'Country' },
  page: { zh: '本页小计', en: 'This page' },
  nothing: {
    zh: '企业内部汇总，不代表税务机关审核结论',
    en: 'Made by the enterprise; it says nothing of the view of the tax office',
  },
  columns: [
    { zh: '序号', en: 'No.' },
    { zh: '清单或报关单项', en: 'List or declared item' },
    { zh: '出口日期', en: 'Exported' },
    { zh: '国别', en: 'Country' },
    { zh: '店铺', en: 'Shop' },
    { zh: '币种', en: 'Currency' },
    { zh: '金额', en: 'Amount' },
    { zh: '汇率（日期）', en: 'Rate (day)' },
    { zh: '折人民币', en: 'CNY' },
    { zh: '备注', en: 'Remark' },
  ],
} as const satisfies Record<string, Text | readonly Text[]>

const widths = [12, 46, 22, 22, 38, 14, 28, 36, 28, 44]
const amountColumns = new Set([6, 8])
const rowsOnPage = 30

/**
 * 免税月报 for print: each sale with rate, day and CNY, a subtotal of each page, the sums by shop and country, and the line of
 * the return each figure goes to. CNY = amount × rate, to the cent, of every row.
 */
export function exemptSheet(
  month: ExemptMonth,
  {
    book,
    language,
    enterprise,
    openReason,
  }: { book: BookKind; language: Language; enterprise: string; openReason?: string | undefined },
  context: PrintContext,
): PrintDocument {
  const t = (text: Text) => text[language]
  const { rows, period, figures, byShop, byCountry, left, missingRates } = month
  const remark = ({ corrects, decided, declaredIn }: ExemptMonth['rows'][number]) =>
    [
      corrects && `${t(words.corrects)} ${corrects}`,
      decided && t(words.decided),
      declaredIn && `${t(words.declared)} ${declaredIn}`,
    ]
      .filter(Boolean)
      .join('; ')
  const cells = rows.map((row, at) => [
    String(at + 1),
    row.source,
    row.exportDate,
    row.country,
    row.shares ? row.shares.map(({ shop, amount }) => `${shop} ${amount}`).join('; ') : row.shop,
    row.currency,
    row.amount,
    `${row.fxRate}${row.fxDate ? ` (${row.fxDate})` : ''}`,
    row.cny,
    remark(row),
  ])
  const pages: PrintDocument['pages'] = []
  for (let at = 0; at === 0 || at < rows.length; at += rowsOnPage) {
    const cny = cents(sum(rows.slice(at, at + rowsOnPage).map((row) => row.cny)))
    const subtotal = words.columns.map((_, column) =>
      column === 1 ? t(words.page) : column === 8 ? cny : '',
    )
    pages.push({ rows: cells.slice(at, at + rowsOnPage), subtotal })
  }
  const mark = watermark(book, false)
  return {
    title: t(words.title),
    ...(mark !== undefined && { watermark: mark }),
    facts: [
      { label: t(words.enterprise), value: enterprise },
      { label: t(words.period), value: period },
      { label: t(words.lines), value: String(rows.length) },
      { label: t(words.left), value: String(left.length) },
      ...(missingRates.length > 0 ? [{ label: t(words.missing), value: String(missingRates.length) }] : []),
      ...(openReason ? [{ label: t(words.reason), value: openReason }] : []),
    ],
    columns: words.columns.map((column, at) => ({
      title: t(column),
      align: amountColumns.has(at) ? ('right' as const) : ('left' as const),
      widthMm: widths[at]!,
    })),
    pages,
    totals: [
      ...figures.map(({ label, value, place, confirmed }) => ({
        label: `${t(label)} → ${t(place)}${confirmed ? '' : ` (${t(words.unconfirmed)})`}`,
        value,
      })),
      ...byShop.map(({ name, cny }) => ({ label: `${t(words.shop)} ${name || '—'}`, value: cny })),
      ...byCountry.map(({ name, cny }) => ({ label: `${t(words.country)} ${name || '—'}`, value: cny })),
      { label: '', value: t(words.nothing) },
    ],
    footer: footer(context, printedTime(context.now)),
    landscape: true,
  }
}
