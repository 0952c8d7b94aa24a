import type { Text } from '../../model/text'
import { add, cmp, sub, sum } from '../../money/decimal'
import { addDays } from '../../rules/days'
import { positive } from '../amount'
import { DayIndex } from './day-index'
import { onlySubset, totalWindows } from './sums'

/** A credit in the flow that no order is linked to yet. `named`: orders and payments that its remittance text names. */
export type SplitCredit = {
  id: string
  day: string
  currency: string
  amount: string
  /** As it was claimed; '' where nobody said. */
  shop: string
  named: readonly string[]
}
/** A payment of an order, as a payment file tells it; `orderId` may stand without a payment of its own. */
export type SplitPayment = {
  id: string
  orderId: string
  day: string
  currency: string
  amount: string
  shop: string
}
/** So much of a credit is so much of a payment. */
export type Share = { creditId: string; paymentId: string; orderId: string; amount: string; why: Text }
export type Splits = {
  shares: Share[]
  /** Credits that several ways fit: a person chooses. */
  ambiguous: string[]
}

/** Days before a credit in which its payments are looked for; habits of an enterprise, no rules. */
const BATCH_DAYS = 45
const SUBSET_DAYS = 14
/** More candidates than these always have sums that fit by accident. */
const MOST_PAYMENTS = 12
const MOST_CREDITS = 10
const PARTS_DAYS = 30

type Found = { credit: SplitCredit; parts: { payment: SplitPayment; amount: string }[]; why: Text }
/** Ways of one round: those that stand, and the credits that more than one way fits. */
type Round = { found: Found[]; several: string[] }

const byDay = <T extends { day: string; id: string }>(all: readonly T[]): T[] =>
  [...all].sort((a, b) => (a.day !== b.day ? (a.day < b.day ? -1 : 1) : a.id < b.id ? -1 : 1))

/** What of payments and orders serves nothing yet. An order lends at most its price, whatever its payments say. */
class Free {
  readonly #payments = new Map<string, string>()
  readonly #orders: Map<string, string>

  constructor(
    payments: readonly SplitPayment[],
    orders: Readonly<Record<string, string>>,
    used: readonly { paymentId: string; orderId: string; amount: string }[],
  ) {
    this.#orders = new Map(Object.entries(orders))
    for (const { id, amount } of payments) this.#payments.set(id, amount)
    for (const { paymentId, orderId, amount } of used) this.take(paymentId, orderId, amount)
  }

  of({ id, orderId, amount }: SplitPayment): string {
    const [own, order] = [this.ofPayment(id) ?? amount, this.ofOrder(orderId) ?? amount]
    return positive(cmp(own, order) < 0 ? own : order)
  }

  ofPayment(id: string): string | undefined {
    return this.#payments.get(id)
  }

  ofOrder(id: string): string | undefined {
    return this.#orders.get(id)
  }

  take(paymentId: string, orderId: string, amount: string): void {
    const own = this.#payments.get(paymentId)
    if (own !== undefined) this.#payments.set(paymentId, sub(own, amount))
    const order = this.#orders.get(orderId)
    if (order !== undefined) this.#orders.set(orderId, sub(order, amount))
  }
}

/**
 * Credits taken apart into payments of orders, and payments into the credits that paid them: what a remittance names, one
 * payment of the same amount, all payments of some days of a shop, one payment in parts, the only few payments that add up.
 * A credit is taken apart to the cent or not at all; no payment and no order lends more than it has (`used`: what served
 * before). Where several ways fit nothing is proposed. The order of the input does not matter.
 * @param orders price of each order by its number
 */
