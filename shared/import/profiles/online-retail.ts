import type { Profile } from '../profile'

/**
 * Invoice lines of the UCI "Online Retail" sets, in both header spellings. A cancellation is an invoice of its own
 * whose number starts with C; an invoice starting with A corrects the ledger. Stock codes that are no goods are
 * markers. The file names neither currency nor time zone.
 */
export const onlineRetail: Profile = {
  id: 'uci-online-retail',
  kind: 'orders',
  title: { zh: 'UCI Online Retail 发票行', en: 'UCI Online Retail invoice lines' },
  signature: ['stockcode', 'description', 'quantity', 'invoicedate', 'country'],
  columns: {
    orderNo: ['InvoiceNo', 'Invoice'],
    sku: ['StockCode'],
    name: ['Description'],
    quantity: ['Quantity'],
    orderedAt: ['InvoiceDate'],
    price: ['UnitPrice', 'Price'],
    buyerId: ['CustomerID', 'Customer ID'],
    country: ['Country'],
  },
  orders: [
    { field: 'orderNo', pattern: '^C', kind: 'cancellation' },
    { field: 'orderNo', pattern: '^A', kind: 'adjustment' },
  ],
  lines: [
    { field: 'sku', pattern: '^(POST|DOT|C2)$', class: 'freight' },
    { field: 'sku', pattern: '^D$', class: 'discount' },
    { field: 'sku', pattern: '^(BANK CHARGES|AMAZONFEE|CRUK|S)$', class: 'fee' },
    { field: 'sku', pattern: '^(M|B|PADS|ADJUST\\d*|TEST\\d+|gift_.*|GIFT)$', class: 'adjustment' },
  ],
  pairCancellations: true,
}
