import type { Candidates, Link, PaymentCandidate, WaybillCandidate } from './candidates'
import { cancelsAll } from './cancellation'
import type { ListFacts, ManualMatch, OrderFacts, PaymentFacts, WaybillFacts } from './facts'
import { reduceKey } from './key'
import {
  cancellableAs,
  cancelledOrder,
  carrierNumber,
  namesPayment,
  namesWaybill,
  orderKeys,
  paymentKey,
  waybillKey,
} from './links'
import { MultiMap } from './multi-map'

/**
 * Everything 对碰 has seen, by the keys under which records meet. Fill it in any order with `add…`; take a record out
 * with `remove…` (the very object that was added). `affectedBy…` names the orders to match again: ask it after adding
 * and before removing. Manual decisions name theirs themselves, because they change who holds a document.
 */
export class MatchIndex {
  readonly orders = new Map<string, OrderFacts>()
  readonly payments = new Map<string, PaymentFacts>()
  readonly waybills = new Map<string, WaybillFacts>()
  readonly #ordersByKey = new MultiMap<OrderFacts>()
  readonly #paymentsByKey = new MultiMap<PaymentFacts>()
  readonly #paymentsByNumber = new MultiMap<PaymentFacts>()
  /** Refunds and conversions, by the payment number they refer to or else by order. */
  readonly #about = new MultiMap<PaymentFacts>()
  readonly #waybillsByKey = new MultiMap<WaybillFacts>()
  readonly #waybillsByNumber = new MultiMap<WaybillFacts>()
  readonly #cancellations = new MultiMap<OrderFacts>()
  readonly #lists = new MultiMap<ListFacts>()
  readonly #manual = new Map<string, ManualMatch>()
  /** Decisions that give away a payment or waybill, by its id. */
  readonly #giving = new MultiMap<ManualMatch>()
  readonly #merged = new Map<string, readonly string[]>()

  addOrder(order: OrderFacts): void {
    this.orders.set(order.id, order)
    for (const key of orderKeys(order)) this.#ordersByKey.add(key, order)
    if (order.cancels) this.#cancellations.add(cancelledOrder(order), order)
  }

  removeOrder(order: OrderFacts): void {
    this.orders.delete(order.id)
    for (const key of orderKeys(order)) this.#ordersByKey.remove(key, order)
    if (order.cancels) this.#cancellations.remove(cancelledOrder(order), order)
  }

  addPayment(payment: PaymentFacts): void {
    if (payment.kind === 'payment') {
      this.payments.set(payment.id, payment)
      this.#paymentsByKey.add(paymentKey(payment), payment)
      this.#paymentsByNumber.add(payment.paymentNo, payment)
    } else if (payment.kind === 'refund' || payment.kind === 'conversion') {
      this.#about.add(aboutKey(payment), payment)
    }
  }

  removePayment(payment: PaymentFacts): void {
    this.payments.delete(payment.id)
    this.#paymentsByKey.remove(paymentKey(payment), payment)
    this.#paymentsByNumber.remove(payment.paymentNo, payment)
    this.#about.remove(aboutKey(payment), payment)
  }

  addWaybill(waybill: WaybillFacts): void {
    this.waybills.set(waybill.id, waybill)
    this.#waybillsByKey.add(waybillKey(waybill), waybill)
    this.#waybillsByNumber.add(carrierNumber(waybill), waybill)
  }

  removeWaybill(waybill: WaybillFacts): void {
    this.waybills.delete(waybill.id)
    this.#waybillsByKey.remove(waybillKey(waybill), waybill)
    this.#waybillsByNumber.remove(carrierNumber(waybill), waybill)
  }

  /** A 清单 that is in force: one that was withdrawn or voided must not be added. */
  addList(list: ListFacts): void {
    for (const order of list.orders) this.#lists.add(`o${order}`, list)
    this.#lists.add(`w${carrierNumber(list)}`, list)
  }

  removeList(list: ListFacts): void {
    for (const order of list.orders) this.#lists.remove(`o${order}`, list)
    this.#lists.remove(`w${carrierNumber(list)}`, list)
  }

