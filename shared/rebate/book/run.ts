import type { Text } from '../../model/text'
import type { Finding } from '../../rules/rule'
import { itemKey } from '../match/index'
import type { LinkAmounts } from '../precheck'
import type { DeclarationItem } from '../model/export-line'
import type { LineTreatment } from '../treatment/treat'
import { BatchCheck } from './batch-check'
import type { BatchFacts } from './claim'
import { shareOf, type ItemFob } from './fob'

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

/** The whole pre-check of a batch of the book: treatment, findings, terms, amounts. Pure. */
export const runOf = (facts: BatchFacts): RunResult => new BatchCheck(facts).result()

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
