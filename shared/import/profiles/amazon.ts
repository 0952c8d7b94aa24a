import type { Profile } from '../profile'

/** Row kinds of a settlement; the leading row of a settlement states its total and the only currency. */
const settlementKinds: Profile['payments'] = [
  { field: 'total', pattern: '\\d', kind: 'withdrawal' },
  { field: 'type', pattern: 'refund|chargeback|guarantee', kind: 'refund' },
  { field: 'type', pattern: 'reserve', kind: 'hold' },
  { field: 'type', pattern: 'transfer|successful', kind: 'withdrawal' },
  { field: 'direction', pattern: 'fee|commission|cost of advertising', kind: 'fee' },
  { field: 'type', pattern: 'fee|service', kind: 'fee' },
  { field: 'amount', pattern: '^0$', kind: 'other' },
  { field: 'type', pattern: '^order$', kind: 'payment' },
  { field: 'type', pattern: '.', kind: 'other' },
]

const common = {
  kind: 'payments',
  platform: 'amazon',
  carry: { by: 'refersTo', fields: ['currency'] },
  summaryRows: { field: 'total', pattern: '\\d' },
  payments: settlementKinds,
} as const

/** Flat file V2: one amount column, its meaning in two others. */
export const amazonSettlementV2: Profile = {
  ...common,
  id: 'amazon-settlement-v2',
  title: { zh: '亚马逊结算报告 V2', en: 'Amazon settlement report V2' },
  signature: ['settlementid', 'transactiontype', 'amounttype', 'amountdescription', 'amount'],
  columns: {
    refersTo: ['settlement-id'],
    orderNo: ['order-id'],
    amount: ['amount'],
    total: ['total-amount'],
    currency: ['currency'],
    type: ['transaction-type'],
    direction: [{ join: ['amount-type', 'amount-description'] }],
    paidAt: ['posted-date-time', 'posted-date', 'deposit-date'],
  },
}

/** Flat file V1: one column for each kind of amount; a row fills one of them. */
export const amazonSettlementV1: Profile = {
  ...common,
  id: 'amazon-settlement-v1',
  title: { zh: '亚马逊结算报告 V1', en: 'Amazon settlement report V1' },
  signature: ['settlementid', 'transactiontype', 'priceamount', 'itemrelatedfeeamount'],
  columns: {
    refersTo: ['settlement-id'],
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
    direction: [
      {
        join: [
          'shipment-fee-type',
          'order-fee-type',
          'price-type',
          'item-related-fee-type',
          'other-fee-reason-description',
        ],
      },
    ],
    paidAt: ['posted-date', 'deposit-date'],
  },
}

/** Flat file order report: item prices are totals of the line, freight and tax stand on each line. */
export const amazonOrders: Profile = {
  id: 'amazon-orders',
  kind: 'orders',
  title: { zh: '亚马逊订单报告', en: 'Amazon order report' },
  platform: 'amazon',
  signature: ['amazonorderid', 'purchasedate', 'sku', 'itemprice'],
  columns: {
    orderNo: ['amazon-order-id'],
    orderedAt: ['purchase-date'],
    sku: ['sku'],
    name: ['product-name'],
    quantity: ['quantity', 'quantity-purchased'],
    lineTotal: ['item-price'],
    lineTax: ['item-tax'],
    lineFreight: ['shipping-price'],
    lineDiscount: ['item-promotion-discount'],
    currency: ['currency'],
    buyerName: ['buyer-name'],
    email: ['buyer-email'],
    consignee: ['recipient-name'],
    phone: ['ship-phone-number', 'buyer-phone-number'],
    address: [
      {
        join: [
          'ship-address-1',
          'ship-address-2',
          'ship-address-3',
          'ship-city',
          'ship-state',
          'ship-postal-code',
        ],
      },
    ],
    country: ['ship-country'],
    status: ['order-status', 'item-status'],
  },
  orders: [{ field: 'status', pattern: '^cancell?ed$', kind: 'cancellation' }],
}
