import { unsure, read } from '../rebate/cite'
import type { Basis } from '../rules/rule'
import type { Text } from '../model/text'
import type { ConditionId } from './condition-ids'

export type ClauseArea = 'customs' | 'tax' | 'forex' | 'lists'

/**
 * What a plan may promise. `conditions`: what has to be met before an enterprise may use it, in the order it is asked.
 * `national`: a rule of the whole country behind it, which holds where a plan is silent. A zone names clauses by these ids,
 * so that two plans with other words for the same thing can be compared.
 */
export type ClauseHead = {
  area: ClauseArea
  name: Text
  conditions: readonly ConditionId[]
  national?: readonly Basis[]
}

const notice = (document: string): Basis => ({ document, article: '', strength: 'to-confirm' })
const clause = (
  area: ClauseArea,
  zh: string,
  en: string,
  conditions: readonly ConditionId[],
  ...national: Basis[]
): ClauseHead => ({ area, name: { zh, en }, conditions, ...(national.length > 0 && { national }) })

const belongs = ['registered', 'filed'] as const

export const clauses = {
  'list-summary': clause(
    'customs',
    '简化申报、清单核放、汇总统计',
    'Simplified declaration, release by list, summary',
    [...belongs, 'retail-export', 'free-of-licence'],
    notice('海关总署公告2018年第194号'),
  ),
  'export-return': clause('customs', '出口退货', 'Return of exported goods', [...belongs, 'export']),
  'return-free': clause('customs', 'B2B出口商品免征税复运进境', 'Exported B2B goods back free of tax', [
    ...belongs,
    'b2b-export',
  ]),
  'leaves-first': clause('customs', '先出区后报关', 'Out of the zone first, declared after', [
    ...belongs,
    'bonded',
    'b2b-export',
  ]),
  'tally-first': clause('customs', '先理货后报关', 'Tallied first, declared after', [
    ...belongs,
    'bonded',
    'bonded-import',
  ]),
  'bonded-then-9610': clause('customs', '1210入区+9610出区', 'In as 1210, out as 9610', [
    ...belongs,
    'bonded',
  ]),
  'auto-release': clause('customs', '低风险商品自动放行', 'Release of low risk without review', [...belongs]),
  nationwide: clause('customs', '一键申报、全国通关', 'Declared once, cleared anywhere', [...belongs]),
  'market-procurement': clause('customs', '市场采购贸易融合', 'Market procurement', [...belongs]),
  'special-goods': clause('customs', '特殊商品全流程跟踪', 'Special goods followed at every station', [
    ...belongs,
  ]),
  'exempt-without-voucher': clause(
    'tax',
    '无票免税',
    'Exemption without invoice',
    [...belongs, 'retail-export', 'no-voucher', 'cleared-here', 'not-cancelled'],
    read('2018#103', '一'),
  ),
  'assessed-income-tax': clause(
    'tax',
    '核定征收企业所得税',
    'Assessed income tax',
    [...belongs, 'company', 'retail-export', 'no-voucher', 'cleared-here', 'not-cancelled'],
    unsure('2019#36'),
  ),
  'simple-exempt-voucher': clause('tax', '简化免税凭证', 'Simpler papers for the exemption', [
    ...belongs,
    'retail-export',
    'no-voucher',
  ]),
  'paperless-refund': clause('tax', '退税无纸化', 'Refund without paper', [
    ...belongs,
    'company',
    'class-1-to-3',
  ]),
  'refund-class': clause('tax', '退税分类管理', 'Refund by class of the enterprise', [...belongs, 'company']),
  'faster-refund': clause('tax', 'B2B退税加快办理', 'Faster refund for B2B', [
    ...belongs,
    'company',
    'b2b-export',
  ]),
  'refund-measures': clause('tax', '出口退税便利措施', 'Measures that ease refunds', [...belongs, 'company']),
  'small-scale-refund': clause('tax', '小规模购进退免税', 'Refund for goods of small-scale taxpayers', [
    ...belongs,
    'company',
    'special-invoice',
  ]),
  'special-area-vat': clause('tax', '特殊监管区域增值税优惠', 'VAT of bonded areas', [...belongs, 'bonded']),
  rmb: clause('forex', '人民币计价结算', 'Priced and settled in CNY', []),
  netting: clause(
    'forex',
    '境外费用轧差结算',
    'Costs abroad netted',
    ['registered', 'filed', 'company', 'name-list'],
    notice('汇发〔2020〕11号'),
  ),
  'name-list-by-platform': clause('forex', '平台办理名录登记', 'Name list through the platform', [
    ...belongs,
    'company',
  ]),
  'individual-account': clause('forex', '个人外汇结算账户', 'Settlement account of an individual', [
    ...belongs,
    'individual',
  ]),
  'individual-no-cap': clause('forex', '不受个人年度5万美元限制', 'No yearly cap of USD 50,000', [
    ...belongs,
    'individual',
    'settlement-account',
  ]),
  'individual-bank-direct': clause('forex', '个人直接在银行办理', 'Individuals settle at the bank', [
    'individual',
  ]),
  'three-in-one-settlement': clause('forex', '三单合一自行收结汇', 'Settlement on three matched documents', [
    ...belongs,
    'matched',
  ]),
  'electronic-evidence': clause('forex', '凭交易电子信息结售汇', 'Settlement on electronic trade data', [
    ...belongs,
    'matched',
  ]),
  'bank-direct': clause('forex', '银行直接办理收付汇', 'Receipts and payments straight at the bank', [
    ...belongs,
  ]),
  'forex-class': clause('forex', '外汇分类监管', 'Foreign exchange by class', [...belongs, 'company']),
  'tax-advance': clause('forex', '税费跨境代垫', 'Taxes advanced across the border', [...belongs]),
  'minor-currencies': clause('forex', '小币种直接兑换', 'Direct exchange of minor currencies', []),
  'credit-list': clause('lists', '信用负面清单', 'Negative list of credit', []),
  'supervision-list': clause('lists', '监管负面清单', 'Negative list of supervision', []),
  'positive-list': clause('lists', '正面清单', 'Positive list', ['retail-import', 'on-positive-list']),
} as const satisfies Record<string, ClauseHead>

export type ClauseId = keyof typeof clauses
export const clauseIds = Object.keys(clauses) as [ClauseId, ...ClauseId[]]
