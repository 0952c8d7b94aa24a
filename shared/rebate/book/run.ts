import { itemKey } from '../match/index'
import type { DeclarationItem } from '../../model/rebate/export-line'
import { BatchCheck } from './batch-check'
import type { BatchFacts } from './claim'
import { shareOf, type ItemFob } from './fob'
import type { RunResult } from './run-result'

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
