import type { Text } from '../../model/text'
import { add, cmp, sub, sum } from '../../money/decimal'
import { daysBetween } from '../../rules/days'
import { workingDaysAfter } from '../calendar'
import type { WorkCalendar } from '../../model/forex/common'
import type { BankCredit } from '../../model/forex/credit'

/** What a credit is. Only the first two go on to orders; the others leave the flow with a reason. */
export const creditNatures = {
  goods: { zh: '货款', en: 'Goods' },
  advance: { zh: '预收', en: 'Advance' },
  refund: { zh: '退款', en: 'Refund' },
  taxRebate: { zh: '退税', en: 'Tax rebate' },
  currentAccount: { zh: '往来', en: 'Current account' },
  internal: { zh: '内部划转', en: 'Own transfer' },
  toBeChecked: { zh: '待查', en: 'To be checked' },
} as const satisfies Readonly<Record<string, Text>>
export type CreditNature = keyof typeof creditNatures

const goesToOrders = (nature: CreditNature): boolean => nature === 'goods' || nature === 'advance'

/** Why bank and expectation differ by a little; each has its total at month end. */
export const differenceReasons = {
  wrongCharge: { zh: '银行多扣', en: 'Charged by mistake' },
  intermediary: { zh: '中间行扣费', en: 'Intermediary bank' },
  rounding: { zh: '尾差', en: 'Rounding' },
} as const satisfies Readonly<Record<string, Text>>
export type DifferenceReason = keyof typeof differenceReasons

/** 认领: somebody says what a credit is. The last claim of a credit counts; the earlier ones stay. */
export type Claim = {
  creditId: string
  at: string
  by: string
  nature: CreditNature
  shop?: string
  customer?: string
  reason?: string
}
export type Matched = { creditId: string; amount: string }
export type Difference = { creditId: string; reason: DifferenceReason; amount: string }

/** A claim that cannot stand. */
export type ClaimFault = { creditId: string; text: Text; fix: Text }

export type CreditRow = {
  id: string
  day: string
  currency: string
  amount: string
  nature: CreditNature | null
  shop?: string
  customer?: string
  matched: string
  explained: string
  /** Not yet matched or explained; nothing for what left the flow. */
  left: string
  ageDays: number
  /** Unclaimed for more than three days. */
  waiting: boolean
  /** Until when it is declared; null outside the calendar or where nothing is declared. */
  declareBy: string | null
}

const WAITING_DAYS = 3
const DECLARE_WITHIN = 5

/** Claims that cannot stand: of a credit nobody knows, or taking a credit out of the flow without a reason. */
export function claimFaults(credits: readonly BankCredit[], claims: readonly Claim[]): ClaimFault[] {
  const known = new Set(credits.map(({ id }) => id))
  return claims.flatMap(({ creditId, nature, reason }): ClaimFault[] => {
    if (!known.has(creditId)) {
      return [
        {
          creditId,
          text: { zh: '没有这笔收款', en: 'There is no such credit' },
          fix: { zh: '先导入银行流水', en: 'Import the bank statement first' },
        },
      ]
    }
    if (goesToOrders(nature) || (reason ?? '').trim() !== '') return []
    return [
      {
        creditId,
        text: { zh: '非货款认领没有理由', en: 'It leaves the flow without a reason' },
        fix: { zh: '写明理由', en: 'State the reason' },
      },
    ]
  })
}

/** 收汇台账: every credit with what it is, what is matched and what is left; a fold over claims, in any order. */
export function creditLedger(
  credits: readonly BankCredit[],
  facts: { claims: readonly Claim[]; matched: readonly Matched[]; differences?: readonly Difference[] },
  asOf: string,
  calendar: WorkCalendar,
): CreditRow[] {
  const latest = new Map<string, Claim>()
  for (const claim of facts.claims) {
    const before = latest.get(claim.creditId)
    if (!before || claim.at > before.at || (claim.at === before.at && claim.by > before.by)) {
      latest.set(claim.creditId, claim)
    }
  }
  const total = (all: readonly { creditId: string; amount: string }[]) => {
    const sums = new Map<string, string>()
    for (const { creditId, amount } of all) sums.set(creditId, add(sums.get(creditId) ?? '0', amount))
    return sums
  }
  const [matched, explained] = [total(facts.matched), total(facts.differences ?? [])]
  return [...credits]
    .sort((a, b) =>
      a.valueDate !== b.valueDate ? (a.valueDate < b.valueDate ? -1 : 1) : a.id < b.id ? -1 : 1,
    )
    .map((credit): CreditRow => {
      const { id, valueDate: day, currency, amount } = credit
      const claim = latest.get(id)
      const inFlow = !claim || goesToOrders(claim.nature)
      const [used, told] = [matched.get(id) ?? '0', explained.get(id) ?? '0']
      const ageDays = daysBetween(day, asOf)
      return {
        id,
        day,
        currency,
        amount,
        nature: claim?.nature ?? null,
        ...(claim?.shop !== undefined && { shop: claim.shop }),
        ...(claim?.customer !== undefined && { customer: claim.customer }),
        matched: used,
        explained: told,
        left: inFlow ? sub(add(amount, told), used) : '0',
        ageDays,
        waiting: !claim && ageDays > WAITING_DAYS,
        declareBy:
          inFlow && credit.channel === 'bank'
            ? (workingDaysAfter(day, DECLARE_WITHIN, calendar) ?? null)
            : null,
      }
    })
}

/** Totals of the ledger by currency and of differences by currency and reason; currencies are never added up. */
export function ledgerTotals(
  rows: readonly CreditRow[],
  differences: readonly Difference[] = [],
): {
  currency: string
  credited: string
  matched: string
  left: string
  reasons: Partial<Record<DifferenceReason, string>>
}[] {
  const currencyOf = new Map(rows.map(({ id, currency }) => [id, currency]))
  return [...new Set(rows.map(({ currency }) => currency))].sort().map((currency) => {
    const here = rows.filter((row) => row.currency === currency)
    const reasons: Partial<Record<DifferenceReason, string>> = {}
    for (const { creditId, reason, amount } of differences) {
      if (currencyOf.get(creditId) === currency) reasons[reason] = add(reasons[reason] ?? '0', amount)
    }
    return {
      currency,
      credited: sum(here.map(({ amount }) => amount)),
      matched: sum(here.map((row) => row.matched)),
      left: sum(here.map((row) => row.left)),
      reasons,
    }
  })
}

/** Home page: how many credits wait for a claim, and how many are to be declared within so many working days. */
export function dueSoon(
  rows: readonly CreditRow[],
  declared: ReadonlySet<string>,
  asOf: string,
  workingDays: number,
  calendar: WorkCalendar,
): { waiting: number; declare: number } {
  const horizon = workingDaysAfter(asOf, workingDays, calendar) ?? calendar.to
  return {
    waiting: rows.filter(({ waiting }) => waiting).length,
    declare: rows.filter(
      ({ id, declareBy }) => declareBy !== null && !declared.has(id) && declareBy <= horizon,
    ).length,
  }
}

/** Whether a ledger is finished: everything claimed and nothing left. */
export const settled = (rows: readonly CreditRow[]): boolean =>
  rows.every(({ nature, left }) => nature !== null && cmp(left, '0') === 0)
