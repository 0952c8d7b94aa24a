import type { Order } from '#shared/model/order'
import { csvLine } from './csv'

const header = [
  'InvoiceNo',
  'StockCode',
  'Description',
  'Quantity',
  'InvoiceDate',
  'UnitPrice',
  'CustomerID',
  'Country',
]

/** Invoice lines in the form of the UCI "Online Retail" set. */
export function invoiceLines(orders: Iterable<Order>): string {
  const rows = [...orders].flatMap((order, at) =>
    order.lines.map((line) => [
      order.orderNo,
      line.sku,
      line.name,
      line.quantity,
      (order.orderedAt ?? '').slice(0, 19).replace('T', ' '),
      line.price,
      String(17000 + (at % 400)),
      'United Kingdom',
    ]),
  )
  return [header, ...rows].map(csvLine).join('')
}