  /** At most one per order, and each document to one order: of the decisions that stand the latest has it. */
  addManual(manual: ManualMatch): Set<string> {
    const affected = this.removeManual(manual.order)
    for (const id of documentsOf(manual)) {
      const before = this.#givenTo(id)
      if (before !== undefined) affected.add(before)
      this.#giving.add(id, manual)
    }
    this.#manual.set(manual.order, manual)
    for (const id of this.#affectedByManual(manual)) affected.add(id)
    return affected
  }

  removeManual(order: string): Set<string> {
    const manual = this.#manual.get(order)
    if (!manual) return new Set()
    const affected = this.#affectedByManual(manual)
    this.#manual.delete(order)
    for (const id of documentsOf(manual)) {
      this.#giving.remove(id, manual)
      const after = this.#givenTo(id)
      if (after !== undefined) affected.add(after)
    }
    return affected
  }

  /** Id of the order an officer gave a payment or waybill to. */
  #givenTo(id: string): string | undefined {
    let latest: ManualMatch | undefined
    for (const manual of this.#giving.get(id)) if (!latest || manual.at >= latest.at) latest = manual
    return latest?.order
  }

  /** 合单: these orders travel in one parcel, so that one waybill for all of them is no break. */
  addMerge(orders: readonly string[]): void {
    for (const order of orders) this.#merged.set(order, orders)
  }

  /** What bears on one order. */
  candidates(order: OrderFacts): Candidates {
    const twins = this.#twins(order)
    const payments = this.#paymentsOf(order)
    const waybills = this.#waybillsOf(order)
    const known = (other: { platform: string; shop: string }) =>
      [order, ...twins].some((twin) => twin.platform === other.platform && twin.shop === other.shop)
    const unclear = twins.length > 0 && (waybills.length > 0 || payments.some(({ fact }) => !known(fact)))
    const manual = this.#manual.get(order.id)
    const own = twins.length
      ? payments.filter(({ fact, link }) => link === 'manual' || !known(fact) || isOf(order, fact))
      : payments
    return {
      payments: own,
      refunds: this.#refundsOf(order, own),
      waybills,
      ambiguousWith: unclear ? twins : [],
      lists: this.#lists.get(`o${order.id}`),
      cancelledBy: this.#cancelledBy(order),
      mergedWith: this.#mergedWith(order),
      ...(manual && { manual }),
    }
  }

  /** Payments and waybills that no order claims, not even nearly. */
  *orphans(): Generator<PaymentFacts | WaybillFacts> {
    for (const payment of this.payments.values()) {
      if (this.#givenTo(payment.id) === undefined && !this.#ordersByKey.get(paymentKey(payment)).length)
        yield payment
    }
    for (const waybill of this.waybills.values()) {
      if (this.#givenTo(waybill.id) === undefined && !this.#ordersByKey.get(waybillKey(waybill)).length)
        yield waybill
    }
  }

  affectedByOrder(order: OrderFacts): Set<string> {
    const ids = this.#claimants(orderKeys(order))
    if (order.cancels) {
      for (const other of this.#ordersByKey.get(`o${reduceKey(order.cancels)}`)) ids.add(other.id)
    }
    for (const other of this.#merged.get(order.id) ?? []) ids.add(other)
    return ids
  }

  affectedByPayment(payment: PaymentFacts): Set<string> {
    const numbers = [payment.paymentNo, payment.refersTo].filter(Boolean)
    const meant = numbers.flatMap((number) => this.#paymentsByNumber.get(number))
    return this.#affectedBy([payment, ...meant].map((fact) => [fact.id, paymentKey(fact)]))
  }

  affectedByWaybill(waybill: WaybillFacts): Set<string> {
    const meant = this.#waybillsByNumber.get(carrierNumber(waybill))
    return this.#affectedBy([waybill, ...meant].map((fact) => [fact.id, waybillKey(fact)]))
  }

  affectedByList(list: ListFacts): Set<string> {
    const meant = this.#waybillsByNumber.get(carrierNumber(list))
    const ids = this.#affectedBy(meant.map((fact) => [fact.id, waybillKey(fact)]))
    for (const order of list.orders) ids.add(order)
    return ids
  }

  #affectedByManual(manual: ManualMatch): Set<string> {
    const payments = manual.payments.map((id) => this.payments.get(id)).filter((fact) => fact !== undefined)
    const waybills = manual.waybills.map((id) => this.waybills.get(id)).filter((fact) => fact !== undefined)
    const ids = new Set([manual.order])
    for (const fact of payments) for (const id of this.affectedByPayment(fact)) ids.add(id)
    for (const fact of waybills) for (const id of this.affectedByWaybill(fact)) ids.add(id)
    return ids
  }

  #affectedBy(facts: Iterable<readonly [id: string, key: string]>): Set<string> {
    const ids = new Set<string>()
    for (const [id, key] of facts) {
      for (const order of this.#claimants([key])) ids.add(order)
      const given = this.#givenTo(id)
      if (given) ids.add(given)
    }
    return ids
  }

  #claimants(keys: readonly string[]): Set<string> {
    return new Set(keys.flatMap((key) => this.#ordersByKey.get(key)).map(({ id }) => id))
  }

  #twins(order: OrderFacts): OrderFacts[] {
    return this.#ordersByKey
      .get(`o${reduceKey(order.orderNo)}`)
      .filter((other) => other !== order && other.orderNo === order.orderNo && other.kind === 'order')
  }

  /** Exact, given by an officer, or near; near only while no order carries the number exactly as the record writes it. */
  #link(id: string, order: OrderFacts, names: (order: OrderFacts) => boolean, key: string): Link | undefined {
    const given = this.#givenTo(id)
    if (given !== undefined) return given === order.id ? 'manual' : undefined
    if (names(order)) return 'exact'
    return this.#ordersByKey.get(key).some(names) ? undefined : 'near'
  }

  #paymentsOf(order: OrderFacts): PaymentCandidate[] {
    const found: PaymentCandidate[] = []
    for (const fact of this.#meeting(
      order,
      this.#paymentsByKey,
      this.payments,
      (manual) => manual.payments,
    )) {
      const link = this.#link(fact.id, order, (other) => namesPayment(other, fact), paymentKey(fact))
      if (link) {
        const about = [...this.#aboutOf(fact), ...(fact.orderNo ? this.#about.get(paymentKey(fact)) : [])]
        const conversions = about.filter(({ kind }) => kind === 'conversion')
        found.push({ fact, link, conversions, sharedWith: this.#otherPayers(order, fact, link) })
      }
    }
    return found
  }

  #waybillsOf(order: OrderFacts): WaybillCandidate[] {
    const found: WaybillCandidate[] = []
    for (const fact of this.#meeting(
      order,
      this.#waybillsByKey,
      this.waybills,
      (manual) => manual.waybills,
    )) {
      const link = this.#link(fact.id, order, (other) => namesWaybill(other, fact), waybillKey(fact))
      if (link) {
        const lists = this.#lists.get(`w${carrierNumber(fact)}`)
        const declaredBy = lists.filter((list) => !list.orders.includes(order.id)).map(({ copNo }) => copNo)
        found.push({ fact, link, sharedWith: this.#otherShippers(order, fact, link), declaredBy })
      }
    }
    return found
  }

  /** Records under the keys of the order, and those an officer gave it although no key meets. */
  #meeting<T extends { id: string }>(
    order: OrderFacts,
    byKey: MultiMap<T>,
    byId: ReadonlyMap<string, T>,
    ofManual: (manual: ManualMatch) => readonly string[],
  ): Set<T> {
    const found = new Set(orderKeys(order).flatMap((key) => byKey.get(key)))
    const manual = this.#manual.get(order.id)
    for (const id of manual ? ofManual(manual) : []) {
      const given = byId.get(id)
      if (given && this.#givenTo(id) === order.id) found.add(given)
    }
    return found
  }

  #otherPayers(order: OrderFacts, fact: PaymentFacts, link: Link): string[] {
    if (link === 'manual') return []
    const numbers = this.#paymentsByNumber
      .get(fact.paymentNo)
      .filter((other) => this.#givenTo(other.id) === undefined && other.orderNo)
      .map(({ orderNo }) => orderNo)
    const claims = fact.orderNo ? [] : this.#ordersByKey.get(paymentKey(fact)).map(({ orderNo }) => orderNo)
    return others(order, [...numbers, ...claims])
  }

  #otherShippers(order: OrderFacts, fact: WaybillFacts, link: Link): string[] {
    if (link === 'manual') return []
    const numbers = this.#waybillsByNumber
      .get(carrierNumber(fact))
      .filter((other) => this.#givenTo(other.id) === undefined && other.orderNo)
      .map(({ orderNo }) => orderNo)
    const claims = fact.orderNo ? [] : this.#ordersByKey.get(waybillKey(fact)).map(({ orderNo }) => orderNo)
    return others(order, [...numbers, ...claims])
  }

  #refundsOf(order: OrderFacts, payments: readonly PaymentCandidate[]): PaymentFacts[] {
    const direct = this.#about
      .get(`o${reduceKey(order.orderNo)}`)
      .filter((fact) => fact.orderNo === order.orderNo)
    const referring = payments.flatMap(({ fact }) => this.#aboutOf(fact))
    return [...new Set([...direct, ...referring])].filter(({ kind }) => kind === 'refund')
  }

  #aboutOf = (payment: PaymentFacts) => this.#about.get(`p${payment.paymentNo}`)

  #cancelledBy(order: OrderFacts): Candidates['cancelledBy'] {
    const records = this.#cancellations.get(cancellableAs(order)).filter((record) => record !== order)
    if (records.length === 0) return undefined
    return {
      orderNo: records.map(({ orderNo }) => orderNo).join(' '),
      full: cancelsAll(
        order.goods,
        records.map(({ goods }) => goods),
      ),
    }
  }

  #mergedWith(order: OrderFacts): string[] {
    const group = this.#merged.get(order.id) ?? []
    return group
      .filter((id) => id !== order.id)
      .map((id) => this.orders.get(id)?.orderNo)
      .filter((number) => number !== undefined)
  }
}

const documentsOf = ({ payments, waybills }: ManualMatch) => new Set([...payments, ...waybills])

const aboutKey = (fact: PaymentFacts) => (fact.refersTo ? `p${fact.refersTo}` : `o${reduceKey(fact.orderNo)}`)

const isOf = (order: OrderFacts, fact: PaymentFacts) =>
  fact.platform === order.platform && fact.shop === order.shop

const others = (order: OrderFacts, numbers: readonly string[]) => [
  ...new Set(numbers.filter((number) => reduceKey(number) !== reduceKey(order.orderNo))),
]
