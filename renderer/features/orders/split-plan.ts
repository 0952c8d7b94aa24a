import { cmp, isDecimal, sub, sum } from '#shared/money/decimal'
import type { OrderLine } from '#shared/model/order'

/** Quantities by part, then by source row of the line; what is not stated is nothing. */
export type Quantities = readonly Readonly<Record<string, string>>[]

/** Lines that reach a 清单 and so are dealt out to the parts. */
export const dealt = (lines: readonly OrderLine[]): OrderLine[] =>
  lines.filter((line) => line.class === 'goods' || line.class === 'gift')

/** Everything in the first part: where splitting starts. */
export const startPlan = (lines: readonly OrderLine[], parts: number): Quantities =>
  Array.from({ length: parts }, (_, part) =>
    part === 0 ? Object.fromEntries(lines.map((line) => [String(line.row), line.quantity])) : {},
  )

/** Put a quantity into a part; the first part gives or takes the difference, so that the line stays whole. */
export function deal(plan: Quantities, line: OrderLine, part: number, quantity: string): Quantities {
  const row = String(line.row)
  const stated = plan.map((own, at) => (at === part ? { ...own, [row]: quantity } : own))
  if (part === 0 || !isDecimal(quantity)) return stated
  const others = sum(stated.slice(1).map((own) => (isDecimal(own[row] ?? '0') ? (own[row] ?? '0') : '0')))
  return stated.map((own, at) => (at === 0 ? { ...own, [row]: sub(line.quantity, others) } : own))
}

export type PlanFault = { fault: 'quantity' | 'sum' | 'empty'; row?: number; part?: number }

/** Why a plan cannot be taken: a quantity that is none, a line that does not add up, a part without goods. */
export function planFault(plan: Quantities, lines: readonly OrderLine[]): PlanFault | undefined {
  for (const line of lines) {
    const own = plan.map((part) => part[String(line.row)] ?? '0')
    if (own.some((quantity) => !isDecimal(quantity) || cmp(quantity, '0') < 0)) {
      return { fault: 'quantity', row: line.row }
    }
    if (cmp(sum(own), line.quantity) !== 0) return { fault: 'sum', row: line.row }
  }
  const empty = plan.findIndex((part) => Object.values(part).every((quantity) => cmp(quantity, '0') === 0))
  return empty < 0 ? undefined : { fault: 'empty', part: empty + 1 }
}

/** The parts as they are kept, numbered after the order. */
export const partsOf = (orderNo: string, plan: Quantities) =>
  plan.map((part, at) => ({
    orderNo: `${orderNo}-${at + 1}`,
    quantities: Object.fromEntries(Object.entries(part).filter(([, quantity]) => cmp(quantity, '0') > 0)),
  }))
