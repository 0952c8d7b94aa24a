import type { FieldTable } from '../../import/profile'

/**
 * What a column of a settlement file can mean, whether a platform's settlement or the ledger of an account at a payment
 * institution. Amounts keep the sign of the file: what is taken is negative.
 */
export const settlementFields: FieldTable = {
  settlementId: {
    type: 'id',
    label: { zh: '结算单号', en: 'Settlement' },
    synonyms: ['结算批次号', '结算编号', '账期编号', 'settlement id', 'settlement no', 'payout id'],
  },
  account: {
    type: 'id',
    label: { zh: '账户', en: 'Account' },
    synonyms: ['账号', '账户号', '收款账户', 'account no', 'account number', 'account id'],
  },
  shop: { type: 'text', label: { zh: '店铺', en: 'Shop' }, synonyms: ['店铺名称', 'store', 'shop name'] },
  happenedAt: {
    type: 'instant',
    label: { zh: '发生时间', en: 'Time' },
    synonyms: [
      '发生日期',
      '交易时间',
      '交易日期',
      '入账时间',
      '入账日期',
      '记账时间',
      '创建时间',
      '日期',
      '时间',
      'date',
      'date/time',
      'transaction date',
      'transaction time',
      'posted date',
      'created',
      'created at',
      'completed at',
    ],
  },
  type: {
    type: 'text',
    label: { zh: '类型', en: 'Type' },
    synonyms: ['交易类型', '业务类型', '费用类型', '资金类型', 'transaction type', 'category'],
  },
  detail: {
    type: 'text',
    label: { zh: '说明', en: 'Description' },
    synonyms: ['备注', '摘要', '费用项', 'description', 'details', 'memo', 'note', 'remark'],
  },
  status: {
    type: 'text',
    label: { zh: '状态', en: 'Status' },
    synonyms: ['交易状态', 'transaction status'],
  },
  effect: { type: 'text', label: { zh: '余额影响', en: 'Effect on the balance' }, synonyms: [] },
  orderNo: {
    type: 'id',
    asWritten: true,
    label: { zh: '订单号', en: 'Order number' },
    synonyms: ['平台订单号', '商户订单号', 'order id', 'order no', 'merchant order id'],
  },
  lineNo: {
    type: 'id',
    label: { zh: '流水号', en: 'Transaction' },
    synonyms: [
      '交易流水号',
      '交易号',
      '交易编号',
      '业务流水号',
      'transaction id',
      'transaction no',
      'reference',
    ],
  },
  refersTo: {
    type: 'id',
    label: { zh: '关联流水', en: 'Related transaction' },
    synonyms: ['关联流水号', '兑换配对号', '原交易流水号', 'related transaction'],
  },
  currency: {
    type: 'currency',
    label: { zh: '币制', en: 'Currency' },
    synonyms: ['币种', '货币', '账户币种', '交易币种', 'currency code'],
  },
  amount: {
    type: 'decimal',
    money: true,
    required: true,
    unless: ['paidOut', 'total', 'net'],
    label: { zh: '金额', en: 'Amount' },
    synonyms: [
      '交易金额',
      '收入',
      '收入金额',
      '贷方金额',
      '入账金额',
      'gross',
      'gross amount',
      'money in',
      'credit',
    ],
  },
  paidOut: {
    type: 'decimal',
    money: true,
    label: { zh: '支出金额', en: 'Paid out' },
    synonyms: ['支出', '借方金额', '出账金额', 'money out', 'debit'],
  },
  fee: {
    type: 'decimal',
    money: true,
    label: { zh: '手续费', en: 'Fee' },
    synonyms: ['服务费', 'fees', 'fee amount', 'transaction fee'],
  },
  net: {
    type: 'decimal',
    money: true,
    label: { zh: '净额', en: 'Net' },
    synonyms: ['实际金额', '到账金额', 'net amount'],
  },
  balance: {
    type: 'decimal',
    money: true,
    label: { zh: '余额', en: 'Balance' },
    synonyms: ['账户余额', '当前余额', '可用余额', 'running balance', 'closing balance'],
  },
  total: {
    type: 'decimal',
    money: true,
    label: { zh: '结算总额', en: 'Settlement total' },
    synonyms: ['应付总额', '放款金额', 'payout amount', 'total amount'],
  },
  paidOn: {
    type: 'text',
    label: { zh: '放款日期', en: 'Paid on' },
    synonyms: ['打款日期', '结算日期', 'deposit date', 'payout date'],
  },
}
