import { abs, add, cmp, isZero, neg, sub, sum } from '../../money/decimal'
import { least } from '../amount'
import type { CostClass } from '../../model/forex/netting'

/** What a line of a platform settlement is; amounts carry their sign: what reduces the payout is negative. */
export type SettlementLine = {
  id: string
  type:
    'sale' | 'refund' | 'fee' | 'tax' | 'reserveHeld' | 'reserveReleased' | 'earlierBalance' | 'adjustment'
  /** What a netting counts a fee or a tax as; absent where a person has to say. */
  cost?: CostClass
  orderId?: string
  amount: string
}

/**
 * First level: what a platform settled for one shop in one currency, and what it says it paid out. `creditId`: the bank
 * credit the payout became, where no account at an institution lies between.
 */
export type Settlement = {
  id: string
  shop: string
  currency: string
  paidOn: string
  payout: string
  creditId?: string
  lines: readonly SettlementLine[]
}

/**
 * Second level: one movement of an account at a payment institution, signed. A conversion is two movements that share
 * `pairId` and keep both amounts. `settlementId`: the payout that came in; `creditId`: the bank credit a withdrawal became.
 */
export type Movement = {
  id: string
  day: string
  currency: string
  kind: 'payout' | 'sale' | 'refund' | 'fee' | 'hold' | 'conversion' | 'withdrawal' | 'other'
  amount: string
  settlementId?: string
  creditId?: string
  pairId?: string
}

export type InstitutionAccount = {
  id: string
  openings: Readonly<Record<string, string>>
  closings: Readonly<Record<string, string>>
  movements: readonly Movement[]
}

/** Third level: money at the bank. In CNY there is nothing left to convert and nothing to declare a second time. */
export type LevelCredit = { id: string; day: string; currency: string; amount: string; charges?: string }

export type Gap = {
  level: 'platform' | 'institution' | 'bank'
  kind:
    | 'settlementNotBalanced'
    | 'payoutNotArrived'
    | 'payoutDiffers'
    | 'accountNotBalanced'
    | 'conversionIncomplete'
    | 'withdrawalNotArrived'
    | 'withdrawalDiffers'
    | 'creditWithoutWithdrawal'
  target: string
  currency: string
  /** How much is missing (positive) or too much. */
  difference: string
}

export type Levels = {
  settlements: readonly Settlement[]
  accounts: readonly InstitutionAccount[]
  credits: readonly LevelCredit[]
}

/** Every place where a level does not balance in itself or does not reach the next one. None means: all three agree. */
export function checkLevels({ settlements, accounts, credits }: Levels): Gap[] {
  const gaps: Gap[] = []
  const movements = accounts.flatMap((account) => account.movements)
  const gap = (
    level: Gap['level'],
    kind: Gap['kind'],
    target: string,
    currency: string,
    difference: string,
  ) => {
    if (!isZero(difference)) gaps.push({ level, kind, target, currency, difference })
  }
  const arrived = new Map<string, string>()
  const withdrawn = new Map<string, Movement[]>()
  for (const movement of movements) {
    const { settlementId, creditId } = movement
    if (settlementId !== undefined) {
      arrived.set(settlementId, add(arrived.get(settlementId) ?? '0', movement.amount))
    }
    if (creditId !== undefined) withdrawn.set(creditId, [...(withdrawn.get(creditId) ?? []), movement])
    else if (movement.kind === 'withdrawal') {
      gap('bank', 'withdrawalNotArrived', movement.id, movement.currency, abs(movement.amount))
    }
  }
  const booked = new Set(credits.map(({ id }) => id))
  const direct = new Map<string, string>()
  for (const { id, currency, payout, lines, creditId } of settlements) {
    const settled = sum(lines.map(({ amount }) => amount))
    gap('platform', 'settlementNotBalanced', id, currency, sub(settled, payout))
    const straight = creditId !== undefined && booked.has(creditId)
    if (straight) direct.set(creditId, add(direct.get(creditId) ?? '0', payout))
    const due = straight ? '0' : payout
    const got = arrived.get(id)
    if (got === undefined) gap('institution', 'payoutNotArrived', id, currency, due)
    else gap('institution', 'payoutDiffers', id, currency, sub(due, got))
  }
  for (const account of accounts) accountGaps(account, gap)
  for (const { id, currency, amount, charges = '0' } of credits) {
    const sources = withdrawn.get(id)
    const paid = direct.get(id)
    if (!sources && paid === undefined) gap('bank', 'creditWithoutWithdrawal', id, currency, amount)
    else {
      const sent = sub(paid ?? '0', sum((sources ?? []).map((one) => one.amount)))
      const kind = sources ? 'withdrawalDiffers' : 'payoutDiffers'
      gap('bank', kind, id, currency, sub(sent, add(amount, charges)))
    }
  }
  return gaps
}

