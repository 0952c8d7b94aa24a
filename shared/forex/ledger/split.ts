import type { Text } from '../../model/text'
import { addDays } from '../../rules/days'
import { DayIndex } from './day-index'
import { amountOf, onlySubset, totalWindows, unitsOf } from './sums'

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

/** What is left of a payment or an order, and what a round wants of it. */
type Slot = { left: bigint; wanted: bigint }
/** A payment on its way; an order lends at most its price, whatever its payments say. */
type Line = SplitPayment & { own: Slot; order: Slot | undefined }
type Found = { credit: SplitCredit; parts: { line: Line; units: bigint }[]; why: Text }
/** Ways of one round: those that stand, and the credits that more than one way fits. */
type Round = { found: Found[]; several: string[] }

const byDay = <T extends { day: string; id: string }>(all: readonly T[]): T[] =>
  [...all].sort((a, b) => (a.day !== b.day ? (a.day < b.day ? -1 : 1) : a.id < b.id ? -1 : 1))

/** What of payments and orders serves nothing yet, in the order of their days. */
function linesOf(
  payments: readonly SplitPayment[],
  prices: Readonly<Record<string, string>>,
  used: readonly { paymentId: string; orderId: string; amount: string }[],
): Line[] {
  const slots = new Map<string, Slot>()
  const orders = new Map<string, Slot>()
  const orderOf = (id: string): Slot | undefined => {
    const known = orders.get(id)
    const price = prices[id]
    if (known || price === undefined) return known
    const slot = { left: unitsOf(price), wanted: 0n }
    orders.set(id, slot)
    return slot
  }
  const lines = byDay(payments).map((payment): Line => {
    const own = { left: unitsOf(payment.amount), wanted: 0n }
    slots.set(payment.id, own)
    const { id, orderId, day, currency, amount, shop } = payment
    return { id, orderId, day, currency, amount, shop, own, order: orderOf(orderId) }
  })
  for (const { paymentId, orderId, amount } of used) {
    const units = unitsOf(amount)
    for (const slot of [slots.get(paymentId), orderOf(orderId)]) if (slot) slot.left -= units
  }
  return lines.filter((line) => freeOf(line) > 0n)
}

function freeOf({ own, order }: Line): bigint {
  const least = order && order.left < own.left ? order.left : own.left
  return least > 0n ? least : 0n
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
  const shares: Share[] = []
  const ambiguous = new Set<string>()
  let open = byDay(credits)
  let unused = linesOf(payments, orders, used)
  for (const round of [byName, byNameInParts, byAmount, byDays, byParts, byFew]) {
    if (open.length === 0) break
    const { found, several } = round(open, unused)
    for (const id of several) ambiguous.add(id)
    const done = new Set<string>()
    for (const { credit, parts, why } of withoutConflicts(found, ambiguous)) {
      done.add(credit.id)
      for (const { line, units } of parts) {
        const amount = units === unitsOf(line.amount) ? line.amount : amountOf(units)
        line.own.left -= units
        if (line.order) line.order.left -= units
        const { id: paymentId, orderId } = line
        shares.push({ creditId: credit.id, paymentId, orderId, amount, why })
      }
    }
    if (done.size === 0) continue
    open = open.filter(({ id }) => !done.has(id))
    unused = unused.filter((line) => freeOf(line) > 0n)
  }
  const left = new Set(open.map(({ id }) => id))
  return { shares, ambiguous: [...ambiguous].filter((id) => left.has(id)).sort() }
}

/** Ways that together want more of a payment or order than it has stand all aside: which of them is right, nobody knows here. */
function withoutConflicts(found: readonly Found[], ambiguous: Set<string>): Found[] {
  const each = (work: (slot: Slot, units: bigint) => void) => {
    for (const { parts } of found) {
      for (const { line, units } of parts) {
        work(line.own, units)
        if (line.order) work(line.order, units)
      }
    }
  }
  each((slot) => (slot.wanted = 0n))
  each((slot, units) => (slot.wanted += units))
  const over = (slot: Slot | undefined) => slot !== undefined && slot.wanted > slot.left
  return found.filter(({ credit, parts }) => {
    const clash = parts.some(({ line }) => over(line.own) || over(line.order))
    if (clash) ambiguous.add(credit.id)
    return !clash
  })
}