export function splitCredits(
  credits: readonly SplitCredit[],
  payments: readonly SplitPayment[],
  orders: Readonly<Record<string, string>>,
  used: readonly { paymentId: string; orderId: string; amount: string }[] = [],
): Splits {
  const free = new Free(payments, orders, used)
  const sorted = byDay(payments)
  const shares: Share[] = []
  const ambiguous = new Set<string>()
  let open = byDay(credits)
  for (const round of [byName, byNameInParts, byAmount, byDays, byParts, byFew]) {
    const { found, several } = round(
      open,
      sorted.filter((one) => cmp(free.of(one), '0') > 0),
      free,
    )
    for (const id of several) ambiguous.add(id)
    const done = new Set<string>()
    for (const { credit, parts, why } of withoutConflicts(found, free, ambiguous)) {
      done.add(credit.id)
      for (const { payment, amount } of parts) {
        free.take(payment.id, payment.orderId, amount)
        shares.push({ creditId: credit.id, paymentId: payment.id, orderId: payment.orderId, amount, why })
      }
    }
    open = open.filter(({ id }) => !done.has(id))
  }
  const left = new Set(open.map(({ id }) => id))
  return { shares, ambiguous: [...ambiguous].filter((id) => left.has(id)).sort() }
}

/** Ways that together want more of a payment or order than it has stand all aside: which of them is right, nobody knows here. */
function withoutConflicts(found: readonly Found[], free: Free, ambiguous: Set<string>): Found[] {
  const [payments, orders] = [new Map<string, string>(), new Map<string, string>()]
  const want = (of: Map<string, string>, id: string, amount: string) =>
    of.set(id, add(of.get(id) ?? '0', amount))
  for (const { payment, amount } of found.flatMap(({ parts }) => parts)) {
    want(payments, payment.id, amount)
    want(orders, payment.orderId, amount)
  }
  const over = (wanted: string | undefined, lent: string | undefined) =>
    wanted !== undefined && lent !== undefined && cmp(wanted, lent) > 0
  return found.filter(({ credit, parts }) => {
    const clash = parts.some(
      ({ payment: { id, orderId } }) =>
        over(payments.get(id), free.ofPayment(id)) || over(orders.get(orderId), free.ofOrder(orderId)),
    )
    if (clash) ambiguous.add(credit.id)
    return !clash
  })
}

const wholeOf = (payment: SplitPayment, free: Free) => ({ payment, amount: free.of(payment) })

/** Payments in the currency of a credit that its remittance names, each once and in their order. */
function nameIndex(payments: readonly SplitPayment[]): (credit: SplitCredit) => SplitPayment[] {
  const byName = new Map<string, SplitPayment[]>()
  const put = (name: string, one: SplitPayment) => {
    const known = byName.get(name)
    if (known) known.push(one)
    else byName.set(name, [one])
  }
  for (const one of payments) {
    put(one.id, one)
    if (one.orderId !== one.id) put(one.orderId, one)
  }
  return ({ named, currency }) =>
    byDay([
      ...new Set(named.flatMap((name) => byName.get(name) ?? []).filter((one) => one.currency === currency)),
    ])
}

/** The remittance names them, and together they are the amount. */
function byName(credits: readonly SplitCredit[], payments: readonly SplitPayment[], free: Free): Round {
  const namedBy = nameIndex(payments)
  const found = credits.flatMap((credit): Found[] => {
    const parts = namedBy(credit).map((payment) => wholeOf(payment, free))
    if (parts.length === 0 || cmp(sum(parts.map(({ amount }) => amount)), credit.amount) !== 0) return []
    const listed = parts.map(({ payment }) => payment.orderId)
    return [
      {
        credit,
        parts,
        why: {
          zh: `附言写明 ${shortly(listed)}，${parts.length} 笔未用金额合计 ${credit.amount}，等于入账金额`,
          en: `The remittance names ${shortly(listed)}; ${parts.length} payments are unused with ${credit.amount} together, the amount credited`,
        },
      },
    ]
  })
  return { found, several: [] }
}