function accountGaps(
  { id, openings, closings, movements }: InstitutionAccount,
  gap: (level: Gap['level'], kind: Gap['kind'], target: string, currency: string, difference: string) => void,
): void {
  const currencies = new Set([
    ...Object.keys(openings),
    ...Object.keys(closings),
    ...movements.map((one) => one.currency),
  ])
  for (const currency of [...currencies].sort()) {
    const moved = sum(movements.filter((one) => one.currency === currency).map(({ amount }) => amount))
    const computed = add(openings[currency] ?? '0', moved)
    gap('institution', 'accountNotBalanced', id, currency, sub(computed, closings[currency] ?? '0'))
  }
  const pairs = new Map<string, Movement[]>()
  for (const one of movements) {
    if (one.kind === 'conversion')
      pairs.set(one.pairId ?? one.id, [...(pairs.get(one.pairId ?? one.id) ?? []), one])
  }
  for (const legs of pairs.values()) {
    const signs = new Set(legs.map(({ amount }) => cmp(amount, '0')))
    const [first] = legs
    if (first && !(legs.length === 2 && signs.has(1) && signs.has(-1))) {
      gap('institution', 'conversionIncomplete', first.id, first.currency, first.amount)
    }
  }
}

/** What an outflow took from an inflow. */
export type Draw = { outId: string; inId: string; amount: string }
/** What is left of an inflow, and since when. */
export type Rest = { inId: string; amount: string; since: string }
export type Drawn = { draws: Draw[]; rests: Rest[]; uncovered: { outId: string; amount: string }[] }

/** The key under which the opening balance of a currency is drawn on. */
export const OPENING = 'opening'

/**
 * Which payouts every outflow of an account and currency drew on: by hand where that is said, else oldest first; what is
 * left stays as a balance with its age. One withdrawal may draw on many settlements and on the opening balance.
 */
export function drawOldestFirst(
  { openings, movements }: InstitutionAccount,
  currency: string,
  byHand: readonly Draw[] = [],
): Drawn {
  const ordered = movements
    .filter((one) => one.currency === currency)
    .sort((a, b) => (a.day !== b.day ? (a.day < b.day ? -1 : 1) : a.id < b.id ? -1 : 1))
  const left = new Map<string, { amount: string; since: string }>()
  const opening = openings[currency] ?? '0'
  if (cmp(opening, '0') > 0) left.set(OPENING, { amount: opening, since: '' })
  for (const { id, amount, day } of ordered) {
    if (cmp(amount, '0') > 0) left.set(id, { amount, since: day })
  }
  const draws: Draw[] = []
  const wanted = new Map<string, string>()
  for (const { id, amount } of ordered) if (cmp(amount, '0') < 0) wanted.set(id, neg(amount))
  const draw = (outId: string, inId: string, most: string) => {
    const source = left.get(inId)
    const want = wanted.get(outId)
    if (!source || want === undefined) return
    const amount = least(source.amount, want, most)
    if (cmp(amount, '0') <= 0) return
    draws.push({ outId, inId, amount })
    source.amount = sub(source.amount, amount)
    wanted.set(outId, sub(want, amount))
  }
  for (const { outId, inId, amount } of byHand) draw(outId, inId, amount)
  for (const outId of wanted.keys()) {
    for (const [inId, { amount }] of left) {
      if (isZero(wanted.get(outId) ?? '0')) break
      draw(outId, inId, amount)
    }
  }
  return {
    draws,
    rests: [...left].flatMap(([inId, { amount, since }]) =>
      isZero(amount) ? [] : [{ inId, amount, since }],
    ),
    uncovered: [...wanted].flatMap(([outId, amount]) => (isZero(amount) ? [] : [{ outId, amount }])),
  }
}
