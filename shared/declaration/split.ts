import { minorDigits } from '../money/currency'
import { allocate, cmp, isZero, sum } from '../money/decimal'
import { sourceFault, type BuildFault } from './build-fault'
import { dealOut, type ParcelWeight } from './deal-out'
import type { DeclaredOrder } from './declared-order'
import type { DeclaredLine } from './lines'
import { orderTexts } from './order-texts'

/** A 清单 holds 1 to 100 lines (CEB603, CEB303). */
export const MAX_LINES = 100
/** orderNo is C..60 in every message. */
const MAX_NUMBER = 60

/** One part of a 拆单: source row of a line → quantity declared in it; `waybill` is the id of its waybill. */
export type SplitPart = { orderNo: string; quantities: Readonly<Record<string, string>>; waybill?: string }

/**
 * Plan the automatic 拆单: one part per parcel, and as many as needed for 100 lines each.
 * @param parcels the distinct waybills of the order
 * @param pieceWeight net weight of one piece of a SKU, where it is known
 * @returns undefined when one 清单 will do
 */
export function planSplit(
  order: DeclaredOrder,
  parcels: readonly ParcelWeight[],
  pieceWeight: (sku: string) => string | undefined = () => undefined,
  isTaken: (orderNo: string) => boolean = () => false,
): SplitPart[] | BuildFault | undefined {
  if (parcels.length <= 1 && order.lines.length <= MAX_LINES) return undefined
  const dealt = dealOut(order.lines, parcels, pieceWeight)
  if (!dealt) return fault(order, orderTexts.tooFewPieces, 'waybills', `${parcels.length}`)
  const chunks = dealt.flatMap((portions, at) =>
    chunked(portions, MAX_LINES).map((chunk) => ({ chunk, waybill: parcels[at]?.id })),
  )
  const parts = chunks.map(({ chunk, waybill }, at) => ({
    orderNo: `${order.orderNo}-${at + 1}`,
    quantities: Object.fromEntries(chunk.map(({ line, quantity }) => [String(line.row), quantity])),
    ...(waybill !== undefined && { waybill }),
  }))
  return numbersFault(order, parts, isTaken) ?? parts
}

/**
 * Carry out a plan, automatic or made by hand. Quantities, amounts and freight are allocated so that they add up to
 * those of the order exactly; what rounding leaves lies on the last part.
 */
export function applySplit(
  order: DeclaredOrder,
  plan: readonly SplitPart[],
  isTaken: (orderNo: string) => boolean = () => false,
): DeclaredOrder[] | BuildFault {
  const wrong = planFault(order, plan) ?? numbersFault(order, plan, isTaken)
  if (wrong) return wrong
  const lines: DeclaredLine[][] = plan.map(() => [])
  for (const line of order.lines) {
    const quantities = plan.map((part) => part.quantities[String(line.row)] ?? '0')
    const holders = quantities.flatMap((quantity, at) => (isZero(quantity) ? [] : [{ at, quantity }]))
    const amounts = shares(
      line.amount,
      holders.map(({ quantity }) => quantity),
      minorDigits(order.currency),
    )
    holders.forEach(({ at, quantity }, n) => {
      lines[at]?.push({ ...line, quantity, amount: amounts[n] as string })
    })
  }
  const worth = lines.map((part) => sum(part.map(({ amount }) => amount)))
  const freight = allocate(order.freight, worth, minorDigits(order.currency))
  return plan.map((part, at) => ({
    ...order,
    orderNo: part.orderNo,
    freight: freight[at] as string,
    lines: lines[at] as DeclaredLine[],
    part: { number: at + 1, of: plan.length },
  }))
}

/** To the cent where every share stays above nothing, else to the five digits a message can carry. */
function shares(amount: string, quantities: readonly string[], places: number): string[] {
  const cents = allocate(amount, quantities, places)
  return cents.every((share) => cmp(share, '0') > 0) ? cents : allocate(amount, quantities, 5)
}

function planFault(order: DeclaredOrder, plan: readonly SplitPart[]): BuildFault | undefined {
  const rows = new Set(order.lines.map(({ row }) => String(row)))
  const given = plan.flatMap(({ quantities }) => Object.keys(quantities))
  const stray = given.find((row) => !rows.has(row))
  const short = order.lines.find((line) => {
    const parts = plan.map(({ quantities }) => quantities[String(line.row)] ?? '0')
    return parts.some((part) => cmp(part, '0') < 0) || cmp(sum(parts), line.quantity) !== 0
  })
  const count = (part: SplitPart) =>
    Object.values(part.quantities).filter((quantity) => !isZero(quantity)).length
  const size = plan.find((part) => count(part) === 0 || count(part) > MAX_LINES)
  if (!stray && !short && !size) return undefined
  return fault(order, orderTexts.planDoesNotAddUp, 'lines', stray ?? short?.sku ?? size?.orderNo ?? '')
}

function numbersFault(
  order: DeclaredOrder,
  plan: readonly SplitPart[],
  isTaken: (orderNo: string) => boolean,
): BuildFault | undefined {
  const numbers = plan.map(({ orderNo }) => orderNo)
  const long = numbers.find((number) => number.length > MAX_NUMBER)
  if (long !== undefined) return fault(order, orderTexts.numberTooLong, 'orderNo', long)
  const taken = numbers.find((number, at) => isTaken(number) || numbers.indexOf(number) !== at)
  return taken === undefined ? undefined : fault(order, orderTexts.numberTaken, 'orderNo', taken)
}

const fault = (
  order: DeclaredOrder,
  words: (typeof orderTexts)[keyof typeof orderTexts],
  field: string,
  value: string,
) => sourceFault(words, { record: 'order', key: order.orderNo, field }, value)

function chunked<T>(items: readonly T[], size: number): T[][] {
  const chunks: T[][] = []
  for (let at = 0; at < items.length; at += size) chunks.push(items.slice(at, at + size))
  return chunks
}
