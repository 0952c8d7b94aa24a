import { add, cmp, isZero, mul, sub, sum, toFixed } from '../money/decimal'
import { least, quotient } from './amount'
import { rules } from './catalogue'
import { find, type ForexFinding } from './cite'
import type { FiguresInput } from '../model/forex/input'
import { tidy } from './verdict'

/** Ratios and percentages have four places, those taken from a published statement two. */
const percent = (part: string, whole: string, places = 4): string | null =>
  isZero(whole) ? null : toFixed(mul(quotient(part, whole), '100'), places)

export type FiguresReport = {
  totalDifference?: string
  totalDifferenceRatePct?: string | null
  fundsGoodsRatioPct?: string | null
  creditBalanceRatioPct?: string | null
  derived?: Partial<
    Record<'totalDifferenceRatePct' | 'goods' | 'funds' | 'fundsMinusGoods' | 'unadjustedScale', string>
  >
  /** Always false: the limits are not published, and none is invented. */
  thresholdsJudged: false
  claims?: Record<string, string>
  policyFinance?: { byInvoice: string; max: string; tenorOk: boolean }
  findings: ForexFinding[]
}

/** E09–E13, M06, and the arithmetic of insurance and policy finance. Figures are shown and not judged. */
export function computeFigures(input: FiguresInput, asOf: string): FiguresReport {
  const findings: ForexFinding[] = []
  const say = (head: Parameters<typeof find>[0], params: Record<string, string> = {}) =>
    findings.push(find(head, { target: 'subject', day: asOf, params }))
  const { platformIncome } = input
  if (input.flows || input.reported) {
    for (const head of [rules.E09, rules.E10, rules.E11, rules.E12, rules.E13]) say(head)
  }
  if (platformIncome && cmp(platformIncome.reported, platformIncome.booked) !== 0) {
    findings.push(
      find(rules.M06, {
        target: platformIncome.platform,
        day: asOf,
        params: { reported: platformIncome.reported, booked: platformIncome.booked },
      }),
    )
  }
  const derived = derivedOf(input)
  const claims = claimsOf(input)
  const policyFinance = financeOf(input)
  return {
    ...indicators(input),
    ...(derived && { derived }),
    thresholdsJudged: false,
    ...(claims && { claims }),
    ...(policyFinance && { policyFinance }),
    findings: tidy(findings),
  }
}

/** 总量差额, its rate, 资金货物比 and 贸易信贷报告余额比率 over the flows of twelve months. */
function indicators({ flows, balances }: FiguresInput): Partial<FiguresReport> {
  if (!flows) return {}
  const { imports, exports, receipts, payments } = flows
  const scale = sum([imports, exports, receipts, payments])
  const totalDifference = sub(add(imports, receipts), add(payments, exports))
  const outstanding =
    balances && sum(Object.values(balances).filter((value): value is string => value !== undefined))
  return {
    totalDifference,
    totalDifferenceRatePct: percent(totalDifference, scale),
    fundsGoodsRatioPct: percent(add(receipts, payments), add(imports, exports)),
    ...(outstanding !== undefined && { creditBalanceRatioPct: percent(outstanding, scale) }),
  }
}

/** The parts behind indicators that an account shows only as results. The credit ratio has a denominator of its own. */
function derivedOf({ reported }: FiguresInput): FiguresReport['derived'] {
  if (!reported) return undefined
  const { totalDifference, scale, fundsGoodsRatio, creditBalance, creditBalanceRatio } = reported
  const derived: NonNullable<FiguresReport['derived']> = {}
  if (totalDifference !== undefined && scale !== undefined) {
    const rate = percent(totalDifference, scale, 2)
    if (rate !== null) derived.totalDifferenceRatePct = rate
  }
  if (scale !== undefined && fundsGoodsRatio !== undefined) {
    const goods = quotient(scale, add('1', fundsGoodsRatio))
    const funds = sub(scale, goods)
    derived.goods = toFixed(goods, 4)
    derived.funds = toFixed(funds, 4)
    derived.fundsMinusGoods = toFixed(sub(funds, goods), 4)
  }
  if (creditBalance !== undefined && creditBalanceRatio !== undefined && !isZero(creditBalanceRatio)) {
    derived.unadjustedScale = toFixed(quotient(creditBalance, creditBalanceRatio), 2)
  }
  return derived
}

const share = (amount: string, pct: string): string => quotient(mul(amount, pct), '100')

/** What a policy pays for each loss: the covered share, at most the cap of one buyer. */
function claimsOf({ insurance }: FiguresInput): Record<string, string> | undefined {
  if (!insurance) return undefined
  const { coverPct, capPerBuyer, losses } = insurance
  return Object.fromEntries(
    losses.map(({ id, amount }) => [id, toFixed(least(share(amount, coverPct), capPerBuyer), 2)]),
  )
}

/** Finance against an insured invoice: a share of the invoice, inside the limit of the buyer. */
function financeOf({ policyFinance }: FiguresInput): FiguresReport['policyFinance'] {
  if (!policyFinance) return undefined
  const { invoice, buyerLimit, advancePct, tenorDays, maxTenorDays } = policyFinance
  const byInvoice = share(invoice, advancePct)
  return {
    byInvoice: toFixed(byInvoice, 2),
    max: toFixed(least(byInvoice, buyerLimit), 2),
    tenorOk: tenorDays <= maxTenorDays,
  }
}
