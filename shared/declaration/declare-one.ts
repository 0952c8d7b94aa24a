import { tableOf } from '../ceb/tables'
import { round, mul, sum } from '../money/decimal'
import type { Goods } from '../model/goods'
import { directionOf } from '../model/mode'
import type { Order } from '../model/order'
import type { Payment } from '../model/payment'
import type { Waybill } from '../model/waybill'
import type { BuildFault } from './build-fault'
import { sourceFault } from './build-fault'
import { buildList, type BuildInput, type BuildResult } from './build-list'
import type { DeclaredOrder } from './declared-order'
import { declareOrder } from './declare-order'
import type { LineContext } from './lines'
import { mergeOrders } from './merge'
import { orderTexts } from './order-texts'
import { joinPayments, sharePayment, shareWaybill, type JoinedPayment } from './parcels'
import { retailTexts } from './retail-import/retail-texts'
import type { Sourced } from './sourced'
import { applySplit, planSplit, type SplitPart } from './split'

export type DeclareInput = Omit<BuildInput, 'order' | 'waybill' | 'payment' | 'copNo'> & {
  /** One order, or the orders of a 合单. */
  orders: readonly Sourced<Order>[]
  /** Every waybill 对碰 gave to them; the same number twice is one parcel. */
  waybills: readonly Sourced<Waybill>[]
  /** Every payment 对碰 gave to them: instalments and the payments of merged orders are one 收款单. */
  payments?: readonly Sourced<Payment>[]
  lines?: Pick<LineContext, 'cancellations'>
  /** Decisions about gift lines that differ from the enterprise's rule: by id of the order, then by row. */
  giftDecisions?: ReadonlyMap<string, NonNullable<LineContext['giftDecisions']>>
  /** Declared number of a 合单; by default that of the first order. */
  mergedNo?: string
  /** A 拆单 made by hand; without it the automatic one is used where it is needed. */
  plan?: readonly SplitPart[]
  /** Whether another order has this number already. */
  isTaken?: (orderNo: string) => boolean
  /** The next copNo; called once for each 清单 that is really built. */
  copNo: () => string
}

export type Part = { orderNo: string; result: BuildResult }

/**
 * From imported orders to their 清单: choose the lines, merge, split, share waybill and payment, build. One result per
 * part; when any part is refused none of them gets a number, because a half-declared order cannot be matched.
 */
export function declareOne(input: DeclareInput): { parts: Part[]; faults: BuildFault[] } {
  const { parts, faults: refused } = declareParts(input)
  if (refused) return { parts: [], faults: refused }
  const built = parts.map((part) => ({
    orderNo: part.order.orderNo,
    result: buildList({ ...input, ...part, copNo: UNNUMBERED }),
  }))
  const faults = built.flatMap(({ result }) => result.faults ?? [])
  return { parts: faults.length ? built : built.map((part) => numbered(part, input.copNo)), faults }
}

/** Stands for the number until it is known that all parts can be built, so that numbers have no gaps. */
const UNNUMBERED = '-'

function numbered(part: Part, copNo: () => string): Part {
  const { list } = part.result
  if (!list) return part
  const number = copNo()
  const { inventory } = list.documents
  const documents = {
    ...list.documents,
    inventory: { ...inventory, head: { ...inventory.head, copNo: number } },
  }
  return { ...part, result: { list: { ...list, copNo: number, documents } } }
}

/**
 * The declared orders of a 清单 or of all parts of a 拆单, each with its waybill and payment: what a 清单 is built from,
 * and built from again when a source of it was mended.
 */
export function declareParts(
  input: DeclarePartsInput,
): { parts: Documents[]; faults?: undefined } | { faults: BuildFault[]; parts?: undefined } {
  const declared = declareAll(input)
  if ('faults' in declared) return { faults: declared.faults }
  const parts = partsOf(input, declared)
  return 'rule' in parts ? { faults: [parts] } : { parts }
}

type DeclarePartsInput = Omit<DeclareInput, 'copNo'>

export type Documents = { order: DeclaredOrder; waybill: Sourced<Waybill>; payment?: JoinedPayment }

function declareAll(input: DeclarePartsInput): DeclaredOrder | { faults: BuildFault[] } {
  const goods = { get: (sku: string) => input.goods.get(sku)?.value }
  const direction = directionOf(input.template.value.tradeMode)
  const context = { ...input.lines, goods, gifts: input.settings.gifts, direction }
  const each = input.orders.map((order) => {
    const giftDecisions = input.giftDecisions?.get(order.id)
    return {
      order: order.value,
      declared: declareOrder(order, { ...context, ...(giftDecisions && { giftDecisions }) }),
    }
  })
  const faults = each.flatMap(({ declared }) => declared.faults ?? [])
  if (faults.length) return { faults }
  const ready = each.flatMap(({ order, declared }) =>
    declared.faults ? [] : [{ order, declared: declared.order }],
  )
  const [, second] = ready
  if (direction === 'import' && second) return { faults: [refuse(second.declared, retailTexts.merged, '')] }
  const merged = mergeOrders(ready, input.mergedNo)
  return 'rule' in merged ? { faults: [merged] } : merged
}

