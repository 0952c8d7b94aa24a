import { neg, normalize } from '../money/decimal'
import type { Order, OrderLine } from '../model/order'

/** What a cancellation takes back: one order, several candidates (a person decides), or none that was seen. */
export type Pair = { orderNo: string } | 'ambiguous' | 'unmatched'

type Candidate = { orderNo: string; time: string; row: number; used: boolean }

function keyOf(buyerId: string, sku: string, price: string, quantity: string): string {
  return `${buyerId}|${sku}|${normalize(price)}|${normalize(quantity)}`
}

/** Instants where zones are known, else the file's text when it sorts by time; else '' and the row order decides. */
function timeOf(order: Order): string {
  if (order.orderedAt) return new Date(order.orderedAt).toISOString()
  return order.fileTime && /^\d{4}-\d\d-\d\d/.test(order.fileTime) ? order.fileTime : ''
}

/**
 * Finds the order that a cancellation takes back: same goods, buyer, quantity and price, earlier. Only lines that a
 * cancellation asks for are kept, so memory grows with the cancellations and not with the orders. Use: `need` every
 * cancelled line, `offer` every order, then `resolve` the cancellations in the order of the file. A line of an order
 * is given away once; a cancellation without buyer, or whose lines fit several orders, is never guessed.
 */
export class Pairing {
  readonly #candidates = new Map<string, Candidate[]>()

  need(buyerId: string, line: Pick<OrderLine, 'sku' | 'price' | 'quantity'>): void {
    if (buyerId === '') return
    const key = keyOf(buyerId, line.sku, line.price, neg(line.quantity))
    if (!this.#candidates.has(key)) this.#candidates.set(key, [])
  }

  offer(order: Order): void {
    if (order.kind !== 'order' || !order.buyerId) return
    for (const line of order.lines) {
      this.#candidates
        .get(keyOf(order.buyerId, line.sku, line.price, line.quantity))
        ?.push({ orderNo: order.orderNo, time: timeOf(order), row: line.row, used: false })
    }
  }

  resolve(cancellation: Order): Pair {
    const goods = cancellation.lines.filter((line) => line.class === 'return')
    if (!cancellation.buyerId || goods.length === 0) return 'unmatched'
    const chosen: Candidate[] = []
    const orders = new Set<string>()
    for (const line of goods) {
      const fits = this.#fits(cancellation, line).filter((candidate) => !chosen.includes(candidate))
      const [first] = fits
      if (!first) return 'unmatched'
      if (fits.some((candidate) => candidate.orderNo !== first.orderNo)) return 'ambiguous'
      chosen.push(first)
      orders.add(first.orderNo)
    }
    const [orderNo = ''] = orders
    // Lines that each have one origin, but in different orders, cancel parts of several: that needs a person too.
    if (orders.size !== 1) return 'ambiguous'
    for (const candidate of chosen) candidate.used = true
    return { orderNo }
  }

  #fits(cancellation: Order, line: OrderLine): Candidate[] {
    const key = keyOf(cancellation.buyerId ?? '', line.sku, line.price, neg(line.quantity))
    const time = timeOf(cancellation)
    return (this.#candidates.get(key) ?? []).filter(
      (candidate) =>
        !candidate.used &&
        (time !== '' && candidate.time !== '' ? candidate.time <= time : candidate.row < line.row),
    )
  }
}

/** Pair all cancellations of a list of orders. Shape of the answer: cancellation number → what it takes back. */
export function pairCancellations(orders: readonly Order[]): Map<string, Pair> {
  const pairing = new Pairing()
  const cancellations = orders.filter((order) => order.kind === 'cancellation' && order.cancels === undefined)
  for (const order of cancellations) for (const line of order.lines) pairing.need(order.buyerId ?? '', line)
  for (const order of orders) pairing.offer(order)
  return new Map(cancellations.map((order) => [order.orderNo, pairing.resolve(order)]))
}

/** True when cancellations take back every goods line of the order: it leaves the queue. */
export function isFullyCancelled(order: Order, cancellations: readonly Order[]): boolean {
  const left = new Map<string, number>()
  const slot = (line: OrderLine, quantity: string) =>
    `${line.sku}|${normalize(line.price)}|${normalize(quantity)}`
  for (const cancellation of cancellations) {
    if (cancellation.cancels !== order.orderNo) continue
    if (cancellation.orderNo === order.orderNo) return true
    for (const line of cancellation.lines) {
      const key = slot(line, neg(line.quantity))
      left.set(key, (left.get(key) ?? 0) + 1)
    }
  }
  const goods = order.lines.filter((line) => line.class === 'goods' || line.class === 'gift')
  return (
    goods.length > 0 &&
    goods.every((line) => {
      const key = slot(line, line.quantity)
      const count = left.get(key) ?? 0
      left.set(key, count - 1)
      return count > 0
    })
  )
}
