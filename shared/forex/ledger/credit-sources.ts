import { minorDigits } from '../../money/currency'
import { add, cmp, isZero, mul, neg, round, sub, sum } from '../../money/decimal'
import { quotient } from '../amount'
import type { PlatformReport } from '../../model/forex/netting'
import { nettingDraft, type NettingDraft } from '../settlement/platform-report'
import {
  drawOldestFirst,
  OPENING,
  type Draw,
  type InstitutionAccount,
  type Levels,
  type Movement,
} from './levels'

/** What a bank credit is made of: so much of a settlement's payout, in the currency of the settlement. */
export type CreditSource = { creditId: string; settlementId: string; amount: string }
/** Money of a credit that leads to no settlement: an opening balance, a sale straight into the account. */
export type UnsourcedCredit = { creditId: string; inId: string; currency: string; amount: string }

/** What the institution took of a settlement's payout and no bank saw: its fee, or a refund to a customer; in the settlement's currency. */
export type Deduction = { settlementId: string; accountId: string; kind: 'fee' | 'refund'; amount: string }

export type Sources = { sources: CreditSource[]; unsourced: UnsourcedCredit[]; deductions: Deduction[] }

/**
 * From bank credits back to settlements, straight or through withdrawals, conversions and payouts: by hand where that is
 * said, else oldest first. Through a conversion a part keeps its share, not its amount.
 */
export function creditSources(
  { accounts, settlements }: Pick<Levels, 'accounts' | 'settlements'>,
  byHand: Readonly<Record<string, readonly Draw[]>> = {},
): Sources {
  const known = new Set(settlements.map(({ id }) => id))
  const sources = new Map<string, CreditSource>()
  const unsourced: UnsourcedCredit[] = []
  const deductions: Deduction[] = []
  for (const account of accounts) {
    const walk = walker(account, byHand[account.id] ?? [])
    for (const { id, kind, creditId, currency } of account.movements) {
      if (creditId === undefined && kind !== 'fee' && kind !== 'refund') continue
      for (const { inflow, inId, amount } of walk(id, currency)) {
        const settlementId = inflow?.settlementId
        const isKnown = settlementId !== undefined && known.has(settlementId)
        if (creditId === undefined) {
          if (isKnown && (kind === 'fee' || kind === 'refund'))
            deductions.push({ settlementId, accountId: account.id, kind, amount })
          continue
        }
        if (!isKnown) {
          unsourced.push({ creditId, inId, currency: inflow?.currency ?? currency, amount })
          continue
        }
        const key = `${creditId} ${settlementId}`
        const before = sources.get(key)?.amount ?? '0'
        sources.set(key, { creditId, settlementId, amount: add(before, amount) })
      }
    }
  }
  for (const { id: settlementId, creditId, payout: amount } of settlements) {
    if (creditId !== undefined) sources.set(`${creditId} ${settlementId}`, { creditId, settlementId, amount })
  }
  return { sources: [...sources.values()], unsourced, deductions }
}

type Origin = { inId: string; inflow: Movement | undefined; amount: string }

function walker(account: InstitutionAccount, byHand: readonly Draw[]) {
  const byId = new Map(account.movements.map((one) => [one.id, one]))
  const otherLeg = new Map<string, Movement>()
  for (const one of account.movements) {
    if (one.kind === 'conversion' && one.pairId !== undefined && cmp(one.amount, '0') < 0)
      otherLeg.set(one.pairId, one)
  }
  const drawn = new Map<string, { inId: string; amount: string }[]>()
  for (const currency of new Set(account.movements.map((one) => one.currency))) {
    const { draws, uncovered } = drawOldestFirst(account, currency, byHand)
    for (const { outId, inId, amount } of [
      ...draws,
      ...uncovered.map((one) => ({ ...one, inId: OPENING })),
    ]) {
      const own = drawn.get(outId)
      if (own) own.push({ inId, amount })
      else drawn.set(outId, [{ inId, amount }])
    }
  }
  const walk = (outId: string, currency: string, seen: ReadonlySet<string> = new Set()): Origin[] =>
    (drawn.get(outId) ?? []).flatMap(({ inId, amount }): Origin[] => {
      const inflow = byId.get(inId)
      const leg = inflow?.kind === 'conversion' ? otherLeg.get(inflow.pairId ?? '') : undefined
      if (!inflow || !leg || seen.has(leg.id)) return [{ inId, inflow, amount }]
      // So much of the converted money, as the part is of what it became.
      const share = quotient(amount, inflow.amount)
      const places = minorDigits(leg.currency)
      return walk(leg.id, leg.currency, new Set([...seen, leg.id])).map((one) => ({
        ...one,
        amount: round(mul(one.amount, share), places),
      }))
    })
  return walk
}

