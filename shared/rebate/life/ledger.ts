import { abs, add, sub, sum } from '../../money/decimal'
import { cents } from '../../rules/explain'
import { isClaimed, stateOf, type LineFact, type LineState } from './states'

/** A claim line as the 台账 keeps it: key of 21 digits, link, what was expected, and its history. */
export type LedgerLine = {
  key: string
  linkNo: string
  exportDate: string
  refund: string
  history: readonly LineFact[]
  /** Line of 冲减 or 缴回: the key it takes back; its refund is negative. */
  reverses?: string
}

export type LedgerMonth = {
  month: string
  lines: number
  declared: string
  refunded: string
  held: string
  open: string
}

const waiting: ReadonlySet<LineState> = new Set(['questioned', 'letter'])

/** Declared, refunded, held and still open by month of export. Paid lines count with what came, others with what is due. */
export function ledgerByMonth(lines: readonly LedgerLine[]): LedgerMonth[] {
  const months = new Map<string, LedgerMonth>()
  for (const { exportDate, refund, history } of lines) {
    const month = exportDate.slice(0, 7)
    const row = months.get(month) ?? { month, lines: 0, declared: '0', refunded: '0', held: '0', open: '0' }
    const { state } = stateOf(history)
    const paid = state === 'paid' ? cameOf(history, refund) : undefined
    const before = keptBefore(history)
    const open = !isClaimed(state) && !waiting.has(state) && state !== 'refused' && state !== 'reversed'
    months.set(month, {
      month,
      lines: row.lines + 1,
      declared: isClaimed(state) || waiting.has(state) ? add(row.declared, refund) : row.declared,
      refunded: sum([row.refunded, before, paid ?? '0']),
      held: waiting.has(state) ? add(row.held, refund) : row.held,
      open: open ? add(row.open, refund) : row.open,
    })
  }
  return [...months.values()].sort((a, b) => (a.month < b.month ? -1 : 1))
}

/** What stays of earlier claims of a line, the rest of which is claimed anew. */
const keptBefore = (history: readonly LineFact[]): string =>
  sum(history.flatMap(({ event, amount }) => (event === 'reclaim' ? (amount ?? []) : [])))

/** 补税 of a line, whichever sign it was typed with. */
export const repaidOf = (history: readonly LineFact[]): string =>
  sum(history.flatMap(({ event, amount }) => (event === 'repay' && amount ? abs(amount) : [])))

/** What came, less what was repaid, and what a settlement of a pre-refund took back or more what it brought. */
export function cameOf(history: readonly LineFact[], refund: string): string {
  const paid = history.findLastIndex(({ event }) => event === 'pay')
  const later = history.slice(paid + 1)
  const settled = later.flatMap(({ event, amount }) => (event === 'settle' ? (amount ?? []) : []))
  return sub(sum([history[paid]?.amount ?? refund, ...settled]), repaidOf(later))
}

/** 到账: what came against what was expected; a difference is shown, never spread. */
export const paidDifference = ({ refund, history }: LedgerLine): string | undefined => {
  const paid = history.findLast(({ event }) => event === 'pay')?.amount
  return paid === undefined ? undefined : cents(sub(paid, refund))
}

/** 函调: how long lines of a supplier wait for an answer, in days on a day. */
export type Letter = {
  supplier: string
  invoices: readonly string[]
  sentOn: string
  answeredOn?: string
  held: string
}
export const letterAge = ({ sentOn, answeredOn }: Letter, asOf: string): number =>
  Math.round((Date.parse(answeredOn ?? asOf) - Date.parse(sentOn)) / 86_400_000)
