import type { DeclareInput } from '#shared/declaration/declare-one'
import type { Sourced } from '#shared/declaration/sourced'
import type { OrderMatch } from '#shared/matching/break'
import { cancelledOrder } from '#shared/matching/links'
import { orderFacts } from '#shared/matching/facts'
import type { Order } from '#shared/model/order'
import type { Payment } from '#shared/model/payment'
import type { Waybill } from '#shared/model/waybill'
import type { Book } from '../../data/book'
import { readFacts } from '../../data/facts/read'
import { readResults } from '../../data/facts/results'
import type { Overlay } from '../../data/port'
import { orderRevision, readOverlays } from '../../data/read/overlays'
import type { Overlays } from '../../data/read/overlays'
import { withClasses } from '../matching/overlaid'
import { asWeighed } from './as-weighed'

/** What of a 清单 comes from its own orders: the part of `DeclareInput` that differs from 清单 to 清单. */
export type OrderInput = Pick<
  DeclareInput,
  'orders' | 'waybills' | 'payments' | 'lines' | 'giftDecisions' | 'mergedNo' | 'plan' | 'path'
>

/** Reads orders with everything that 对碰 and officers gave to them. */
export class OrderInputs {
  readonly #book: Book
  readonly #overlays: Overlays
  readonly #cancellations: ReadonlyMap<string, readonly Order[]>

  private constructor(book: Book, overlays: Overlays, cancellations: ReadonlyMap<string, readonly Order[]>) {
    this.#book = book
    this.#overlays = overlays
    this.#cancellations = cancellations
  }

  /** `cancellations`: ids of all cancellation records of the book. */
  static async open(book: Book, cancellations: readonly string[]): Promise<OrderInputs> {
    const byOrder = new Map<string, Order[]>()
    for (const { id, record } of await readFacts(book.context, 'orders', cancellations)) {
      if (!record.cancels) continue
      const key = cancelledOrder(orderFacts(id, record))
      byOrder.set(key, [...(byOrder.get(key) ?? []), record])
    }
    return new OrderInputs(book, await readOverlays(book.context), byOrder)
  }

  overlaysOf(order: string) {
    return this.#overlays.of(order)
  }

  /** Whether an order travels in another one and is declared with that. */
  isMergedAway(order: string): boolean {
    return this.#overlays.of(order).some(({ record }) => record.aspect === 'merged')
  }

  /** Inputs of these orders, each with the orders that are merged into it; one read for all of them. */
  async read(orders: readonly string[]): Promise<Map<string, OrderInput>> {
    const groups = new Map(orders.map((id) => [id, [id, ...this.#overlays.mergedInto(id)]]))
    const all = [...new Set([...groups.values()].flat())]
    const { context } = this.#book
    const [facts, results] = await Promise.all([readFacts(context, 'orders', all), readResults(context, all)])
    const found = [...results.values()]
    const [payments, waybills] = await Promise.all([
      readFacts(context, 'payments', [...new Set(found.flatMap((one) => one.payments))]),
      readFacts(context, 'waybills', [...new Set(found.flatMap((one) => one.waybills))]),
    ])
    const records = new Map(facts.map(({ id, record }) => [id, record]))
    const weighed = await asWeighed(context, waybills, {
      orders: records,
      matches: found,
      decision: (weighing) => this.#laid(weighing, 'weight')?.take,
    })
    const pool = {
      orders: records,
      payments: new Map(payments.map(({ id, record }) => [id, record])),
      waybills: new Map(weighed.map(({ id, record }) => [id, record])),
    }
    return new Map([...groups].map(([id, group]) => [id, this.#input(id, group, results, pool)]))
  }

  #input(
    id: string,
    group: readonly string[],
    results: ReadonlyMap<string, OrderMatch>,
    pool: Pool,
  ): OrderInput {
    const orders = group.flatMap((one): Sourced<Order>[] => {
      const value = pool.orders.get(one)
      const laid = this.#overlays.of(one)
      const records = laid.map(({ record }) => record)
      return value ? [{ id: one, rev: orderRevision(laid), value: withClasses(value, records) }] : []
    })
    const matches = group.flatMap((one) => results.get(one) ?? [])
    const split = this.#laid(id, 'split')
    const mode = this.#laid(id, 'mode')
    const merged = group
      .slice(1)
      .map((one) => this.#laid(one, 'merged'))
      .find((overlay) => overlay !== undefined)
    return {
      orders,
      waybills: matches.flatMap((match) => present(pool.waybills, match.waybills)),
      payments: matches.flatMap((match) => present(pool.payments, trusted(match))),
      lines: this.#lines(orders),
      giftDecisions: this.#giftDecisions(orders),
      ...(mode && { path: mode.path }),
      ...(split && { plan: split.parts }),
      ...(merged && { mergedNo: merged.orderNo }),
    }
  }

  #lines(orders: readonly Sourced<Order>[]): OrderInput['lines'] {
    const cancellations = orders.flatMap(
      ({ value }) => this.#cancellations.get(`${value.platform}|${value.shop}|${value.orderNo}`) ?? [],
    )
    return { ...(cancellations.length > 0 && { cancellations }) }
  }

  #giftDecisions(orders: readonly Sourced<Order>[]): NonNullable<OrderInput['giftDecisions']> {
    return new Map(
      orders.map(({ id }) => {
        const gifts = Object.entries(this.#laid(id, 'class')?.gifts ?? {})
        return [id, new Map(gifts.map(([row, decision]) => [Number(row), decision]))]
      }),
    )
  }

  #laid<A extends Overlay['aspect']>(order: string, aspect: A): Extract<Overlay, { aspect: A }> | undefined {
    const found = this.#overlays.of(order).find(({ record }) => record.aspect === aspect)
    return found?.record as Extract<Overlay, { aspect: A }> | undefined
  }
}

type Pool = {
  orders: ReadonlyMap<string, Order>
  payments: ReadonlyMap<string, Payment>
  waybills: ReadonlyMap<string, Waybill>
}

/** A payment whose number only nearly fits is not the order's until an officer says so. */
const trusted = ({ breaks, payments }: OrderMatch): readonly string[] =>
  breaks.some(({ kind }) => kind === 'payment-key-differs') ? [] : payments

/** Facts never change, so their revision is always the first. */
function present<T>(pool: ReadonlyMap<string, T>, ids: readonly string[]): Sourced<T>[] {
  return ids.flatMap((id) => {
    const value = pool.get(id)
    return value === undefined ? [] : [{ id, rev: 0, value }]
  })
}
