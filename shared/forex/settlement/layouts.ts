import type { ColumnSource } from '../../table/mapping'
import type { Text } from '../../model/text'
import type { CostClass } from '../../model/forex/netting'
import type { RowKind } from './line'

/** How sure a layout is. `seen`: a real file was read; `published`: the company describes it; `secondHand`: others do. */
export const evidenceText = {
  own: { zh: '驿关模板', en: 'Our template' },
  seen: { zh: '以真实文件核对', en: 'Checked on a real file' },
  published: { zh: '按其公布的列名', en: 'By the columns its company publishes' },
  secondHand: { zh: '列名据第三方资料（口径待确认）', en: 'Columns second-hand, to be confirmed' },
  mapped: { zh: '按列对应读取', en: 'Read by a mapping of columns' },
} as const satisfies Readonly<Record<string, Text>>
export type Evidence = keyof typeof evidenceText

/** First marker that matches a row decides. Tested on the words of the row, without regard to case. */
export type RowMarker = {
  in: 'type' | 'detail' | 'words' | 'status' | 'effect'
  pattern: string
  sign?: 'negative' | 'positive'
  kind: RowKind
  cost?: CostClass
}

/** One settlement file as data: how it is known, which column is what, what its rows are. */
export type Layout = {
  id: string
  /** Lines of settlements, or the ledger of an account at an institution. */
  level: 'platform' | 'institution'
  title: Text
  evidence: Evidence
  signature: readonly string[]
  columns: Readonly<Record<string, readonly ColumnSource[]>>
  /** Columns that are not listed are found by the names of the fields. */
  open?: boolean
  markers: readonly RowMarker[]
  /** A row that fills `total` states what its settlement paid out, and the currency of its lines. */
  headRow?: boolean
  /** What the fee column means where there is a net: added to the amount, or taken from it. */
  feeSign: 'added' | 'taken'
  /** Zone of times that carry none. */
  timezone?: string
}

/**
 * Costs by the words of a line, for a netting. Only warehousing, logistics and tax are named by the rule; the others are
 * for the bank to confirm, and words that are not here for a person.
 */
const costs: readonly RowMarker[] = [
  { in: 'words', pattern: 'advertis|sponsored|广告|推广', kind: 'fee', cost: 'advertising' },
  {
    in: 'words',
    pattern: 'long.?term storage|aged inventory|overage|超龄|超期仓储',
    kind: 'fee',
    cost: 'storagePenalty',
  },
  { in: 'words', pattern: 'storage|warehous|仓储|仓租', kind: 'fee', cost: 'warehousing' },
  {
    in: 'words',
    pattern:
      'fulfil?lment|fbaper|shipping ?(label|chargeback)|inbound|transportation|freight|postage|配送|物流|运费|头程|尾程',
    kind: 'fee',
    cost: 'logistics',
  },
  { in: 'words', pattern: 'commission|referral|佣金', kind: 'fee', cost: 'commission' },
  { in: 'words', pattern: 'payment (processing )?fee|支付手续费|收单', kind: 'fee', cost: 'paymentFee' },
]

/**
 * Amazon: reserves, money of earlier settlements, tax that was withheld, then costs, refunds and sales. Tax in the price is
 * paid by the buyer and part of the sale.
 */
const amazonMarkers: readonly RowMarker[] = [
  { in: 'words', pattern: 'reserve', sign: 'negative', kind: 'reserveHeld' },
  { in: 'words', pattern: 'reserve', sign: 'positive', kind: 'reserveReleased' },
  {
    in: 'words',
    pattern:
      'payable to amazon|successful charge|unsuccessful|failed (transfer|disbursement)|beginning balance|debt',
    kind: 'earlierBalance',
  },
  {
    in: 'words',
    pattern: 'withheld|facilitator|\\bvat\\b|\\btds\\b|\\btcs\\b',
    kind: 'tax',
    cost: 'tax',
  },
  ...costs,
  { in: 'words', pattern: 'itemfees|servicefee|\\bfees?\\b|fee$|fee\\b', kind: 'fee' },
  { in: 'type', pattern: 'refund|chargeback|guarantee|a-to-z', kind: 'refund' },
  { in: 'type', pattern: '^order$', kind: 'sale' },
  { in: 'words', pattern: '.', kind: 'adjustment' },
]

const amazon = {
  level: 'platform',
  headRow: true,
  feeSign: 'taken',
  markers: amazonMarkers,
} as const

const amazonV2: Layout = {
  ...amazon,
  id: 'amazon-settlement-v2',
  title: { zh: '亚马逊结算报告 V2', en: 'Amazon settlement report V2' },
  evidence: 'published',
  signature: ['settlement-id', 'transaction-type', 'amount-type', 'amount-description', 'amount'],
  columns: {
    settlementId: ['settlement-id'],
    orderNo: ['order-id'],
    amount: ['amount'],
    total: ['total-amount'],
    currency: ['currency'],
    type: ['transaction-type'],
    detail: [{ join: ['amount-type', 'amount-description'] }],
    happenedAt: ['posted-date-time', 'posted-date'],
    paidOn: ['deposit-date'],
    shop: ['marketplace-name'],
  },
}

