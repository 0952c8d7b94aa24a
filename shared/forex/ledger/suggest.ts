import type { Text } from '../../model/text'
import { cmp, neg } from '../../money/decimal'
import { daysBetween } from '../../rules/days'
import type { LevelCredit, Movement, Settlement } from './levels'

export type TieSuggestion = {
  /** Without a movement: the settlement was paid straight to the bank as that credit. */
  ties: { movementId?: string; settlementId?: string; creditId?: string; why: Text }[]
  /** Movements that several fit, or that share one with another: a person chooses. */
  ambiguous: number
}

/** A payout arrives and a withdrawal is credited within so many days; an enterprise's habit, no rule. */
const WITHIN_DAYS = 7

const words = {
  payout: {
    zh: '金额、币种相同，7 天内到账，只有一笔',
    en: 'Same amount and currency within 7 days, and no other',
  },
  withdrawal: {
    zh: '提现与银行收款金额、币种相同，7 天内，只有一笔',
    en: 'The withdrawal is the credit of its amount and currency within 7 days, and no other',
  },
  direct: {
    zh: '结算付款与银行收款金额、币种相同，7 天内，只有一笔，机构账户里没有这笔',
    en: 'The payout is the credit of its amount and currency within 7 days, no other, and in no account of an institution',
  },
} as const satisfies Record<string, Text>

type Place = { id: string; day: string; currency: string; amount: string }

/** Pairs of which each side has exactly one that fits; everything else that fits is counted. `fitting` have any, `fitted` are any. */
function pairs(
  from: readonly Place[],
  to: readonly Place[],
): {
  found: [string, string][]
  ambiguous: number
  fitting: ReadonlySet<string>
  fitted: ReadonlySet<string>
} {
  const key = ({ currency, amount }: Place) => `${currency} ${amount}`
  const near = (a: Place, b: Place) => {
    const days = daysBetween(a.day, b.day)
    return days >= 0 && days <= WITHIN_DAYS
  }
  const groups = new Map<string, Place[]>()
  for (const one of to) groups.set(key(one), [...(groups.get(key(one)) ?? []), one])
  const choices = from.map((one) => ({
    one,
    fits: (groups.get(key(one)) ?? []).filter((other) => near(one, other)),
  }))
  const claims = new Map<string, number>()
  for (const { fits } of choices) for (const { id } of fits) claims.set(id, (claims.get(id) ?? 0) + 1)
  const found: [string, string][] = []
  let ambiguous = 0
  for (const { one, fits } of choices) {
    const [only] = fits
    if (!only) continue
    if (fits.length === 1 && claims.get(only.id) === 1) found.push([one.id, only.id])
    else ambiguous += 1
  }
  const fitting = new Set(choices.flatMap(({ one, fits }) => (fits.length > 0 ? one.id : [])))
  return { found, ambiguous, fitting, fitted: new Set(claims.keys()) }
}

/**
 * Which movement of an account is a settlement's payout, which withdrawal became which credit, and which settlement no
 * account knows was paid straight to the bank: same currency and amount, within a week, and nothing else that fits on either
 * side. Amounts are compared as written without needless zeros.
 * @param atBank credits that came through no institution
 */
export function suggestTies(
  movements: readonly Movement[],
  settlements: readonly Settlement[],
  credits: readonly LevelCredit[],
  atBank: readonly LevelCredit[] = [],
): TieSuggestion {
  const taken = new Set([
    ...movements.flatMap(({ settlementId, creditId }) => [settlementId ?? '', creditId ?? '']),
    ...settlements.flatMap(({ id, creditId }) => (creditId === undefined ? [] : [id, creditId])),
  ])
  const paid = settlements
    .filter(({ id }) => !taken.has(id))
    .map(({ id, paidOn, currency, payout }) => ({ id, day: paidOn, currency, amount: plain(payout) }))
  const payouts = pairs(
    paid,
    movements
      .filter(
        ({ settlementId, amount, kind }) =>
          settlementId === undefined && inward(kind) && cmp(amount, '0') > 0,
      )
      .map(({ id, day, currency, amount }) => ({ id, day, currency, amount: plain(amount) })),
  )
  const places = (of: readonly LevelCredit[]): Place[] =>
    of
      .filter(({ id }) => !taken.has(id))
      .map(({ id, day, currency, amount }) => ({ id, day, currency, amount: plain(amount) }))
  const withdrawals = pairs(
    movements
      .filter(({ creditId, kind }) => creditId === undefined && kind === 'withdrawal')
      .map(({ id, day, currency, amount }) => ({ id, day, currency, amount: plain(neg(amount)) })),
    places(credits),
  )
  // What may have gone through an account is no straight payment.
  const direct = pairs(
    paid.filter(({ id }) => !payouts.fitting.has(id)),
    places(atBank).filter(({ id }) => !withdrawals.fitted.has(id)),
  )
  return {
    ties: [
      ...payouts.found.map(([settlementId, movementId]) => ({ movementId, settlementId, why: words.payout })),
      ...withdrawals.found.map(([movementId, creditId]) => ({ movementId, creditId, why: words.withdrawal })),
      ...direct.found.map(([settlementId, creditId]) => ({ settlementId, creditId, why: words.direct })),
    ],
    ambiguous: payouts.ambiguous + withdrawals.ambiguous + direct.ambiguous,
  }
}

const inward = (kind: Movement['kind']): boolean => kind === 'payout' || kind === 'other'
const plain = (amount: string): string => (amount.includes('.') ? amount.replace(/\.?0+$/, '') : amount)