/** The remittance names one order and pays a part of it; earlier credits take first. */
function byNameInParts(
  credits: readonly SplitCredit[],
  payments: readonly SplitPayment[],
  free: Free,
): Round {
  const found: Found[] = []
  const several: string[] = []
  const namedBy = nameIndex(payments)
  const groups = new Map<string, { payment: SplitPayment; credits: SplitCredit[] }>()
  for (const credit of credits) {
    const fits = namedBy(credit)
    const [payment] = fits
    if (!payment || fits.length !== 1) continue
    const group = groups.get(payment.id) ?? { payment, credits: [] }
    group.credits.push(credit)
    groups.set(payment.id, group)
  }
  for (const { payment, credits: of } of groups.values()) {
    const lent = free.of(payment)
    if (cmp(sum(of.map(({ amount }) => amount)), lent) > 0) {
      if (of.length > 1) several.push(...of.map(({ id }) => id))
      continue
    }
    let left = lent
    for (const [at, credit] of of.entries()) {
      const before = left
      left = sub(left, credit.amount)
      found.push({
        credit,
        parts: [{ payment, amount: credit.amount }],
        why: {
          zh: `附言写明订单 ${payment.orderId}，分 ${of.length} 笔到账的第 ${at + 1} 笔：未收 ${before}，本笔 ${credit.amount}，余 ${left}`,
          en: `The remittance names order ${payment.orderId}; credit ${at + 1} of ${of.length}: ${before} was open, this one pays ${credit.amount}, ${left} is left`,
        },
      })
    }
  }
  return { found, several }
}

const sameShop = ({ shop: a }: SplitCredit, { shop: b }: SplitPayment): boolean =>
  a === '' || b === '' || a === b

/** One payment alone has the amount. */
function byAmount(credits: readonly SplitCredit[], payments: readonly SplitPayment[], free: Free): Round {
  const groups = new Map<string, SplitPayment[]>()
  for (const one of payments) {
    const key = `${one.currency} ${plain(free.of(one))}`
    const known = groups.get(key)
    if (known) known.push(one)
    else groups.set(key, [one])
  }
  const found: Found[] = []
  const several: string[] = []
  for (const credit of credits) {
    const fits = (groups.get(`${credit.currency} ${plain(credit.amount)}`) ?? []).filter(
      (payment) => sameShop(credit, payment) && (payment.day === '' || payment.day <= credit.day),
    )
    const [payment] = fits
    if (!payment) continue
    if (fits.length > 1) {
      several.push(credit.id)
      continue
    }
    found.push({
      credit,
      parts: [wholeOf(payment, free)],
      why: {
        zh: `金额 ${credit.amount} ${credit.currency} 相同的未用收款单只有 ${payment.id}（订单 ${payment.orderId}）`,
        en: `${payment.id} of order ${payment.orderId} alone is unused and has ${credit.amount} ${credit.currency}`,
      },
    })
  }
  return { found, several }
}

/** All payments of a shop on some days that follow each other: what a platform or institution pays out in one sum. */
function byDays(credits: readonly SplitCredit[], payments: readonly SplitPayment[], free: Free): Round {
  const groups = new Map<string, Map<string, SplitPayment[]>>()
  for (const one of payments) {
    if (one.day === '') continue
    const key = `${one.currency}\n${one.shop}`
    const days = groups.get(key) ?? new Map<string, SplitPayment[]>()
    groups.set(key, days)
    const known = days.get(one.day)
    if (known) known.push(one)
    else days.set(one.day, [one])
  }
  const shops = [...groups].map(([key, days]) => {
    const [currency = '', shop = ''] = key.split('\n')
    const totals = [...days].map(([day, own]) => ({ day, own, total: sum(own.map((one) => free.of(one))) }))
    return { currency, shop, totals }
  })
  const found: Found[] = []
  const several: string[] = []
  for (const credit of credits) {
    const from = addDays(credit.day, -BATCH_DAYS)
    const ways = shops.flatMap(({ currency, shop, totals }) =>
      currency === credit.currency && (credit.shop === '' || shop === credit.shop)
        ? totalWindows(
            totals.filter(({ day }) => day >= from && day <= credit.day),
            credit.amount,
          ).map((days) => ({ shop, days }))
        : [],
    )
    const [way] = ways
    if (!way) continue
    if (ways.length > 1) {
      several.push(credit.id)
      continue
    }
    const own = way.days.flatMap((day) => day.own)
    const [first, last] = [way.days[0]!.day, way.days.at(-1)!.day]
    found.push({
      credit,
      parts: own.map((payment) => wholeOf(payment, free)),
      why: {
        zh: `店铺 ${way.shop} ${first} 至 ${last} 全部未用收款单 ${own.length} 笔，合计 ${credit.amount} ${credit.currency}，等于入账金额；${BATCH_DAYS} 天内只有这一段相符`,
        en: `All ${own.length} unused payments of shop ${way.shop} from ${first} to ${last} make ${credit.amount} ${credit.currency}, the amount credited; no other days of ${BATCH_DAYS} do`,
      },
    })
  }
  return { found, several }
}