function partsOf(input: DeclarePartsInput, order: DeclaredOrder): Documents[] | BuildFault {
  const parcels = distinct(input.waybills)
  const payment = joinPayments(input.payments ?? [], order.currency)
  const [first] = parcels
  if (!first) return refuse(order, orderTexts.noWaybill, '')
  if (order.retail) return undivided(input, order, parcels) ?? onePart(order, first, payment)
  const weights = parcels.map(({ id, value }) => ({ id, grossWeight: value.grossWeight }))
  const pieceWeight = (sku: string) => input.goods.get(sku)?.value.netWeight
  const plan = input.plan ?? planSplit(order, weights, pieceWeight, input.isTaken)
  if (!plan) return onePart(order, first, payment)
  if ('rule' in plan) return plan
  const orders = applySplit(order, plan, input.isTaken)
  if ('rule' in orders) return orders
  const waybills = waybillsOf(input, orders, plan, parcels)
  if ('rule' in waybills) return waybills
  const worth = orders.map(({ lines }) => sum(lines.map(({ amount }) => amount)))
  const payments = payment ? sharePayment(payment.value, worth) : []
  return orders.map((part, at) => ({
    order: part,
    waybill: waybills[at] as Sourced<Waybill>,
    ...(payment && { payment: { ...payment, value: payments[at] as Payment } }),
  }))
}

const onePart = (
  order: DeclaredOrder,
  waybill: Sourced<Waybill>,
  payment: JoinedPayment | undefined,
): Documents[] => [{ order, waybill, ...(payment && { payment }) }]

/** What would divide an order of retail import, which is paid, shipped and declared as a whole. */
function undivided(
  { payments = [] }: DeclarePartsInput,
  order: DeclaredOrder,
  parcels: readonly Sourced<Waybill>[],
): BuildFault | undefined {
  const numbers = parcels.map(({ value }) => value.logisticsNo).join(' ')
  if (parcels.length > 1) return refuse(order, retailTexts.severalWaybills, numbers)
  if (payments.length > 1) return refuse(order, retailTexts.severalPayments, `${payments.length}`)
  const most = tableOf('CEB621').lines?.occurs.max ?? 0
  if (order.lines.length > most)
    return refuse(order, retailTexts.tooManyLines, `${order.lines.length} > ${most}`)
  return undefined
}

/** A waybill for each part: its own, or a share of the one it has in common with other parts. */
function waybillsOf(
  { settings, goods }: DeclarePartsInput,
  orders: readonly DeclaredOrder[],
  plan: readonly SplitPart[],
  parcels: readonly Sourced<Waybill>[],
): Sourced<Waybill>[] | BuildFault {
  const found: Sourced<Waybill>[] = []
  for (const parcel of parcels) {
    const mine = plan.flatMap((part, at) => ((part.waybill ?? parcels[0]?.id) === parcel.id ? [at] : []))
    if (mine.length > 1 && settings.partWaybills === 'refuse') {
      return refuse(
        orders[0] as DeclaredOrder,
        orderTexts.tooFewWaybills,
        `${parcels.length} < ${plan.length}`,
      )
    }
    const shares =
      mine.length > 1
        ? shareWaybill(
            parcel.value,
            mine.map((at) => calculated(orders[at] as DeclaredOrder, goods)),
          )
        : [parcel.value]
    mine.forEach((at, n) => (found[at] = { ...parcel, value: shares[n] as Waybill }))
  }
  const without = orders.find((_, at) => found[at] === undefined)
  return without ? refuse(without, orderTexts.noWaybill, without.orderNo) : found
}

const calculated = (order: DeclaredOrder, goods: ReadonlyMap<string, Sourced<Goods>>) =>
  round(
    sum(order.lines.map(({ sku, quantity }) => mul(quantity, goods.get(sku)?.value.grossWeight ?? '0'))),
    5,
  )

function distinct(waybills: readonly Sourced<Waybill>[]): Sourced<Waybill>[] {
  return [...new Map(waybills.map((waybill) => [waybill.value.logisticsNo, waybill])).values()]
}

const refuse = (order: DeclaredOrder, words: Parameters<typeof sourceFault>[0], value: string) =>
  sourceFault(words, { record: 'order', key: order.orderNo, field: 'waybills' }, value)
