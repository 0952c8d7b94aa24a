import { lineAmount } from '../matching/facts'
import { minorDigits } from '../money/currency'
import { abs, add, allocate, cmp, isZero, mul, normalize, round, sub, sum } from '../money/decimal'
import type { Goods } from '../model/goods'
import type { Direction } from '../model/mode'
import type { LineClass, Order, OrderLine } from '../model/order'
import { sourceFault, type BuildFault } from './build-fault'
import { lineTexts } from './line-texts'
import type { DeclarationSettings } from './settings'

/** One line as it will be declared. `amount` is FOB of the whole line: price × quantity less the seller's discount. */
export type DeclaredLine = {
  /** Row of the imported file; parts of a split line share it. */
  row: number
  sku: string
  name: string
  class: Extract<LineClass, 'goods' | 'gift'>
  quantity: string
  amount: string
}

export type LineContext = {
  /** Of an import the price stays whole: what was paid with points or coupons is declared apart. Absent: export. */
  direction?: Direction
  /** Goods master by SKU. */
  goods: { get(sku: string): Goods | undefined }
  gifts: DeclarationSettings['gifts']
  /** Decisions for single gift lines (by row) that differ from the enterprise's rule. */
  giftDecisions?: ReadonlyMap<number, DeclarationSettings['gifts']>
  /** Records that take back a part of this order. */
  cancellations?: readonly Order[]
}

type Draft = { line: OrderLine; class: 'goods' | 'gift'; quantity: string; amount: string }

/**
 * The lines of an order that reach a 清单: goods and, as decided, gifts (practice: never at 0.00). Amounts are FOB:
 * price × quantity less the seller's discount, which is allocated to the goods lines to the cent; freight stays apart.
 * What was returned or cancelled is taken off the last lines of the same goods.
 */
export function declareLines(
  order: Order,
  context: LineContext,
): { lines: DeclaredLine[]; faults: BuildFault[] } {
  const faults: BuildFault[] = []
  const drafts = discounted(order, faults, context.direction)
  const kept = withoutReturned(order, drafts, context.cancellations ?? [])
  const lines: DeclaredLine[] = []
  for (const draft of kept) {
    const declared = draft.class === 'gift' ? giftLine(order, draft, context, faults) : draft.amount
    if (declared === undefined) continue
    const { row, sku, name } = draft.line
    lines.push({
      row,
      sku,
      name,
      class: draft.class,
      quantity: normalize(draft.quantity),
      amount: round(declared, 5),
    })
  }
  if (lines.length === 0 && faults.length === 0) {
    faults.push(
      sourceFault(
        lineTexts.nothing,
        { record: 'order', key: order.orderNo, field: 'lines' },
        `${order.lines.length}`,
      ),
    )
  }
  return { lines, faults }
}

/** What the seller took off the order as a whole, wherever its file says so. */
export const discountOf = (order: Order): string =>
  sum([
    abs(order.discount ?? '0'),
    ...order.lines.filter((line) => line.class === 'discount').map((line) => abs(lineAmount(line))),
  ])

/** Goods and gifts with the order's discounts taken off the goods. A line that comes to nothing is a gift. */
function discounted(order: Order, faults: BuildFault[], direction: Direction = 'export'): Draft[] {
  const lines = order.lines.filter(
    (line) => (line.class === 'goods' || line.class === 'gift') && cmp(line.quantity, '0') > 0,
  )
  const goods = lines.filter((line) => line.class === 'goods')
  const amounts = goods.map(lineAmount)
  const discount = direction === 'import' ? '0' : discountOf(order)
  const total = sum(amounts)
  if (cmp(discount, total) > 0) {
    const source = { record: 'order', key: order.orderNo, field: 'discount' } as const
    faults.push(sourceFault(lineTexts.discountTooBig, source, `${discount} > ${total}`))
    return []
  }
  const shares =
    goods.length && !isZero(discount)
      ? allocateWithin(discount, amounts, minorDigits(order.currency ?? ''))
      : []
  return lines.map((line) => {
    const at = goods.indexOf(line)
    const amount = at < 0 ? '0' : sub(amounts[at] as string, shares[at] ?? '0')
    return { line, class: isZero(amount) ? 'gift' : 'goods', quantity: line.quantity, amount }
  })
}

/** Shares of a discount in proportion to the amounts; none above its amount, so that no line turns negative. */
function allocateWithin(discount: string, amounts: readonly string[], places: number): string[] {
  const shares = allocate(discount, amounts, places)
  let excess = '0'
  const capped = shares.map((share, at) => {
    const amount = amounts[at] as string
    if (cmp(share, amount) <= 0) return share
    excess = add(excess, sub(share, amount))
    return amount
  })
  return capped.map((share, at) => {
    const room = sub(amounts[at] as string, share)
    const extra = cmp(excess, room) < 0 ? excess : room
    excess = sub(excess, extra)
    return add(share, extra)
  })
}

/** Take what came back off the lines of the same goods: lines of the same price first, the last line first. */
function withoutReturned(order: Order, drafts: readonly Draft[], cancellations: readonly Order[]): Draft[] {
  const returned = [
    ...order.lines.filter((line) => line.class === 'return'),
    ...cancellations.flatMap((record) =>
      record.lines.filter((line) => line.class === 'return' || line.class === 'goods'),
    ),
  ]
  const kept = [...drafts]
  for (const { sku, price, quantity } of returned) {
    const samePrice = (draft: Draft) => (cmp(draft.line.price, price) === 0 ? 1 : 0)
    const touched = kept
      .filter((draft) => draft.line.sku === sku)
      .sort((a, b) => samePrice(b) - samePrice(a) || b.line.row - a.line.row)
    let left = abs(quantity)
    for (const draft of touched) {
      const taken = cmp(left, draft.quantity) < 0 ? left : draft.quantity
      if (isZero(taken)) break
      left = sub(left, taken)
      const rest = sub(draft.quantity, taken)
      const at = kept.indexOf(draft)
      if (isZero(rest)) kept.splice(at, 1)
      else kept[at] = { ...draft, quantity: rest, amount: shareOf(draft.amount, rest, taken) }
    }
  }
  return kept
}

const shareOf = (amount: string, rest: string, taken: string) =>
  allocate(amount, [rest, taken], 5)[0] as string

function giftLine(
  order: Order,
  { line, quantity }: Draft,
  context: LineContext,
  faults: BuildFault[],
): string | undefined {
  const decision = context.giftDecisions?.get(line.row) ?? context.gifts
  if (decision === 'leave-out') return undefined
  const goods = context.goods.get(line.sku)
  // A SKU the master does not know is reported once, with everything else it lacks, in the 缺商品资料 sheet.
  if (goods && (!goods.fairPrice || isZero(goods.fairPrice))) {
    faults.push(
      sourceFault(
        lineTexts.noFairPrice,
        { record: 'goods', key: line.sku, field: 'fairPrice' },
        goods.fairPrice ?? '',
      ),
    )
  } else if (goods && goods.fairCurrency !== order.currency) {
    const value = `${goods.fairCurrency ?? ''} ≠ ${order.currency ?? ''}`
    faults.push(
      sourceFault(lineTexts.fairCurrency, { record: 'goods', key: line.sku, field: 'fairCurrency' }, value),
    )
  } else if (goods?.fairPrice) return mul(goods.fairPrice, quantity)
  return undefined
}
