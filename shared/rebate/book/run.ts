import type { Text } from '../../model/text'
import { allocate, sum } from '../../money/decimal'
import { cents, type Explained } from '../../rules/explain'
import { sortFindings, type Finding } from '../../rules/rule'
import { manufacturerRefund } from '../amounts/manufacturer'
import type { ManufacturerPeriod } from '../amounts/manufacturer-period'
import type { TradingResult } from '../amounts/trading'
import { deadlinesOf, type Deadlines } from '../deadlines/terms'
import { claimKey } from '../keys'
import { itemKey } from '../match/index'
import { explainLinks, precheck, type LinkAmounts } from '../precheck'
import type { DeclarationItem } from '../model/export-line'
import type { LineTreatment } from '../treatment/treat'
import { answersOf, claimedItem, fobsOf, papersByNumber, precheckOf, type BatchFacts } from './claim'
import { itemFob, shareOf, type ItemFob } from './fob'

/** A line as a run judged it. `refund` in CNY; absent where none is computed, and for a manufacturer, whose refund is of a period. */
export type RunLine = Pick<LineTreatment, 'treatment' | 'refundAllowed' | 'note'> & {
  key: string
  decidedBy?: string
  rebateRate?: string
  refund?: string
}
export type FoundNow = Finding & { id: string }

/** What a run keeps: enough to show, page and compare it without the facts. */
export type RunResult = {
  lines: RunLine[]
  links: LinkAmounts[]
  findings: FoundNow[]
  /** Totals by figure, to compare runs. */
  totals: { figure: string; label: Text; value: string }[]
  refund: string
}

const labels: Readonly<Record<'base' | 'refund' | 'nonRefundable' | 'consumptionTaxRefund', Text>> = {
  base: { zh: '计税金额合计', en: 'Base, total' },
  refund: { zh: '应退税额合计', en: 'Refund, total' },
  nonRefundable: { zh: '不予退税（进成本）合计', en: 'Not refunded, total' },
  consumptionTaxRefund: { zh: '消费税应退合计', en: 'Consumption tax refund, total' },
}
type TotalFigure = keyof typeof labels

/** The same finding has its id again in every run; several of one place are told apart by their order. */
function withIds(findings: readonly Finding[]): FoundNow[] {
  const seen = new Map<string, number>()
  return findings.map((found) => {
    const place = `${found.rule}|${found.target}|${found.field}`
    const times = (seen.get(place) ?? 0) + 1
    seen.set(place, times)
    return { ...found, id: times === 1 ? place : `${place}|${times}` }
  })
}

export type LineTerms = { key: string; exportDate: string; deadlines: Deadlines; findings: Finding[] }

/** Terms of every line, with what is overdue on the day of the check. */
export function deadlinesOfLines({
  asOf,
  batch,
  lines,
  papers,
}: Pick<BatchFacts, 'asOf' | 'batch' | 'lines' | 'papers'>): LineTerms[] {
  const byNumber = papersByNumber(papers)
  return lines.map(({ item, line }) => {
    const { exportDate } = claimedItem(item, answersOf(batch, line))
    const receipts = byNumber.get(item.no)?.receipts ?? []
    const status = answersOf(batch, line).fxStatus
    const on = (event: string) => line.history.findLast((fact) => fact.event === event)?.on
    const [claimedOn, refundPaidOn] = [on('declare'), on('pay')]
    const { findings, ...deadlines } = deadlinesOf(
      {
        exportDate,
        fxCollected: receipts.length > 0 || status === 'collected' || status === 'deemedCollected',
        ...(claimedOn !== undefined && { claimedOn }),
        ...(refundPaidOn !== undefined && { refundPaidOn }),
      },
      asOf,
    )
    const key = claimKey(item.no, item.item)
    return {
      key,
      exportDate,
      deadlines,
      findings: findings.map((found) => ({ ...found, target: `line:${key}` })),
    }
  })
}

/** 生产企业: the period with its lines that are refunded. */
export function periodOf(
  { batch, lines }: BatchFacts,
  fobs: ReadonlyMap<string, ItemFob>,
  treated: readonly LineTreatment[],
): ManufacturerPeriod {
  return {
    ...batch.manufacturer,
    period: `${batch.period.slice(0, 4)}-${batch.period.slice(4)}`,
    exports: lines.flatMap(({ item }, at) => {
      const { refundAllowed, rebateRate } = treated[at]!
      if (!refundAllowed || rebateRate === undefined) return []
      const { fob, fobCny, fxRate } = fobs.get(itemKey(item.no, item.item)) ?? {}
      return [
        {
          line: claimKey(item.no, item.item),
          rebateRate,
          ...(item.currency !== undefined && { currency: item.currency }),
          ...(fob !== undefined && fxRate !== undefined
            ? { fobForeign: fob, fx: fxRate }
            : fobCny !== undefined && { fobCny }),
        },
      ]
    }),
  }
}

const totalOf = (figure: TotalFigure, links: readonly LinkAmounts[]) => {
  const values = links.flatMap((link) => link[figure] ?? [])
  return values.length === 0 && figure !== 'refund' ? undefined : cents(sum(values))
}