/**
 * The statement behind a netted credit that one or several settlements paid: each figure in the share of its payout that
 * went into this credit. Where a settlement went into several credits the last of them takes what is left. What the institution
 * took of the payout is a cost or a refund like those of the platform: its statement of account is the document.
 */
export function creditReport(
  creditId: string,
  { settlements }: Pick<Levels, 'settlements'>,
  { sources, deductions }: Pick<Sources, 'sources' | 'deductions'>,
): (NettingDraft & { settlementIds: string[] }) | undefined {
  const byId = new Map(settlements.map((one) => [one.id, one]))
  const own = sources.filter((one) => one.creditId === creditId)
  const drafts = own.flatMap(({ settlementId, amount }) => {
    const settlement = byId.get(settlementId)
    if (!settlement) return []
    const draft = nettingDraft(settlement, { creditId })
    const others = sources.filter((one) => one.settlementId === settlementId)
    const before = sum(
      others
        .slice(
          0,
          others.findIndex((one) => one.creditId === creditId),
        )
        .map((one) => one.amount),
    )
    const after = add(before, amount)
    const taken = deductions.filter((one) => one.settlementId === settlementId)
    const paid = sub(settlement.payout, sum(taken.map((one) => one.amount)))
    const places = minorDigits(settlement.currency)
    const upTo = (value: string, part: string) =>
      cmp(part, paid) === 0 ? value : round(quotient(mul(value, part), paid), places)
    const share = (value: string): string =>
      cmp(paid, '0') === 0 ? '0' : sub(upTo(value, after), upTo(value, before))
    return [{ settlement, draft: withDeductions(draft, taken), share }]
  })
  const [first] = drafts
  if (!first) return undefined
  const currencies = new Set(drafts.map(({ settlement }) => settlement.currency))
  // Figures of several currencies make no statement: a person restores them apart.
  if (currencies.size > 1) return undefined
  const total = (pick: (draft: NettingDraft) => string) =>
    sum(drafts.map(({ draft, share }) => share(pick(draft))))
  const costs: PlatformReport['costs'] = drafts.flatMap(({ draft, share }) =>
    draft.report.costs
      .map((cost) => ({ ...cost, amount: share(cost.amount) }))
      .filter(({ amount }) => !isZero(amount)),
  )
  const days = drafts.flatMap(({ draft }) => draft.report.to ?? []).sort()
  const to = days.at(-1)
  return {
    settlementIds: drafts.map(({ settlement }) => settlement.id),
    report: {
      id: drafts.map(({ settlement }) => settlement.id).join('+'),
      creditId,
      currency: first.settlement.currency,
      ...(to !== undefined && { to }),
      sales: total(({ report }) => report.sales),
      customerRefunds: total(({ report }) => report.customerRefunds),
      costs,
    },
    unclassified: drafts.flatMap(({ draft, share }) =>
      draft.unclassified.map((one) => ({ ...one, amount: share(one.amount) })),
    ),
    timing: {
      reserves: total(({ timing }) => timing.reserves),
      earlier: total(({ timing }) => timing.earlier),
      adjustments: total(({ timing }) => timing.adjustments),
    },
  }
}

function withDeductions(draft: NettingDraft, taken: readonly Deduction[]): NettingDraft {
  const { report } = draft
  const totalOf = (kind: Deduction['kind'], account?: string) =>
    sum(
      taken
        .filter((one) => one.kind === kind && (account ?? one.accountId) === one.accountId)
        .map(({ amount }) => amount),
    )
  const fees = [...new Set(taken.map(({ accountId }) => accountId))].map((accountId) => ({
    id: `${report.id}-${accountId}`,
    class: 'paymentFee' as const,
    amount: totalOf('fee', accountId),
    documentId: accountId,
  }))
  return {
    ...draft,
    report: {
      ...report,
      customerRefunds: add(report.customerRefunds, totalOf('refund')),
      costs: [...report.costs, ...fees],
    },
  }
}

/** What a draft makes: sales less refunds, costs and what nobody classed, with reserves and what came from before. */
export const draftPays = ({ report, unclassified, timing }: NettingDraft): string =>
  sum([
    report.sales,
    neg(report.customerRefunds),
    ...report.costs.map(({ amount }) => neg(amount)),
    ...unclassified.map(({ amount }) => neg(amount)),
    timing.reserves,
    timing.earlier,
    timing.adjustments,
  ])
