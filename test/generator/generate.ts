import type { BreakKind } from '#shared/matching/break'
import type { Order } from '#shared/model/order'
import type { Payment } from '#shared/model/payment'
import type { Waybill } from '#shared/model/waybill'
import { Random } from '../sim/random'
import { plantNames, plants, type Plant } from './plants'

/** One line of the truth file. `orderNo` is the number under which the break is reported. */
export type Truth = { orderNo: string; plant: Plant; finds?: BreakKind }

/** What the generator decides for one order, before it writes anything. */
export type Planned = { order: Order; plant?: Plant }

const FOREIGN = { USD: 'EUR', EUR: 'USD', GBP: 'EUR' } as Record<string, string>
const DAY = 86_400_000
const source = { profile: 'generator', firstRow: 2, lastRow: 2 }

/** Amount in hundredths by floating point, on purpose not by the code under test. */
export function hundredths(order: Order): number {
  if (order.total !== undefined) return Math.round(Number(order.total) * 100)
  const lines = order.lines.reduce((sum, line) => {
    const value = line.amount === undefined ? Number(line.quantity) * Number(line.price) : Number(line.amount)
    return sum + value - Number(line.discount ?? 0)
  }, 0)
  const all = lines + Number(order.freight ?? 0) + Number(order.tax ?? 0) - Number(order.discount ?? 0)
  return Math.round(all * 100)
}

const text = (cents: number) => (cents / 100).toFixed(2)

const isShipped = (order: Order) =>
  order.lines.some((line) => line.class === 'goods' && Number(line.quantity) > 0)

/** Numbers with letters can differ in case, others cannot. */
const fits = (plant: Plant, order: Order) => {
  if (plant.endsWith('key-case')) return /[a-z]/i.test(order.orderNo)
  return true
}

/** Choose the plants of all orders. Orders that nobody pays or ships get none. */
export function plan(orders: Iterable<Order>, seed: number): Planned[] {
  const random = new Random(seed)
  const planned: Planned[] = []
  for (const order of orders) {
    if (order.kind !== 'order') continue
    const roll = random.next() * 1000
    let reached = 0
    const plant = plantNames.find((name) => (reached += plants[name].share) > roll)
    const sound = isShipped(order) && hundredths(order) > 100 && order.currency !== undefined
    planned.push({ order, ...(plant && sound && fits(plant, order) && { plant }) })
  }
  return planned
}

/** The truth as it is written before any data: every planted order once, with what must be found. */
export const truthOf = (planned: readonly Planned[]): Truth[] =>
  planned.flatMap(({ order, plant }): Truth[] => {
    if (!plant) return []
    const { finds } = plants[plant]
    const orderNo = plant.endsWith('-orphan') ? strangeNumber(order) : order.orderNo
    return [{ orderNo, plant, ...(finds && { finds }) }]
  })

/** A number that no order has. */
const strangeNumber = (order: Order) => `NO-SUCH-${order.orderNo.replace(/[^0-9a-z]/gi, '')}`

type Draft = { payments: Payment[]; waybills: Waybill[] }

/** Payments and waybills of one order with its plant worked in. */
export function documentsOf({ order, plant }: Planned, random: Random): Draft {
  const amount = hundredths(order)
  const payments = amount > 0 ? [payment(order, amount)] : []
  const waybills = isShipped(order) ? [waybill(order, random)] : []
  if (plant) work[plant]?.({ order, amount, payments, waybills, random })
  return { payments, waybills }
}

type Work = Draft & { order: Order; amount: number; random: Random }

const first = <T>(items: T[]): T => {
  const [item] = items
  if (item === undefined) throw new Error('nothing to plant in')
  return item
}

