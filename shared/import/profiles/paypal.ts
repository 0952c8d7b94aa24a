import type { Profile } from '../profile'

/**
 * Activity download in its older and newer headers. A purchase in another currency is three rows; the two conversion
 * rows name the purchase in `Reference Txn ID`.
 */
export const paypal: Profile = {
  id: 'paypal-activity',
  kind: 'payments',
  title: { zh: 'PayPal 交易活动', en: 'PayPal activity' },
  platform: 'paypal',
  signature: ['date', 'time', 'timezone', 'type', 'status', 'currency', 'gross', 'transactionid'],
  columns: {
    paymentNo: ['Transaction ID'],
    orderNo: ['Invoice Number', 'Invoice ID', 'Custom Number'],
    amount: ['Gross'],
    fee: ['Fee'],
    currency: ['Currency'],
    paidAt: [{ join: ['Date', 'Time', 'TimeZone'] }],
    type: ['Type'],
    status: ['Status'],
    refersTo: ['Reference Txn ID'],
    payer: ['Name', 'From Email Address'],
    payName: [{ constant: 'PayPal' }],
  },
  payments: [
    { field: 'type', pattern: 'conversion', kind: 'conversion' },
    { field: 'type', pattern: 'refund|reversal|chargeback', kind: 'refund' },
    { field: 'type', pattern: 'hold|reserve|authori[sz]ation|order$', kind: 'hold' },
    { field: 'type', pattern: 'withdraw|transfer to bank|payout to bank', kind: 'withdrawal' },
    { field: 'type', pattern: '\\bfee\\b', kind: 'fee' },
    { field: 'status', pattern: '^(denied|canceled|cancelled|failed|expired|pending)$', kind: 'other' },
    { field: 'amount', pattern: '^-', kind: 'other' },
    { field: 'type', pattern: 'payment|checkout|purchase|sale', kind: 'payment' },
    { field: 'type', pattern: '.', kind: 'other' },
  ],
}
