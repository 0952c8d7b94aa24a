import type { Text } from '../../model/text'
import type { Finding, RuleHead } from '../../rules/rule'
import type { LawLayer } from '../layers'
import type { RebateEnterprise } from '../../model/rebate/enterprise'
import type { TreatmentLine } from '../../model/rebate/export-line'
import type { RateAnswer } from '../rate-lookup'

export type Treatment = 'refund' | 'exempt' | 'taxed' | 'notYet' | 'needs-confirmation'
export type RefundMethod = 'exempt-refund' | 'exempt-credit-refund'

/** Everything a rule may look at. `rate`: of the goods, or of the material they follow. */
export type LineFacts = {
  line: TreatmentLine
  enterprise: RebateEnterprise
  asOf: string
  layer: LawLayer
  taxpayer: 'general' | 'small' | undefined
  rate: RateAnswer
  /** The goods follow the policy of their main material. */
  followsMaterial: boolean
  cancelled: { code: string; document?: string } | undefined
  /** Value in USD of the whole declaration; undefined where an item is in another currency. */
  declarationUsd: string | undefined
}

/**
 * What a rule says of a line. `candidate`: a refund, if the conditions that every refund has to meet hold too. `also`: rules
 * that stand beside it.
 */
export type Decision = {
  treatment: Treatment
  candidate?: boolean
  method?: RefundMethod
  inputVat?: 'refund' | 'toCost' | 'creditable'
  businessType?: string
  also?: readonly string[]
  /** Why this and not the rule's own sentence. */
  note?: Text
}

/** A rule that only marks: it takes part in the reasons and may warn, and decides nothing. */
export type Mark = { mark: true; findings?: readonly Finding[] }

export type TreatmentRule = RuleHead & { decide(facts: LineFacts): Decision | Mark | undefined }

export const isMark = (said: Decision | Mark): said is Mark => 'mark' in said

export const hasVoucher = ({ vouchers }: TreatmentLine, ...types: readonly string[]): boolean =>
  vouchers.some(({ type }) => types.includes(type))

/** 专票 or 缴款书: what a refund of input can rest on. */
export const hasRefundVoucher = (line: TreatmentLine): boolean =>
  hasVoucher(line, 'vatSpecial', 'customsPayment')

/** Bought goods of a trading company: the strongest voucher decides. */
export const trades = ({ enterprise, line }: LineFacts): boolean =>
  enterprise.type === 'trading' && line.goodsSource !== 'usedEquipment'

/** A trading company with what a refund can rest on. */
export const isRefundedTrader = (facts: LineFacts): boolean => trades(facts) && hasRefundVoucher(facts.line)

const retailModes = ['9610', '1210', '1239']
export const isRetailMode = (supervisionMode: string): boolean => retailModes.includes(supervisionMode)

/** Whether a stated exception to the list of cancelled refunds stands in the layer of the export. */
export const isExcepted = ({ line: { cancelledListException: exception }, layer }: LineFacts): boolean =>
  exception !== undefined && (exception !== 'zoneGoods' || layer.zoneGoodsExcepted)

export const exempt: Decision = { treatment: 'exempt', inputVat: 'toCost' }
export const confirm = (zh: string, en: string): Decision => ({
  treatment: 'needs-confirmation',
  note: { zh, en },
})
/**
 * Taxed as a sale at home; the input can be credited where there is a voucher to credit it by, which a small-scale taxpayer
 * never can.
 */
export const taxed = ({ line, taxpayer }: Pick<LineFacts, 'line' | 'taxpayer'>): Decision => ({
  treatment: 'taxed',
  ...(hasRefundVoucher(line) && taxpayer !== 'small' && { inputVat: 'creditable' as const }),
})