const amazonV1: Layout = {
  ...amazon,
  id: 'amazon-settlement-v1',
  title: { zh: '亚马逊结算报告 V1', en: 'Amazon settlement report V1' },
  evidence: 'seen',
  signature: ['settlement-id', 'transaction-type', 'price-amount', 'item-related-fee-amount'],
  columns: {
    settlementId: ['settlement-id'],
    orderNo: ['order-id'],
    amount: [
      {
        sum: [
          'shipment-fee-amount',
          'order-fee-amount',
          'price-amount',
          'item-related-fee-amount',
          'misc-fee-amount',
          'other-fee-amount',
          'promotion-amount',
          'direct-payment-amount',
          'other-amount',
        ],
      },
    ],
    total: ['total-amount'],
    currency: ['currency'],
    type: ['transaction-type'],
    detail: [
      {
        join: [
          'shipment-fee-type',
          'order-fee-type',
          'price-type',
          'item-related-fee-type',
          'other-fee-reason-description',
          'promotion-type',
        ],
      },
    ],
    happenedAt: ['posted-date'],
    paidOn: ['deposit-date'],
    shop: ['marketplace-name'],
  },
}

const paypal: Layout = {
  id: 'paypal-activity',
  level: 'institution',
  title: { zh: 'PayPal 交易活动', en: 'PayPal activity' },
  evidence: 'seen',
  signature: ['Date', 'Time', 'TimeZone', 'Gross', 'Net', 'Transaction ID'],
  feeSign: 'added',
  columns: {
    lineNo: ['Transaction ID'],
    refersTo: ['Reference Txn ID'],
    orderNo: ['Invoice Number', 'Invoice ID', 'Custom Number'],
    happenedAt: [{ join: ['Date', 'Time', 'TimeZone'] }],
    type: ['Type', 'Description'],
    status: ['Status'],
    effect: ['Balance Impact'],
    currency: ['Currency'],
    amount: ['Gross'],
    fee: ['Fee'],
    net: ['Net'],
    balance: ['Balance'],
  },
  markers: [
    { in: 'effect', pattern: '^memo$', kind: 'memo' },
    { in: 'type', pattern: 'conversion', kind: 'conversion' },
    { in: 'type', pattern: 'hold|reserve|authori[sz]ation', sign: 'negative', kind: 'reserveHeld' },
    { in: 'type', pattern: 'release|hold|reserve', sign: 'positive', kind: 'reserveReleased' },
    { in: 'type', pattern: 'withdraw|transfer to bank|payout to bank', kind: 'withdrawal' },
    { in: 'type', pattern: 'refund|reversal|chargeback|dispute', kind: 'refund' },
    { in: 'type', pattern: '\\bfee\\b', kind: 'fee', cost: 'paymentFee' },
    { in: 'type', pattern: 'payment|checkout|sale', sign: 'positive', kind: 'sale' },
    { in: 'words', pattern: '.?', kind: 'other' },
  ],
}

const stripeMarkers: readonly RowMarker[] = [
  { in: 'type', pattern: 'payout|^transfer$|^transfer_(cancel|failure)', kind: 'withdrawal' },
  { in: 'type', pattern: 'conversion', kind: 'conversion' },
  { in: 'type', pattern: 'reserve|risk_?reserved|_hold$|_release$', sign: 'negative', kind: 'reserveHeld' },
  {
    in: 'type',
    pattern: 'reserve|risk_?reserved|_hold$|_release$',
    sign: 'positive',
    kind: 'reserveReleased',
  },
  { in: 'type', pattern: 'refund|dispute|chargeback', kind: 'refund' },
  { in: 'type', pattern: '^tax$', kind: 'tax', cost: 'tax' },
  { in: 'type', pattern: 'fee$|^fee|^network_cost', kind: 'fee', cost: 'paymentFee' },
  { in: 'type', pattern: '^(charge|payment)$', kind: 'sale' },
  { in: 'words', pattern: '.?', kind: 'other' },
]

/** Reports “balance change from activity”, “payout reconciliation” and “payouts”, itemized. */
const stripeReport: Layout = {
  id: 'stripe-balance-report',
  level: 'institution',
  title: { zh: 'Stripe 余额变动报告', en: 'Stripe balance report' },
  evidence: 'published',
  signature: ['balance_transaction_id', 'currency', 'gross', 'fee', 'net', 'reporting_category'],
  feeSign: 'taken',
  timezone: 'UTC',
  columns: {
    lineNo: ['balance_transaction_id'],
    refersTo: ['source_id'],
    settlementId: ['automatic_payout_id', 'payout_id'],
    happenedAt: ['created_utc', 'effective_at_utc', 'created', 'effective_at'],
    type: ['reporting_category'],
    detail: ['description'],
    currency: ['currency'],
    amount: ['gross'],
    fee: ['fee'],
    net: ['net'],
  },
  markers: stripeMarkers,
}

