import { minorDigits } from '../../money/currency'
import { add, cmp, isZero, mul, round, sub, sum } from '../../money/decimal'
import { daysBetween } from '../../rules/days'
import { deadlinesOf } from '../../rebate/deadlines/terms'
import type { ForexReceipt } from '../../model/rebate/claim'
import type { DeclarationItem, TreatmentLine } from '../../model/rebate/export-line'
import { positive, quotient } from '../amount'
import type { BankCredit } from '../../model/forex/credit'
import type { TradeCredit } from '../../model/forex/input'
import type { ReceiptReport } from '../precheck'

/** An item of a 报关单: what rebate and receipts have in common. */
export type ItemKey = { declarationNo: string; item: number }
export const itemKey = ({ declarationNo, item }: ItemKey): string => `${declarationNo} ${item}`

/** Which orders an item declares, with the part of its amount that is theirs. */
export type OrderItem = ItemKey & { orderId: string; amount: string }

/**
 * Money somebody said belongs to an item: of 9810 goods, whose receipts follow goods and periods and not orders, and of
 * anything else that orders do not tell. It goes before what the orders tell of that receipt and item.
 */
export type Assigned = ItemKey & { creditId: string; amount: string }

/** What somebody decided of an item; it stands over the sums, with its reason. */
export type CollectionMark = ItemKey & {
  status: 'collected' | 'deemedCollected' | 'cannotCollect'
  reason: string
}

export type CollectionStatus = TreatmentLine['fxStatus']

/** One item and how much of it was received. */
export type Collection = ItemKey & {
  supervisionMode: string
  exportDate: string
  currency: string
  declared: string
  received: string
  /** Received in other currencies: seen, and not converted. */
  others: readonly { currency: string; amount: string }[]
  open: string
  status: CollectionStatus
  /** By when it is to be collected. */
  deadline: string
  /** Negative once it passed. */
  daysLeft: number
  receipts: readonly { creditId: string; amount: string; currency: string; day: string }[]
  reason?: string
}

export type LinkFacts = {
  items: readonly DeclarationItem[]
  orderItems: readonly OrderItem[]
  assigned?: readonly Assigned[]
  marks?: readonly CollectionMark[]
  /** Days a contract allows, by declaration; without one the law's day counts. */
  contractDays?: Readonly<Record<string, string>>
}

type Part = ItemKey & { creditId: string; currency: string; amount: string }

/**
 * An amount over weights, to the last minor unit and none below zero: what the weights up to each make together is rounded,
 * and each gets what is new. Weights of nothing get nothing.
 */
function spread(amount: string, weights: readonly string[], places: number): string[] {
  const all = sum(weights)
  if (isZero(all)) return weights.map(() => '0')
  let [weight, given] = ['0', '0']
  return weights.map((one, at) => {
    weight = add(weight, one)
    const upTo = at === weights.length - 1 ? amount : round(quotient(mul(amount, weight), all), places)
    const share = sub(upTo, given)
    given = upTo
    return share
  })
}

/**
 * What receipts paid of which items. A supported part of an order goes to the items that declare it by their amounts, to the
 * last cent; what nobody links to an item is not spread.
 */
export function partsOf(
  { receipts }: Pick<ReceiptReport, 'receipts'>,
  { orderItems, assigned = [] }: Pick<LinkFacts, 'orderItems' | 'assigned'>,
): Part[] {
  const byOrder = new Map<string, OrderItem[]>()
  for (const one of orderItems) {
    const own = byOrder.get(one.orderId)
    if (own) own.push(one)
    else byOrder.set(one.orderId, [one])
  }
  const currencyOf = new Map(receipts.map(({ id, currency }) => [id, currency]))
  const parts = new Map<string, Part>()
  const put = ({ creditId, declarationNo, item }: Omit<Part, 'currency' | 'amount'>, amount: string) => {
    const key = `${creditId} ${declarationNo} ${item}`
    const before = parts.get(key)?.amount ?? '0'
    const currency = currencyOf.get(creditId) ?? ''
    parts.set(key, { creditId, declarationNo, item, currency, amount: add(before, amount) })
  }
  const byHand = new Set(assigned.map(({ creditId, ...one }) => `${creditId} ${itemKey(one)}`))
  for (const one of assigned) if (currencyOf.has(one.creditId)) put(one, one.amount)
  for (const { id: creditId, currency, result, lines } of receipts) {
    if (result === 'BLOCKED') continue
    for (const { orderId, supported } of lines) {
      const own = (orderId === null ? undefined : byOrder.get(orderId)) ?? []
      if (own.length === 0 || isZero(supported)) continue
      const weights = own.map(({ amount }) => amount)
      const shares = spread(supported, weights, minorDigits(currency))
      own.forEach((item, at) => {
        const key = `${creditId} ${itemKey(item)}`
        if (!byHand.has(key)) put({ ...item, creditId }, shares[at] ?? '0')
      })
    }
  }
  return [...parts.values()].filter(({ amount }) => !isZero(amount))
}

