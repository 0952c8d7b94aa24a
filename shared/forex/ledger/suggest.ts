import type { Text } from '../../model/text'
import { cmp, neg } from '../../money/decimal'
import { daysBetween } from '../../rules/days'
import type { LevelCredit, Movement, Settlement } from './levels'

export type TieSuggestion = {
  ties: { movementId: string; settlementId?: string; creditId?: string; why: Text }[]
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
} as const satisfies Record<string, Text>

type Place = { id: string; day: string; currency: string; amount: string }

/** Pairs of which each side has exactly one that fits; everything else that fits is counted. */
function pairs(
  from: readonly Place[],
  to: readonly Place[],
): { found: [string, string][]; ambiguous: number } {
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
  return { found, ambiguous }
}

/**
 * Which movement of an account is a settlement's payout, and which withdrawal became which credit: same currency and amount, within
 * a week, and nothing else that fits on either side. Amounts are compared as written without needless zeros.
 */
export function suggestTies(
  movements: readonly Movement[],
  settlements: readonly Settlement[],
  credits: readonly LevelCredit[],
): TieSuggestion {
  const taken = new Set(
    movements.flatMap(({ settlementId, creditId }) => [settlementId ?? '', creditId ?? '']),
  )
  const payouts = pairs(
    settlements
      .filter(({ id }) => !taken.has(id))
      .map(({ id, paidOn, currency, payout }) => ({ id, day: paidOn, currency, amount: plain(payout) })),
    movements
      .filter(
        ({ settlementId, amount, kind }) =>
          settlementId === undefined && inward(kind) && cmp(amount, '0') > 0,
      )
      .map(({ id, day, currency, amount }) => ({ id, day, currency, amount: plain(amount) })),
  )
  const withdrawals = pairs(
    movements
      .filter(({ creditId, kind }) => creditId === undefined && kind === 'withdrawal')
      .map(({ id, day, currency, amount }) => ({ id, day, currency, amount: plain(neg(amount)) })),
    credits
      .filter(({ id }) => !taken.has(id))
      .map(({ id, day, currency, amount }) => ({ id, day, currency, amount: plain(amount) })),
  )
  return {
    ties: [
      ...payouts.found.map(([settlementId, movementId]) => ({ movementId, settlementId, why: words.payout })),
      ...withdrawals.found.map(([movementId, creditId]) => ({ movementId, creditId, why: words.withdrawal })),
    ],
    ambiguous: payouts.ambiguous + withdrawals.ambiguous,
  }
}

const inward = (kind: Movement['kind']): boolean => kind === 'payout' || kind === 'other'
const plain = (amount: string): string => (amount.includes('.') ? amount.replace(/\.?0+$/, '') : amount)
