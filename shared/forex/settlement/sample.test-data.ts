import type { RawRow } from '../../table/rows'
import { readSettlement, type SettlementFile, type SettlementOptions } from './read-settlement'

export const table = (text: string, delimiter = ','): RawRow[] =>
  text
    .trim()
    .split('\n')
    .map((line, at) => ({ row: at + 1, cells: line.split(delimiter) }))

export function read(
  rows: readonly RawRow[],
  options?: SettlementOptions,
  map?: Record<string, string>,
): SettlementFile {
  const file = readSettlement(rows, options, map)
  if ('unreadable' in file) throw new Error(file.unreadable.message.en)
  return file
}
const v2Header =
  'settlement-id,settlement-start-date,settlement-end-date,deposit-date,total-amount,currency,transaction-type,order-id,amount-type,amount-description,amount,posted-date,posted-date-time,marketplace-name'
const v2Line = (type: string, order: string, kind: string, description: string, amount: string) =>
  `77,,,,,,${type},${order},${kind},${description},${amount},2026-10-03,2026-10-03 20:00:00 UTC,Amazon.com`
export const v2 = (total: string) =>
  table(
    [
      v2Header,
      `77,2026-10-01 00:00:00 UTC,2026-10-14 00:00:00 UTC,2026-10-16 00:00:00 UTC,${total},USD,,,,,,,,`,
      v2Line('Order', 'O1', 'ItemPrice', 'Principal', '100.00'),
      v2Line('Order', 'O1', 'ItemPrice', 'Tax', '8.00'),
      v2Line('Order', 'O1', 'ItemWithheldTax', 'MarketplaceFacilitatorTax-Principal', '-8.00'),
      v2Line('Order', 'O1', 'ItemFees', 'Commission', '-15.00'),
      v2Line('Order', 'O1', 'ItemFees', 'FBAPerUnitFulfillmentFee', '-5.00'),
      v2Line('Refund', 'O0', 'ItemPrice', 'Principal', '-20.00'),
      v2Line('Refund', 'O0', 'ItemFees', 'Commission', '3.00'),
      v2Line('ServiceFee', '', 'Cost of Advertising', 'TransactionTotalAmount', '-7.00'),
      v2Line('other-transaction', '', 'other-transaction', 'Subscription Fee', '-4.00'),
      v2Line('other-transaction', '', 'other-transaction', 'Current Reserve Amount', '-30.00'),
      v2Line('other-transaction', '', 'other-transaction', 'Previous Reserve Amount Balance', '10.00'),
      v2Line('other-transaction', '', 'other-transaction', 'Payable to Amazon', '-2.00'),
    ].join('\n'),
  )

export const paypalHeader =
  'Date,Time,TimeZone,Name,Type,Status,Currency,Gross,Fee,Net,Transaction ID,Reference Txn ID,Balance'
export const paypal = [
  '29/10/2026,07:45:51,PST,A,General Payment,Completed,USD,84.00,-4.25,79.75,T1,,179.75',
  '30/10/2026,13:30:31,PST,,General Currency Conversion,Completed,USD,-50.00,0.00,-50.00,T2,T3,129.75',
  '30/10/2026,13:30:31,PST,,General Currency Conversion,Completed,EUR,43.34,0.00,43.34,T3,T2,43.34',
  '31/10/2026,08:00:00,PST,B,Payment Hold,Completed,USD,-20.00,0.00,-20.00,T4,T1,109.75',
  '31/10/2026,09:00:00,PST,B,Payment Refund,Completed,USD,-10.00,0.50,-9.50,T5,T1,100.25',
  '31/10/2026,10:00:00,PST,,General Withdrawal,Pending,USD,-100.00,0.00,-100.00,T6,,0.25',
]
export const paypalFile = (lines: readonly string[]) =>
  read(table([paypalHeader, ...lines].join('\n')), { account: 'PP' })