/** One payment that came in several credits: the only few of its time that add up to it. */
function byParts(credits: readonly SplitCredit[], payments: readonly SplitPayment[], free: Free): Round {
  const found: Found[] = []
  const several: string[] = []
  const unnamed = new DayIndex(credits.filter(({ named }) => named.length === 0))
  for (const payment of payments) {
    const { day, currency } = payment
    if (day === '') continue
    const lent = free.of(payment)
    const near = unnamed.few(
      { currency, from: day, to: addDays(day, PARTS_DAYS) },
      (credit) => sameShop(credit, payment) && cmp(credit.amount, lent) < 0,
      MOST_CREDITS,
    )
    if (!near || near.length < 2) continue
    const only = onlySubset(near, ({ amount }) => amount, lent)
    if (only === 'several') several.push(...near.map(({ id }) => id))
    if (!only || only === 'several') continue
    for (const [at, credit] of only.entries()) {
      found.push({
        credit,
        parts: [{ payment, amount: credit.amount }],
        why: {
          zh: `收款单 ${payment.id}（订单 ${payment.orderId}）${lent} 分 ${only.length} 笔到账，本笔第 ${at + 1} 笔；${PARTS_DAYS} 天内只有这几笔相加相符`,
          en: `Payment ${payment.id} of order ${payment.orderId}, ${lent}, came in ${only.length} credits, this is number ${at + 1}; no other credits within ${PARTS_DAYS} days add up to it`,
        },
      })
    }
  }
  return { found, several }
}

/** The only few payments of the days before that add up to the credit. */
function byFew(credits: readonly SplitCredit[], payments: readonly SplitPayment[], free: Free): Round {
  const found: Found[] = []
  const several: string[] = []
  const days = new DayIndex(payments)
  for (const credit of credits) {
    const { day, currency } = credit
    const near = days.few(
      { currency, from: addDays(day, -SUBSET_DAYS), to: day },
      (payment) => sameShop(credit, payment) && cmp(free.of(payment), credit.amount) < 0,
      MOST_PAYMENTS,
    )
    if (!near || near.length < 2) continue
    const only = onlySubset(near, (payment) => free.of(payment), credit.amount)
    if (only === 'several') several.push(credit.id)
    if (!only || only === 'several') continue
    found.push({
      credit,
      parts: only.map((payment) => wholeOf(payment, free)),
      why: {
        zh: `${SUBSET_DAYS} 天内 ${near.length} 笔未用收款单中只有这 ${only.length} 笔合计 ${credit.amount} ${credit.currency}，等于入账金额`,
        en: `Of ${near.length} unused payments within ${SUBSET_DAYS} days only these ${only.length} make ${credit.amount} ${credit.currency}, the amount credited`,
      },
    })
  }
  return { found, several }
}

const shown = 5
const shortly = (names: readonly string[]): string =>
  names.length <= shown ? names.join(' ') : `${names.slice(0, shown).join(' ')} … (${names.length})`
const plain = (amount: string): string => (amount.includes('.') ? amount.replace(/\.?0+$/, '') : amount)