/** The balance history as it is exported from the dashboard. */
const stripeHistory: Layout = {
  id: 'stripe-balance-history',
  level: 'institution',
  title: { zh: 'Stripe 余额历史', en: 'Stripe balance history' },
  evidence: 'secondHand',
  signature: [
    'id',
    'Type',
    'Source',
    'Amount',
    'Fee',
    'Net',
    'Currency',
    'Created (UTC)',
    'Available On (UTC)',
  ],
  feeSign: 'taken',
  timezone: 'UTC',
  columns: {
    lineNo: ['id'],
    refersTo: ['Source'],
    settlementId: ['Transfer'],
    happenedAt: ['Created (UTC)'],
    type: ['Type'],
    detail: ['Description'],
    currency: ['Currency'],
    amount: ['Amount'],
    fee: ['Fee'],
    net: ['Net'],
  },
  markers: stripeMarkers,
}

/** Words of our own templates, which ledgers of institutions use as well. */
export const ownWords: readonly (readonly [kind: RowKind, zh: string, also: string])[] = [
  ['opening', '期初余额', 'opening balance|期初'],
  ['closing', '期末余额', 'closing balance|期末'],
  ['payout', '平台结算入账', '结算入账|平台放款|店铺放款|platform payout|marketplace payout'],
  ['reserveHeld', '保留金扣留', '保证金冻结|冻结|reserve held|hold'],
  ['reserveReleased', '保留金释放', '保证金解冻|解冻|reserve released|release'],
  ['earlierBalance', '前期欠款', '上期余额|earlier balance'],
  ['conversion', '兑换', '换汇|结汇|conversion|exchange'],
  ['withdrawal', '提现', 'withdraw|bank transfer|transfer to bank'],
  ['refund', '退款', '拒付|refund|chargeback|reversal'],
  ['tax', '税费', '税金|代扣税|\\btax\\b|\\bvat\\b'],
]

const worded: readonly RowMarker[] = ownWords.map(([kind, zh, also]) => ({
  in: 'words',
  pattern: `${zh}|${also}`,
  kind,
  ...(kind === 'tax' && { cost: 'tax' as const }),
}))

const openMarkers = (last: readonly RowMarker[]): readonly RowMarker[] => [
  ...worded,
  ...costs,
  { in: 'words', pattern: '手续费|服务费|平台费|\\bfees?\\b', kind: 'fee' },
  ...last,
]

const saleWords: RowMarker = {
  in: 'words',
  pattern: '销售|货款|订单|\\b(sale|order|payment)\\b',
  kind: 'sale',
}

export const platformTemplate: Layout = {
  id: 'template-settlement',
  level: 'platform',
  title: { zh: '驿关平台结算模板', en: 'Yiguan template of settlements' },
  evidence: 'own',
  signature: ['结算单号', '币制', '类型', '金额', '结算总额'],
  columns: {},
  open: true,
  headRow: true,
  feeSign: 'taken',
  timezone: 'Asia/Shanghai',
  markers: openMarkers([saleWords, { in: 'words', pattern: '.?', kind: 'adjustment' }]),
}

export const ledgerTemplate: Layout = {
  id: 'template-account-ledger',
  level: 'institution',
  title: { zh: '驿关机构账户流水模板', en: 'Yiguan template of account ledgers' },
  evidence: 'own',
  signature: ['账户', '发生时间', '币制', '类型', '金额', '余额'],
  columns: {},
  open: true,
  feeSign: 'taken',
  timezone: 'Asia/Shanghai',
  markers: openMarkers([saleWords, { in: 'words', pattern: '.?', kind: 'other' }]),
}

/** Files no layout describes: by the names of fields, or by a mapping. Whose they are is not guessed. */
export const mappedPlatform: Layout = {
  ...platformTemplate,
  id: 'mapped-settlement',
  title: { zh: '按列对应的平台结算', en: 'Settlement by mapped columns' },
  evidence: 'mapped',
  signature: [],
}
export const mappedLedger: Layout = {
  ...ledgerTemplate,
  id: 'mapped-account-ledger',
  title: { zh: '按列对应的机构流水', en: 'Ledger by mapped columns' },
  evidence: 'mapped',
  signature: [],
}

/** Every layout that is known by its header. */
export const layouts: readonly Layout[] = [
  platformTemplate,
  ledgerTemplate,
  amazonV2,
  amazonV1,
  paypal,
  stripeReport,
  stripeHistory,
]