/** Refund of each line: that of its links, by its share of their quantity, to the cent. */
function refundsOfLines({ links }: BatchFacts, amounts: readonly LinkAmounts[]): Map<string, string> {
  // The line of a refund is its link.
  const byLink = new Map(amounts.map(({ line, refund }) => [line, refund]))
  const refunds = new Map<string, string>()
  for (const { linkNo, exports } of links) {
    const refund = byLink.get(linkNo)
    if (refund === undefined) continue
    const parts = allocate(
      refund,
      exports.map(({ qty }) => qty),
      2,
    )
    exports.forEach(({ declarationNo, item }, at) => {
      const key = claimKey(declarationNo, item)
      refunds.set(key, sum([refunds.get(key) ?? '0', parts[at]!]))
    })
  }
  return refunds
}

/** The whole pre-check of a batch of the book: treatment, findings, terms, amounts. Pure. */
export function runOf(facts: BatchFacts): RunResult {
  const fobs = fobsOf(facts)
  const given = precheckOf(facts, fobs)
  const result = precheck(given)
  const trading = facts.batch.kind === 'trading'
  const period = trading ? undefined : manufacturerRefund(periodOf(facts, fobs, result.lines), facts.asOf)
  const links = result.amounts?.links ?? []
  const refunds = refundsOfLines(facts, links)
  const totals = trading
    ? (Object.keys(labels) as TotalFigure[]).flatMap((figure) => {
        const value = totalOf(figure, links)
        return value === undefined ? [] : [{ figure, label: labels[figure], value }]
      })
    : period!.figures.map(({ figure, label, value }) => ({ figure, label, value }))
  return {
    lines: result.lines.map(({ line, treatment, refundAllowed, note, decidedBy, rebateRate }) => {
      const refund = refunds.get(line)
      return {
        key: line,
        treatment,
        refundAllowed,
        note,
        ...(decidedBy !== undefined && { decidedBy }),
        ...(rebateRate !== undefined && { rebateRate }),
        ...(refund !== undefined && { refund }),
      }
    }),
    links,
    findings: withIds(
      sortFindings([
        ...result.findings,
        ...[...fobs.values()].flatMap(({ findings }) => findings),
        ...deadlinesOfLines(facts).flatMap(({ findings }) => findings),
        ...(period?.findings ?? []),
      ]),
    ),
    totals,
    refund: totals.find(({ figure }) => figure === 'refund')?.value ?? '0.00',
  }
}

/** FOB figures of an item as they stand in print: those of the whole item, and the share of a link. */
export type Explanation = { subject: string; figures: Explained[] }

/** Every figure of a batch down to what was given: totals first, then links, then FOB of the items. */
export function explainBatch(facts: BatchFacts): {
  totals: Explained[]
  links: Explanation[]
  items: Explanation[]
} {
  const fobs = fobsOf(facts)
  const given = precheckOf(facts, fobs)
  const items = facts.lines.map(({ item, line }) => ({
    subject: claimKey(item.no, item.item),
    figures: itemFob(claimedItem(item, answersOf(facts.batch, line)), facts.fx).figures,
  }))
  if (facts.batch.kind === 'manufacturer') {
    const treated = precheck(given).lines
    return {
      totals: manufacturerRefund(periodOf(facts, fobs, treated), facts.asOf).figures,
      links: [],
      items,
    }
  }
  const links = explainLinks(given)
  return { totals: tradingFigures(links), links: links.map(subjectOf), items }
}

const subjectOf = ({ line, figures }: TradingResult): Explanation => ({ subject: line, figures })

function tradingFigures(links: readonly TradingResult[]): Explained[] {
  return (Object.keys(labels) as TotalFigure[]).flatMap((figure) => {
    const inputs = links.flatMap(({ line, figures }) => {
      const of = figures.find((one) => one.figure === figure)
      return of ? [{ name: { zh: `关联号 ${line}`, en: `Link ${line}` }, value: of.value, of }] : []
    })
    const [first] = inputs
    if (!first) return []
    return [
      {
        figure,
        label: labels[figure],
        value: cents(sum(inputs.map(({ value }) => value))),
        rule: first.of.rule,
        formula: { zh: 'Σ 各关联号', en: 'sum of the links' },
        inputs,
      },
    ]
  })
}

/** FOB in USD and CNY of a part of an item. */
export function moneyOf(
  items: ReadonlyMap<string, DeclarationItem>,
  fobs: ReadonlyMap<string, ItemFob>,
  declarationNo: string,
  item: number,
  qty: string,
): { fobUsd: string; fobCny?: string } {
  const key = itemKey(declarationNo, item)
  const { fobUsd, fobCny } = fobs.get(key) ?? {}
  const whole = items.get(key)?.qty
  const cny = shareOf(fobCny, qty, whole)
  return { fobUsd: shareOf(fobUsd, qty, whole) ?? '0', ...(cny !== undefined && { fobCny: cny }) }
}

/** Findings that are gone, that came, and totals that differ between two runs. */
export function compareRuns(before: RunResult, after: RunResult) {
  const [old, now] = [before, after].map(({ findings }) => new Set(findings.map(({ id }) => id)))
  const value = ({ totals }: RunResult, figure: string) =>
    totals.find((one) => one.figure === figure)?.value ?? ''
  const names = new Map([...before.totals, ...after.totals].map(({ figure, label }) => [figure, label]))
  return {
    gone: before.findings.filter(({ id }) => !now!.has(id)),
    came: after.findings.filter(({ id }) => !old!.has(id)),
    stayed: after.findings.filter(({ id }) => old!.has(id)).length,
    figures: [...names].flatMap(([figure, label]) => {
      const [a, b] = [value(before, figure), value(after, figure)]
      return a === b ? [] : [{ figure, label, before: a, after: b }]
    }),
  }
}
