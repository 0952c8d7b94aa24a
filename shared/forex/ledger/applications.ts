import { add, cmp, sub, sum } from '../../money/decimal'
import { least, positive } from '../amount'

/** A part of an order that an application rests on. */
export type OrderDraw = { orderId: string; amount: string }

/** 结汇申请 as far as others of the same receipt have to know of it. */
export type Applied = {
  no: number
  amount: string
  /** Absent in what was stored before applications named their orders: drawn oldest first. */
  draws?: readonly OrderDraw[] | undefined
  /** Handed to the bank; from then on it does not change. */
  submitted?: object | undefined
  /** The bank gave it back: only what it converted counts. */
  returned?: object | undefined
}

/** A conversion the bank did; `application`: of which application, where it was of one. */
export type Converted = { amount: string; application?: number | undefined }

export const applicationStates = ['kept', 'submitted', 'converted', 'returned'] as const
export type ApplicationState = (typeof applicationStates)[number]

const convertedOf = (no: number, conversions: readonly Converted[]): string =>
  sum(conversions.filter(({ application }) => application === no).map(({ amount }) => amount))

/** What an application holds of its receipt: its amount, or what was converted of one that the bank gave back. */
const holds = (one: Applied, conversions: readonly Converted[]): string =>
  one.returned ? convertedOf(one.no, conversions) : one.amount

export function stateOf(one: Applied, conversions: readonly Converted[]): ApplicationState {
  if (one.returned) return 'returned'
  if (!one.submitted) return 'kept'
  return cmp(convertedOf(one.no, conversions), one.amount) >= 0 ? 'converted' : 'submitted'
}

/** Every amount that applications and conversions without one hold of a receipt; `except`: the application that asks. */
export const commitments = (
  applied: readonly Applied[],
  conversions: readonly Converted[],
  except?: number,
): string[] => {
  const known = new Set(applied.map(({ no }) => no))
  return [
    ...applied.filter(({ no }) => no !== except).map((one) => holds(one, conversions)),
    ...conversions
      .filter(({ application }) => application === undefined || !known.has(application))
      .map(({ amount }) => amount),
  ]
}

/** What may still be asked for of what the pre-check supports. */
export const leftToApply = (
  eligible: string,
  applied: readonly Applied[],
  conversions: readonly Converted[],
  except?: number,
): string => positive(sub(eligible, sum(commitments(applied, conversions, except))))

/** What the bank may still convert of an application, or of the receipt where no application is named. */
export function leftToConvert(
  eligible: string,
  applied: readonly Applied[],
  conversions: readonly Converted[],
  no?: number,
): string {
  if (no === undefined) return leftToApply(eligible, applied, conversions)
  const one = applied.find((each) => each.no === no)
  return one?.submitted && !one.returned ? positive(sub(one.amount, convertedOf(no, conversions))) : '0'
}

type Line = { orderId: string | null; supported: string }

/** Supported parts of a receipt by order, in the order of its lines. */
function supportedByOrder(lines: readonly Line[]): Map<string, string> {
  const left = new Map<string, string>()
  for (const { orderId, supported } of lines) {
    if (orderId !== null) left.set(orderId, add(left.get(orderId) ?? '0', supported))
  }
  return left
}

/** Take an amount out of what is left of orders, in the order they are named; what they do not cover is left over. */
function take(left: Map<string, string>, amount: string, ids: Iterable<string>) {
  const draws: OrderDraw[] = []
  let rest = amount
  for (const orderId of ids) {
    const part = least(rest, positive(left.get(orderId) ?? '0'))
    if (cmp(part, '0') <= 0) continue
    draws.push({ orderId, amount: part })
    left.set(orderId, sub(left.get(orderId) ?? '0', part))
    rest = sub(rest, part)
  }
  return { draws, short: rest }
}

/**
 * The usage ledger of applications: which parts of which orders an amount rests on, so that no part of an order serves two
 * applications of its receipt. `orders`: those it is asked for, all of the receipt where none is named. `short`: what they
 * do not cover. A receipt without orders (netted, or its papers not examined) has nothing to draw on and no shortage.
 */
export function drawOrders(
  amount: string,
  orders: readonly string[],
  lines: readonly Line[],
  { applied, conversions }: { applied: readonly Applied[]; conversions: readonly Converted[] },
  except?: number,
): { draws: OrderDraw[]; short: string } {
  const left = supportedByOrder(lines)
  if (left.size === 0) return { draws: [], short: '0' }
  const others = applied.filter(({ no }) => no !== except)
  for (const one of others) {
    if (!one.draws) continue
    // What came back from the bank frees the parts behind what was not converted, the last drawn first.
    let held = holds(one, conversions)
    for (const { orderId, amount: drawn } of one.draws) {
      const part = least(drawn, held)
      held = sub(held, part)
      left.set(orderId, sub(left.get(orderId) ?? '0', part))
    }
  }
  for (const one of others) if (!one.draws) take(left, holds(one, conversions), left.keys())
  return take(left, amount, orders.length > 0 ? orders : left.keys())
}