const totalOf = (parts: readonly { units: bigint }[]): bigint =>
  parts.reduce((total, { units }) => total + units, 0n)

const wholeOf = (line: Line) => ({ line, units: freeOf(line) })

/** Payments in the currency of a credit that its remittance names, each once and in their order. */
function nameIndex(lines: readonly Line[], credits: readonly SplitCredit[]): (credit: SplitCredit) => Line[] {
  // Payments are many and names few.
  const names = new Set(credits.flatMap(({ named }) => named))
  const byName = new Map<string, Line[]>()
  const put = (name: string, one: Line) => {
    if (!names.has(name)) return
    const known = byName.get(name)
    if (known) known.push(one)
    else byName.set(name, [one])
  }
  for (const one of lines) {
    put(one.id, one)
    if (one.orderId !== one.id) put(one.orderId, one)
  }
  return ({ named, currency }) =>
    byDay([
      ...new Set(named.flatMap((name) => byName.get(name) ?? []).filter((one) => one.currency === currency)),
    ])
}

/** The remittance names them, and together they are the amount. */
function byName(credits: readonly SplitCredit[], lines: readonly Line[]): Round {
  const namedBy = nameIndex(lines, credits)
  const found = credits.flatMap((credit): Found[] => {
    const parts = namedBy(credit).map((payment) => wholeOf(payment))
    if (parts.length === 0 || totalOf(parts) !== unitsOf(credit.amount)) return []
    const listed = parts.map(({ line }) => line.orderId)
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
function byNameInParts(credits: readonly SplitCredit[], lines: readonly Line[]): Round {
  const found: Found[] = []
  const several: string[] = []
  const namedBy = nameIndex(lines, credits)
  const groups = new Map<string, { payment: Line; credits: SplitCredit[] }>()
  for (const credit of credits) {
    const fits = namedBy(credit)
    const [payment] = fits
    if (!payment || fits.length !== 1) continue
    const group = groups.get(payment.id) ?? { payment, credits: [] }
    group.credits.push(credit)
    groups.set(payment.id, group)
  }
  for (const { payment, credits: of } of groups.values()) {
    const lent = freeOf(payment)
    if (totalOf(of.map(({ amount }) => ({ units: unitsOf(amount) }))) > lent) {
      if (of.length > 1) several.push(...of.map(({ id }) => id))
      continue
    }
    let left = lent
    for (const [at, credit] of of.entries()) {
      const before = left
      const units = unitsOf(credit.amount)
      left -= units
      const [open, rest] = [amountOf(before), amountOf(left)]
      found.push({
        credit,
        parts: [{ line: payment, units }],
        why: {
          zh: `附言写明订单 ${payment.orderId}，分 ${of.length} 笔到账的第 ${at + 1} 笔：未收 ${open}，本笔 ${credit.amount}，余 ${rest}`,
          en: `The remittance names order ${payment.orderId}; credit ${at + 1} of ${of.length}: ${open} was open, this one pays ${credit.amount}, ${rest} is left`,
        },
      })
    }
  }
  return { found, several }
}

const sameShop = ({ shop: a }: SplitCredit, { shop: b }: SplitPayment): boolean =>
  a === '' || b === '' || a === b

/** One payment alone has the amount. */
function byAmount(credits: readonly SplitCredit[], lines: readonly Line[]): Round {
  // Payments are many and amounts that are looked for few.
  const groups = new Map<bigint, Line[]>(credits.map(({ amount }) => [unitsOf(amount), []]))
  for (const one of lines) groups.get(freeOf(one))?.push(one)
  const found: Found[] = []
  const several: string[] = []
  for (const credit of credits) {
    const fits = (groups.get(unitsOf(credit.amount)) ?? []).filter(
      (payment) =>
        payment.currency === credit.currency &&
        sameShop(credit, payment) &&
        (payment.day === '' || payment.day <= credit.day),
    )
    const [payment] = fits
    if (!payment) continue
    if (fits.length > 1) {
      several.push(credit.id)
      continue
    }
    found.push({
      credit,
      parts: [wholeOf(payment)],
      why: {
        zh: `金额 ${credit.amount} ${credit.currency} 相同的未用收款单只有 ${payment.id}（订单 ${payment.orderId}）`,
        en: `${payment.id} of order ${payment.orderId} alone is unused and has ${credit.amount} ${credit.currency}`,
      },
    })
  }
  return { found, several }
}

/** All payments of a shop on some days that follow each other: what a platform or institution pays out in one sum. */
function byDays(credits: readonly SplitCredit[], lines: readonly Line[]): Round {
  const groups = new Map<string, Map<string, Line[]>>()
  for (const one of lines) {
    if (one.day === '') continue
    const key = `${one.currency}\n${one.shop}`
    const days = groups.get(key) ?? new Map<string, Line[]>()
    groups.set(key, days)
    const known = days.get(one.day)
    if (known) known.push(one)
    else days.set(one.day, [one])
  }
  const shops = [...groups].map(([key, days]) => {
    const [currency = '', shop = ''] = key.split('\n')
    const totals = [...days].map(([day, own]) => ({
      day,
      own,
      total: totalOf(own.map((one) => wholeOf(one))),
    }))
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
            unitsOf(credit.amount),
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
      parts: own.map((payment) => wholeOf(payment)),
      why: {
        zh: `店铺 ${way.shop} ${first} 至 ${last} 全部未用收款单 ${own.length} 笔，合计 ${credit.amount} ${credit.currency}，等于入账金额；${BATCH_DAYS} 天内只有这一段相符`,
        en: `All ${own.length} unused payments of shop ${way.shop} from ${first} to ${last} make ${credit.amount} ${credit.currency}, the amount credited; no other days of ${BATCH_DAYS} do`,
      },
    })
  }
  return { found, several }
}

/** One payment that came in several credits: the only few of its time that add up to it. */
function byParts(credits: readonly SplitCredit[], lines: readonly Line[]): Round {
  const found: Found[] = []
  const several: string[] = []
  const without = credits.filter(({ named }) => named.length === 0)
  if (without.length < 2) return { found, several }
  const unnamed = new DayIndex(without)
  for (const payment of lines) {
    const { day, currency } = payment
    if (day === '') continue
    const lent = freeOf(payment)
    const near = unnamed.few(
      { currency, from: day, to: addDays(day, PARTS_DAYS) },
      (credit) => sameShop(credit, payment) && unitsOf(credit.amount) < lent,
      MOST_CREDITS,
    )
    if (!near || near.length < 2) continue
    const only = onlySubset(near, ({ amount }) => unitsOf(amount), lent)
    if (only === 'several') several.push(...near.map(({ id }) => id))
    if (!only || only === 'several') continue
    for (const [at, credit] of only.entries()) {
      found.push({
        credit,
        parts: [{ line: payment, units: unitsOf(credit.amount) }],
        why: {
          zh: `收款单 ${payment.id}（订单 ${payment.orderId}）${amountOf(lent)} 分 ${only.length} 笔到账，本笔第 ${at + 1} 笔；${PARTS_DAYS} 天内只有这几笔相加相符`,
          en: `Payment ${payment.id} of order ${payment.orderId}, ${amountOf(lent)}, came in ${only.length} credits, this is number ${at + 1}; no other credits within ${PARTS_DAYS} days add up to it`,
        },
      })
    }
  }
  return { found, several }
}

/** The only few payments of the days before that add up to the credit. */
function byFew(credits: readonly SplitCredit[], lines: readonly Line[]): Round {
  const found: Found[] = []
  const several: string[] = []
  const days = new DayIndex(lines)
  for (const credit of credits) {
    const { day, currency } = credit
    const wanted = unitsOf(credit.amount)
    const near = days.few(
      { currency, from: addDays(day, -SUBSET_DAYS), to: day },
      (payment) => sameShop(credit, payment) && freeOf(payment) < wanted,
      MOST_PAYMENTS,
    )
    if (!near || near.length < 2) continue
    const only = onlySubset(near, (payment) => freeOf(payment), wanted)
    if (only === 'several') several.push(credit.id)
    if (!only || only === 'several') continue
    found.push({
      credit,
      parts: only.map((payment) => wholeOf(payment)),
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