const work: Partial<Record<Plant, (at: Work) => void>> = {
  'payment-missing': ({ payments }) => payments.splice(0),
  'payment-short': ({ payments, amount }) =>
    (first(payments).amount = text(amount - Math.max(1, Math.floor(amount * 0.04)))),
  'payment-under': ({ payments, amount }) =>
    (first(payments).amount = text(amount - Math.ceil(amount * 0.1) - 6)),
  'payment-over': ({ payments, amount }) => (first(payments).amount = text(amount + 1)),
  'payment-currency': ({ payments, order }) => (first(payments).currency = foreign(order)),
  'payment-duplicate': ({ payments, order, amount }) => payments.push(payment(order, amount, '-B')),
  'payment-exported-twice': ({ payments }) => payments.push({ ...first(payments) }),
  'payment-late': ({ payments, order, random }) => dated(first(payments), order, random.int(21, 90)),
  'payment-shared': ({ payments }) =>
    payments.push({ ...first(payments), orderNo: `${first(payments).orderNo}-X` }),
  'payment-key-case': ({ payments }) => respell(first(payments), otherCase),
  'payment-key-blank': ({ payments }) => respell(first(payments), blanked),
  'payment-key-width': ({ payments }) => respell(first(payments), widened),
  'payment-key-mark': ({ payments }) =>
    respell(first(payments), (number) => (number.startsWith('#') ? number.slice(1) : `#${number}`)),
  'refund-part': ({ payments, order, amount }) =>
    payments.push(refund(first(payments), order, Math.ceil(amount / 3))),
  'refund-full': ({ payments, order, amount }) => payments.push(refund(first(payments), order, amount)),
  'waybill-missing': ({ waybills }) => waybills.splice(0),
  'waybill-shared': ({ waybills }) =>
    waybills.push({ ...first(waybills), orderNo: `${first(waybills).orderNo}-X` }),
  'waybill-key-case': ({ waybills }) => respell(first(waybills), otherCase),
  'waybill-key-blank': ({ waybills }) => respell(first(waybills), blanked),
  'waybill-key-width': ({ waybills }) => respell(first(waybills), widened),
  'payment-orphan': ({ payments, order, amount }) =>
    payments.push({ ...payment(order, amount, '-O'), orderNo: strangeNumber(order) }),
  'waybill-orphan': ({ waybills, order, random }) =>
    waybills.push({ ...waybill(order, random, 'O'), orderNo: strangeNumber(order) }),
  'paid-in-another-currency': ({ payments, order, amount, random }) =>
    convert(payments, order, amount, random),
  'two-parcels': ({ waybills, order, random }) => waybills.push(waybill(order, random, 'B')),
  'paid-in-two-parts': ({ payments, order, amount }) => {
    const deposit = Math.ceil(amount / 4)
    first(payments).amount = text(deposit)
    payments.push(payment(order, amount - deposit, '-B'))
  },
  'net-of-fee': ({ payments, amount }) => {
    const fee = Math.ceil(amount * 0.06)
    Object.assign(first(payments), { amount: text(amount - fee), fee: text(fee) })
  },
}

function payment(order: Order, cents: number, suffix = ''): Payment {
  const made: Payment = {
    record: 'payment',
    kind: 'payment',
    platform: order.platform,
    shop: order.shop,
    paymentNo: `PAY${order.orderNo.replace(/[^0-9a-z]/gi, '')}${suffix}`,
    orderNo: order.orderNo,
    amount: text(cents),
    currency: order.currency,
    source,
  }
  dated(made, order, 1)
  return made
}

function dated(made: Payment, order: Order, days: number): void {
  const ordered = order.orderedAt ?? (order.businessDay && `${order.businessDay}T04:00:00Z`)
  if (ordered === undefined) return
  const paid = new Date(Date.parse(ordered) + days * DAY).toISOString()
  Object.assign(made, {
    paidAt: paid,
    businessDay: new Date(Date.parse(paid) + DAY / 3).toISOString().slice(0, 10),
  })
}

function refund(paid: Payment, order: Order, cents: number): Payment {
  return {
    ...payment(order, cents, '-R'),
    kind: 'refund',
    amount: `-${text(cents)}`,
    refersTo: paid.paymentNo,
  }
}

const foreign = (order: Order) => FOREIGN[order.currency ?? ''] ?? 'USD'

/** Paid abroad and converted by the institution: two lines that refer to the payment. */
function convert(payments: Payment[], order: Order, amount: number, random: Random): void {
  const paid = first(payments)
  const cents = Math.round(amount * (0.7 + random.next()))
  Object.assign(paid, { amount: text(cents), currency: foreign(order) })
  const leg = (suffix: string, value: number, currency: string | undefined): Payment => ({
    ...payment(order, value, suffix),
    kind: 'conversion',
    amount: text(value),
    currency,
    refersTo: paid.paymentNo,
  })
  payments.push(leg('-C1', -cents, foreign(order)), leg('-C2', amount, order.currency))
}

function waybill(order: Order, random: Random, prefix = ''): Waybill {
  return {
    record: 'waybill',
    kind: 'waybill',
    logisticsCode: 'YGEXPRESS1',
    logisticsNo: `LP${prefix}${order.orderNo
      .replace(/[^0-9a-z]/gi, '')
      .toUpperCase()
      .padStart(10, '0')}`,
    orderNo: order.orderNo,
    grossWeight: (random.int(200, 20_000) / 1000).toFixed(3),
    packNo: 1,
    source,
  }
}

function respell(made: { orderNo?: string }, write: (number: string) => string): void {
  made.orderNo = write(made.orderNo ?? '')
}

const otherCase = (number: string) =>
  number === number.toUpperCase() ? number.toLowerCase() : number.toUpperCase()
const blanked = (number: string) => `${number.slice(0, -2)} ${number.slice(-2)}`
const widened = (number: string) =>
  number.replace(/[!-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0))

/** Everything for a list of orders: the truth, and the documents in which it is hidden. Same seed, same result. */
export function generate(orders: Iterable<Order>, seed: number) {
  const planned = plan(orders, seed)
  const random = new Random(seed + 1)
  return {
    truth: truthOf(planned),
    documents: function* () {
      for (const one of planned) yield documentsOf(one, random)
    },
  }
}
