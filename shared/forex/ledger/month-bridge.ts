import type { Text } from '../../model/text'
import { add, isZero, sub, sum } from '../../money/decimal'

/** Why two lines of the bridge differ. */
export const bridgeReasons = {
  timing: { zh: '跨期', en: 'Timing' },
  freight: { zh: '运保费 / FOB', en: 'Freight, FOB' },
  refund: { zh: '退款', en: 'Refund' },
  undeclared: { zh: '未报关', en: 'Not declared' },
  exchange: { zh: '汇差', en: 'Exchange' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Readonly<Record<string, Text>>
export type BridgeReason = keyof typeof bridgeReasons

/** Figures of one month, shop and currency, each with the lines it was added up from. Costs are positive. */
export type MonthFigures = {
  month: string
  shop: string
  currency: string
  sales: string
  refunds: string
  platformFees: string
  settled: string
  reserveHeld: string
  reserveReleased: string
  intoInstitution: string
  /** Paid by platforms straight to a bank, no account at an institution between. */
  paidToBank: string
  institutionFees: string
  converted: string
  toBank: string
  /** Beside the money: what was declared to customs and tax, and what was received by the receipts' ledger. */
  fob: string
  rebateDeclared: string
  exemptDeclared: string
  vatSales: string
  received: string
}

/** A difference told by a person, with the lines behind it. */
export type Told = {
  step: StepId
  reason: BridgeReason
  amount: string
  refs?: readonly string[]
  note?: string
}

export type StepId = 'settlement' | 'institution' | 'bank' | 'customs' | 'tax' | 'vat' | 'receipts'

/** One line of the sheet: what is expected, what is there, and how much of the difference is told. */
export type Step = {
  id: StepId
  label: Text
  expected: string
  actual: string
  difference: string
  told: readonly Told[]
  /** Difference without a reason yet. */
  open: string
}

export type MonthBridge = {
  month: string
  shop: string
  currency: string
  steps: Step[]
  /** Differences of timing are carried into the next month; they have to come back there. */
  carried: { step: StepId; amount: string }[]
  /** Every difference has its reason. */
  complete: boolean
}

/** The same steps where a platform paid straight to a bank. */
const straightLabels: Partial<Record<StepId, Text>> = {
  institution: {
    zh: '结算额 ± 保留金 − 直接到银行 = 入支付机构',
    en: 'Settled ± reserve − paid to a bank = into the institution',
  },
  bank: {
    zh: '入支付机构 − 手续费 − 兑换 + 直接到银行 = 到银行',
    en: 'Into the institution − fees − converted + paid to a bank = to the bank',
  },
}

const labels: Readonly<Record<StepId, Text>> = {
  settlement: { zh: '平台销售额 − 退款 − 平台扣费 = 结算额', en: 'Sales − refunds − fees = settled' },
  institution: { zh: '结算额 ± 保留金 = 入支付机构', en: 'Settled ± reserve = into the institution' },
  bank: {
    zh: '入支付机构 − 手续费 − 兑换 = 到银行',
    en: 'Into the institution − fees − converted = to the bank',
  },
  customs: { zh: '平台销售额 − 退款 与 清单/报关单 FOB', en: 'Sales − refunds and FOB declared' },
  tax: { zh: 'FOB 与 退税申报 + 免税申报', en: 'FOB and what was declared for rebate and exemption' },
  vat: { zh: '退税 + 免税申报 与 增值税申报销售额', en: 'Declared and sales in the VAT return' },
  receipts: { zh: '到银行 与 收汇台账', en: 'To the bank and the ledger of receipts' },
}

/**
 * 月结勾稽表 of one month, shop and currency: every step from sales to the bank and every book beside it, with its
 * difference and the reasons told for it. `carriedIn`: differences of timing that the month before handed on.
 */
export function monthBridge(
  figures: MonthFigures,
  told: readonly Told[],
  carriedIn: readonly { step: StepId; amount: string }[] = [],
): MonthBridge {
  const f = figures
  const netSales = sub(f.sales, f.refunds)
  const declared = add(f.rebateDeclared, f.exemptDeclared)
  const pairs: readonly (readonly [StepId, expected: string, actual: string])[] = [
    ['settlement', sub(netSales, f.platformFees), f.settled],
    [
      'institution',
      sub(add(f.settled, f.reserveReleased), add(f.reserveHeld, f.paidToBank)),
      f.intoInstitution,
    ],
    ['bank', sub(add(f.intoInstitution, f.paidToBank), add(f.institutionFees, f.converted)), f.toBank],
    ['customs', netSales, f.fob],
    ['tax', f.fob, declared],
    ['vat', declared, f.vatSales],
    ['receipts', f.toBank, f.received],
  ]
  const straight = !isZero(f.paidToBank)
  const steps = pairs.map(([id, expected, actual]): Step => {
    const brought = sum(carriedIn.filter(({ step }) => step === id).map(({ amount }) => amount))
    const due = add(expected, brought)
    const difference = sub(due, actual)
    const reasons = told.filter(({ step }) => step === id)
    const open = sub(difference, sum(reasons.map(({ amount }) => amount)))
    const label = (straight && straightLabels[id]) || labels[id]
    return { id, label, expected: due, actual, difference, told: reasons, open }
  })
  return {
    month: f.month,
    shop: f.shop,
    currency: f.currency,
    steps,
    carried: steps.flatMap(({ id, told: reasons }) => {
      const amount = sum(reasons.filter(({ reason }) => reason === 'timing').map((one) => one.amount))
      return isZero(amount) ? [] : [{ step: id, amount }]
    }),
    complete: steps.every(({ open }) => isZero(open)),
  }
}

/** A change of a figure, made in a month. */
export type Correction = {
  month: string
  /** The month the corrected line belongs to; the same month where nothing was closed. */
  about: string
  shop: string
  currency: string
  figure: Exclude<keyof MonthFigures, 'month' | 'shop' | 'currency'>
  amount: string
  reason: string
}

export type LockRefusal = { text: Text; fix: Text }

/** 锁账: whether a correction may be made. A closed month stays as it is; its correction stands in an open one. */
export function correctionRefusal(
  { month, about, reason }: Correction,
  closed: ReadonlySet<string>,
): LockRefusal | undefined {
  if (closed.has(month)) {
    return {
      text: { zh: `${month} 已锁账，不能改动`, en: `${month} is closed and cannot be changed` },
      fix: { zh: '在未锁的月份登记更正', en: 'Make the correction in an open month' },
    }
  }
  if (about > month) {
    return {
      text: {
        zh: '更正的月份晚于登记的月份',
        en: 'The month corrected is later than the month of the correction',
      },
      fix: { zh: '改登记月份', en: 'Choose a later month' },
    }
  }
  if (reason.trim() !== '') return undefined
  return {
    text: { zh: '更正没有理由', en: 'The correction has no reason' },
    fix: { zh: '写明理由', en: 'State the reason' },
  }
}

/** Figures with the corrections that were made in their month. */
export const corrected = (figures: MonthFigures, corrections: readonly Correction[]): MonthFigures =>
  corrections
    .filter(
      ({ month, shop, currency }) =>
        month === figures.month && shop === figures.shop && currency === figures.currency,
    )
    .reduce((now, { figure, amount }) => ({ ...now, [figure]: add(now[figure], amount) }), figures)
