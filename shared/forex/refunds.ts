import { cmp } from '../money/decimal'
import { addMonths, daysBetween } from '../rules/days'
import { usdText } from './amount'
import { rules } from './catalogue'
import { find, tell, type ForexFinding, type ForexRule } from './cite'
import { refundDocuments, type Refund, type RefundInput } from '../model/forex/input'
import { forexClaimNames, isRestricted, subjectOn, type Subject } from '../model/forex/common'
import { missingRateFinding, Rates } from './rates'
import { resultOf, tidy, worst } from './verdict'
import type { Result } from '../model/forex/result'

const ORDINARY_DAYS = 180

/** Up to which USD a bank handles a special refund of class A itself, by the day of the refund. */
const limitVersions: readonly { rule: ForexRule; usd: string }[] = [
  { rule: rules.I02, usd: '200000' },
  { rule: rules.I03, usd: '50000' },
]

export type RefundDecision = 'ordinary' | 'bankDirect' | 'safeRegistration' | 'review'
export type RefundVerdict = {
  id: string
  days: number
  special: boolean
  decision: RefundDecision
  limitUsd: string | null
  usdEq: string | null
  /** What the remark of the payment has to say. */
  remark: string | null
  result: Result
  findings: ForexFinding[]
}
export type RefundReport = { result: Result; refunds: RefundVerdict[]; findings: ForexFinding[] }

/** What a refund rests on, by name. */
export const refundDocumentNames: Readonly<
  Record<(typeof refundDocuments)[number], { zh: string; en: string }>
> = {
  creditAdvice: { zh: '原收款凭证', en: 'original credit advice' },
  contractOrCustomsDoc: { zh: '合同或报关单', en: 'contract or declaration' },
  reasonStatement: { zh: '退汇原因说明', en: 'statement of the reason' },
  returnAgreementOrReturnDoc: { zh: '退款协议或退货报关单', en: 'return agreement or customs return' },
}

/** I01–I09: which way a refund goes, by the law of its own day. */
export function checkRefunds({ subject, rates, refunds }: RefundInput): RefundReport {
  const table = new Rates(rates)
  const verdicts = refunds.map((refund) => checkRefund(refund, subjectOn(subject, refund.refundDate), table))
  return {
    result: worst(verdicts.map(({ result }) => result)),
    refunds: verdicts,
    findings: tidy(verdicts.flatMap(({ findings }) => findings)),
  }
}

function checkRefund(refund: Refund, subject: Subject, rates: Rates): RefundVerdict {
  const { id: target, refundDate: day, currency } = refund
  const place = { target, day }
  const days = daysBetween(refund.originalDate, day)
  const above = refund.originalAmount !== undefined && cmp(refund.amount, refund.originalAmount) > 0
  const mirrored = refund.sameRoute && refund.sameParties !== false
  const special = refund.kind === 'goods' && (days > ORDINARY_DAYS || !mirrored)
  const converted = rates.usd(refund.amount, currency, day)
  const usd = 'usd' in converted ? converted.usd : undefined
  const findings = alongside(refund)
  const limit = limitVersions.find(({ rule }) => day >= (rule.from ?? ''))
  const restricted = isRestricted(subject)
  let decision: RefundDecision = 'ordinary'

  if (refund.kind === 'service') {
    if (!refund.sameRoute || above) {
      decision = 'review'
      findings.push(find(rules.I07, place))
    }
  } else if (special) {
    if (restricted) {
      decision = 'safeRegistration'
      if (!refund.registrationFormNo)
        findings.push(find(rules.I04, { ...place, field: 'registrationFormNo' }))
      if (subject.claims?.includes('specialRefundExemption')) {
        findings.push(
          find(rules.F07, { ...place, params: { claims: forexClaimNames.specialRefundExemption } }),
        )
      }
    } else {
      if (subject.class === null) findings.push(find(rules.F01, place))
      findings.push(...missingRateFinding(converted, target, currency))
      decision = !limit
        ? 'safeRegistration'
        : usd === undefined
          ? 'review'
          : cmp(usd, limit.usd) <= 0
            ? 'bankDirect'
            : 'safeRegistration'
      findings.push(find(limit?.rule ?? rules.I03, place))
    }
  } else findings.push(...tell(rules.I01, place))
  if (refund.kind === 'goods' && above) {
    decision = decision === 'ordinary' ? 'review' : decision
    findings.push(
      find(rules.I01, {
        ...place,
        field: 'amount',
        severity: 'review',
        message: { zh: '退汇金额大于原收款', en: 'The refund exceeds the receipt' },
      }),
    )
  }
  const all = tidy(findings)
  return {
    id: target,
    days,
    special,
    decision,
    limitUsd: special && !restricted ? (limit?.usd ?? null) : null,
    usdEq: usd === undefined ? null : usdText(usd),
    remark: special ? '特殊退汇' : null,
    result: resultOf(all),
    findings: all,
  }
}

/** I05, I08, I09: papers, money already converted, goods that come back. */
function alongside({ id, refundDate: day, documents, converted, goodsBack }: Refund): ForexFinding[] {
  const place = { target: id, day }
  const found: ForexFinding[] = []
  const missing = documents && refundDocuments.filter((one) => !documents.includes(one))
  if (missing && missing.length > 0) {
    const names = missing.map((one) => refundDocumentNames[one])
    const named = { zh: names.map(({ zh }) => zh).join('、'), en: names.map(({ en }) => en).join(', ') }
    found.push(find(rules.I05, { ...place, field: 'documents', params: { documents: named } }))
  }
  if (converted) found.push(find(rules.I08, place))
  if (goodsBack) {
    const params = {
      customsUntil: addMonths(goodsBack.releasedOn, 12),
      taxUntil: addMonths(goodsBack.exportedOn, 6),
    }
    found.push(...tell(rules.I09, { ...place, params }))
  }
  return found
}
