import type { Profile } from '../profile'

/** Alipay statement: a preamble of notices, GB18030, ids guarded by tabs, the direction in words beside the amount. */
export const alipay: Profile = {
  id: 'alipay-statement',
  kind: 'payments',
  title: { zh: '支付宝交易明细', en: 'Alipay statement' },
  platform: 'alipay',
  signature: ['交易对方', '收/支'],
  columns: {
    paymentNo: ['交易订单号', '交易号', '支付宝交易号'],
    orderNo: ['商家订单号', '商户订单号'],
    amount: ['金额', '金额(元)', '金额（元）'],
    paidAt: ['交易时间', '付款时间', '交易创建时间'],
    payer: ['交易对方'],
    type: ['交易分类', '类型'],
    direction: ['收/支'],
    status: ['交易状态'],
    fee: ['服务费（元）', '服务费'],
    payName: [{ constant: '支付宝' }],
    currency: [{ constant: 'CNY' }],
  },
  timezone: '+08:00',
  payments: [
    { field: 'status', pattern: '关闭|失败', kind: 'other' },
    { field: 'status', pattern: '退款', kind: 'refund' },
    { field: 'type', pattern: '退款', kind: 'refund' },
    { field: 'type', pattern: '提现', kind: 'withdrawal' },
    { field: 'direction', pattern: '^收入$', kind: 'payment' },
    { field: 'amount', pattern: '.', kind: 'other' },
  ],
}

/** Alipay merchant ledger: a column for each direction, remarks behind `#` around the table. */
export const alipayLedger: Profile = {
  id: 'alipay-ledger',
  kind: 'payments',
  title: { zh: '支付宝账务明细', en: 'Alipay merchant ledger' },
  platform: 'alipay',
  signature: ['账务流水号', '业务流水号', '商户订单号', '发生时间'],
  columns: {
    paymentNo: ['账务流水号'],
    orderNo: ['商户订单号'],
    amount: ['收入金额（+元）', '收入金额'],
    paidOut: ['支出金额（-元）', '支出金额'],
    paidAt: ['发生时间'],
    payer: ['对方账号'],
    type: ['业务类型'],
    refersTo: ['业务流水号'],
    payName: [{ constant: '支付宝' }],
    currency: [{ constant: 'CNY' }],
  },
  timezone: '+08:00',
  payments: [
    { field: 'type', pattern: '退款', kind: 'refund' },
    { field: 'type', pattern: '提现', kind: 'withdrawal' },
    { field: 'type', pattern: '收费|手续费|服务费', kind: 'fee' },
    { field: 'paidOut', pattern: '[1-9]', kind: 'other' },
    { field: 'amount', pattern: '.', kind: 'payment' },
  ],
}

/** WeChat Pay statement: the same idea with its own header names and amounts that carry a yuan sign. */
export const wechat: Profile = {
  ...alipay,
  id: 'wechat-statement',
  title: { zh: '微信支付账单明细', en: 'WeChat Pay statement' },
  platform: 'wechat',
  signature: ['交易时间', '交易类型', '收/支', '当前状态', '交易单号'],
  columns: {
    paymentNo: ['交易单号'],
    orderNo: ['商户单号'],
    amount: ['金额(元)', '金额'],
    paidAt: ['交易时间'],
    payer: ['交易对方'],
    type: ['交易类型'],
    direction: ['收/支'],
    status: ['当前状态'],
    payName: [{ constant: '微信支付' }],
    currency: [{ constant: 'CNY' }],
  },
}

/** China Merchants Bank card statement: no number of its own, amounts signed. */
export const cmb: Profile = {
  id: 'cmb-statement',
  kind: 'payments',
  title: { zh: '招商银行流水', en: 'China Merchants Bank statement' },
  platform: 'cmb',
  signature: ['记账日期', '货币', '交易金额', '联机余额', '交易摘要'],
  columns: {
    paidAt: ['记账日期'],
    currency: ['货币'],
    amount: ['交易金额'],
    type: ['交易摘要'],
    payer: ['对手信息'],
    payName: [{ constant: '招商银行' }],
  },
  timezone: '+08:00',
  payments: [
    { field: 'type', pattern: '退款|退汇', kind: 'refund' },
    { field: 'amount', pattern: '^-', kind: 'other' },
    { field: 'amount', pattern: '.', kind: 'payment' },
  ],
}

/** Stripe unified payments: amounts positive, refunds as a column of the charge. Times are UTC by their header. */
export const stripe: Profile = {
  id: 'stripe-payments',
  kind: 'payments',
  title: { zh: 'Stripe 付款导出', en: 'Stripe unified payments' },
  platform: 'stripe',
  signature: ['id', 'amount', 'amountrefunded', 'currency', 'status'],
  columns: {
    paymentNo: ['id'],
    orderNo: ['Client Reference ID', 'order_id (metadata)', 'Invoice Number', 'Invoice ID'],
    amount: ['Amount'],
    fee: ['Fee'],
    currency: ['Currency'],
    paidAt: ['Created date (UTC)', 'Created (UTC)'],
    status: ['Status'],
    payer: ['Customer Email', 'Customer Description'],
    payName: [{ constant: 'Stripe' }],
  },
  timezone: 'UTC',
  payments: [
    {
      field: 'status',
      pattern: '^(failed|canceled|cancelled|blocked|requires.*|incomplete)$',
      kind: 'other',
    },
    { field: 'status', pattern: '^refunded$', kind: 'refund' },
    { field: 'status', pattern: '.', kind: 'payment' },
  ],
}
