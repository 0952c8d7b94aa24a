import type { Profile } from '../profile'

/** Orders export: an order's head stands on its first row, further rows add line items. Times carry their offset. */
export const shopifyOrders: Profile = {
  id: 'shopify-orders',
  kind: 'orders',
  title: { zh: 'Shopify 订单导出', en: 'Shopify orders export' },
  platform: 'shopify',
  signature: ['name', 'financialstatus', 'lineitemquantity', 'lineitemname', 'lineitemprice'],
  headOnFirstRow: true,
  columns: {
    orderNo: ['Name'],
    orderedAt: ['Created at'],
    sku: ['Lineitem sku'],
    name: ['Lineitem name'],
    quantity: ['Lineitem quantity'],
    price: ['Lineitem price'],
    lineDiscount: ['Lineitem discount'],
    currency: ['Currency'],
    freight: ['Shipping'],
    discount: ['Discount Amount'],
    tax: ['Taxes'],
    total: ['Total'],
    refunded: ['Refunded Amount'],
    buyerName: ['Billing Name'],
    consignee: ['Shipping Name', 'Billing Name'],
    phone: ['Shipping Phone', 'Billing Phone', 'Phone'],
    address: [
      {
        join: [
          'Shipping Address1',
          'Shipping Address2',
          'Shipping City',
          'Shipping Zip',
          'Shipping Province',
        ],
      },
      { join: ['Billing Address1', 'Billing Address2', 'Billing City', 'Billing Zip', 'Billing Province'] },
    ],
    email: ['Email'],
    country: ['Shipping Country', 'Billing Country'],
    paymentNo: ['Payment Reference', 'Payment ID'],
    status: ['Financial Status'],
    cancelledAt: ['Cancelled at'],
  },
  orders: [
    { field: 'cancelledAt', pattern: '.', kind: 'cancellation' },
    { field: 'status', pattern: '^voided$', kind: 'cancellation' },
  ],
}

/** Transactions export: one row for each attempt to move money; only successful ones moved any. */
export const shopifyTransactions: Profile = {
  id: 'shopify-transactions',
  kind: 'payments',
  title: { zh: 'Shopify 交易导出', en: 'Shopify transactions export' },
  platform: 'shopify',
  signature: ['order', 'kind', 'amount', 'currency', 'gateway', 'status'],
  columns: {
    paymentNo: ['Transaction ID', 'ID', 'Authorization'],
    orderNo: ['Order', 'Name'],
    amount: ['Amount'],
    currency: ['Currency'],
    paidAt: ['Processed at', 'Created at'],
    type: ['Kind'],
    status: ['Status'],
    payName: ['Gateway'],
  },
  payments: [
    { field: 'status', pattern: '^(failure|error|pending)$', kind: 'other' },
    { field: 'type', pattern: '^(sale|capture)$', kind: 'payment' },
    { field: 'type', pattern: '^refund$', kind: 'refund' },
    { field: 'type', pattern: '^authorization$', kind: 'hold' },
    { field: 'type', pattern: '.', kind: 'other' },
  ],
}