/** 收汇 state of every item, with its deadline and what it rests on. `asOf` is today. */
export function collections(
  report: Pick<ReceiptReport, 'receipts'>,
  credits: readonly BankCredit[],
  facts: LinkFacts,
  asOf: string,
): Collection[] {
  const dayOf = new Map(credits.map(({ id, valueDate }) => [id, valueDate]))
  const parts = new Map<string, Part[]>()
  for (const part of partsOf(report, facts)) {
    const own = parts.get(itemKey(part))
    if (own) own.push(part)
    else parts.set(itemKey(part), [part])
  }
  const marks = new Map((facts.marks ?? []).map((mark) => [itemKey(mark), mark]))
  return facts.items.map((declared): Collection => {
    const { no: declarationNo, item, exportDate, supervisionMode, amount = '0', currency = '' } = declared
    const key = itemKey({ declarationNo, item })
    const own = (parts.get(key) ?? []).map((one) => ({ ...one, day: dayOf.get(one.creditId) ?? '' }))
    const received = sum(own.filter((one) => one.currency === currency).map((one) => one.amount))
    const open = positive(sub(amount, received))
    const contractDay = facts.contractDays?.[declarationNo]
    const terms = deadlinesOf(
      { exportDate, ...(contractDay !== undefined && { fxContractDate: contractDay }) },
      asOf,
    )
    const deadline = terms.fxDeadline ?? exportDate
    const mark = marks.get(key)
    // What 9810 goods sell for is not what they were declared at: sums alone do not say that all of it came.
    const complete = supervisionMode !== '9810' && !isZero(amount) && isZero(open)
    const status = mark?.status ?? (complete ? 'collected' : asOf > deadline ? 'overdue' : 'pending')
    return {
      declarationNo,
      item,
      supervisionMode,
      exportDate,
      currency,
      declared: amount,
      received,
      others: otherCurrencies(own, currency),
      open,
      status,
      deadline,
      daysLeft: daysBetween(asOf, deadline),
      receipts: own
        .map(({ creditId, amount: part, currency: of, day }) => ({
          creditId,
          amount: part,
          currency: of,
          day,
        }))
        .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.creditId < b.creditId ? -1 : 1)),
      ...(mark !== undefined && { reason: mark.reason }),
    }
  })
}

function otherCurrencies(parts: readonly Part[], currency: string): { currency: string; amount: string }[] {
  const sums = new Map<string, string>()
  for (const part of parts) {
    if (part.currency !== currency) sums.set(part.currency, add(sums.get(part.currency) ?? '0', part.amount))
  }
  return [...sums].map(([of, amount]) => ({ currency: of, amount }))
}

/** The receipts of items as the pre-check of a claim takes them: one for each credit and item. */
export function forexReceipts(all: readonly Collection[], credits: readonly BankCredit[]): ForexReceipt[] {
  const payers = new Map(credits.map(({ id, payer }) => [id, payer?.name]))
  return all.flatMap(({ declarationNo, item, receipts }) =>
    receipts.map(({ creditId, amount, currency, day }) => {
      const payer = payers.get(creditId)
      return {
        no: creditId,
        date: day,
        currency,
        amount,
        declarationNo,
        item,
        ...(payer !== undefined && { payer }),
      }
    }),
  )
}

/** 收汇 state by item, for the lines of a claim. */
export const statusByItem = (all: readonly Collection[]): ReadonlyMap<string, CollectionStatus> =>
  new Map(all.map((one) => [itemKey(one), one.status]))

/** What is still to be collected, the nearest deadline first: for the home page and both rooms' calendars. */
export const uncollected = (all: readonly Collection[]): Collection[] =>
  all
    .filter(({ status }) => status === 'pending' || status === 'overdue')
    .sort((a, b) =>
      a.deadline < b.deadline ? -1 : a.deadline > b.deadline ? 1 : itemKey(a) < itemKey(b) ? -1 : 1,
    )

/**
 * Back to this room: exports that are not yet paid as 延期收款, for the reports that are due. `expected` says by when money
 * of an item is expected, where somebody does; what nobody expects stays open.
 */
export const deferredReceipts = (
  all: readonly Collection[],
  expected: Readonly<Record<string, string>> = {},
): TradeCredit[] =>
  uncollected(all)
    .filter(({ open }) => cmp(open, '0') > 0)
    .map((one) => ({
      id: itemKey(one),
      type: 'deferredReceipt',
      exportDate: one.exportDate,
      expectedReceipt: expected[itemKey(one)] ?? null,
      amount: one.open,
      currency: one.currency,
    }))
