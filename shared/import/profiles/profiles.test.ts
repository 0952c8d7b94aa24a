import { describe, expect, it } from 'vitest'
import { fixture, reportOf, run } from '../../../test/fixtures/import/run'
import type { RecordKind } from '../../model/import-report'
import { fieldTables } from '../fields/index'
import { profiles } from './index'

type Expected = [
  file: string,
  kind: RecordKind,
  profile: string,
  encoding: string,
  rows: string,
  kinds: string,
  amounts: string,
]

const table: Expected[] = [
  [
    'online-retail.csv',
    'orders',
    'uci-online-retail',
    'utf-8',
    '13/13/0',
    'adjustment 2, cancellation 3, order 4',
    'unspecified -7.945',
  ],
  [
    'shopify-orders.csv',
    'orders',
    'shopify-orders',
    'utf-8',
    '5/5/0',
    'cancellation 1, order 2',
    'EUR 65.8, USD 20',
  ],
  [
    'shopify-transactions.csv',
    'payments',
    'shopify-transactions',
    'utf-8',
    '5/5/0',
    'hold 1, other 1, payment 2, refund 1',
    'EUR 71.95, USD 40',
  ],
  [
    'paypal-activity.csv',
    'payments',
    'paypal-activity',
    'utf-8-bom',
    '6/6/0',
    'conversion 2, other 1, payment 1, refund 1, withdrawal 1',
    'USD 1055.73, AUD 0',
  ],
  ['paypal-comma.csv', 'payments', 'paypal-activity', 'utf-8', '2/2/0', 'payment 2', 'EUR 1666.25'],
  [
    'amazon-settlement-v1.tsv',
    'payments',
    'amazon-settlement-v1',
    'utf-8',
    '5/5/0',
    'fee 2, other 1, payment 1, withdrawal 1',
    'USD 25.49',
  ],
  [
    'amazon-settlement-v2.tsv',
    'payments',
    'amazon-settlement-v2',
    'utf-8',
    '4/4/0',
    'fee 1, payment 1, refund 1, withdrawal 1',
    'EUR 16',
  ],
  ['amazon-orders.tsv', 'orders', 'amazon-orders', 'utf-8', '3/3/0', 'cancellation 1, order 1', 'USD 106'],
  ['stripe.csv', 'payments', 'stripe-payments', 'utf-8', '3/3/0', 'other 1, payment 1, refund 1', 'USD 95'],
  [
    'alipay.csv',
    'payments',
    'alipay-statement',
    'gb18030',
    '4/4/0',
    'other 1, payment 1, refund 1, withdrawal 1',
    'CNY 585.77',
  ],
  [
    'wechat.csv',
    'payments',
    'wechat-statement',
    'utf-8-bom',
    '3/3/0',
    'other 1, payment 1, withdrawal 1',
    'CNY 1328.61',
  ],
  ['cmb.csv', 'payments', 'cmb-statement', 'utf-8-bom', '2/2/0', 'other 1, payment 1', 'CNY 234'],
  [
    'paypal-de.csv',
    'payments',
    'paypal-activity-de',
    'windows-1252',
    '2/2/0',
    'payment 1, refund 1',
    'EUR 1633.75',
  ],
  ['paypal-es.csv', 'payments', 'paypal-activity-es', 'utf-8', '1/1/0', 'payment 1', 'EUR 10.5'],
  [
    'paypal-zh.csv',
    'payments',
    'paypal-activity-zh',
    'utf-8',
    '2/2/0',
    'conversion 1, payment 1',
    'USD 1000',
  ],
  [
    'alipay-ledger.csv',
    'payments',
    'alipay-ledger',
    'gb18030',
    '3/3/0',
    'fee 1, payment 1, refund 1',
    'CNY 49.4',
  ],
  ['wechat-merchant.csv', 'payments', 'generic', 'utf-8', '2/2/0', 'payment 2', 'CNY 120.5'],
  ['taobao.csv', 'orders', 'generic', 'gb18030', '2/2/0', 'cancellation 1, order 1', 'unspecified 159.7'],
  ['sale-report.csv', 'orders', 'generic', 'utf-8', '4/3/1', 'cancellation 2, order 1', 'INR 1647.62'],
  ['template-orders.csv', 'orders', 'template-orders', 'gb18030', '7/5/2', 'order 3', 'USD 107.7'],
  ['template-import-orders.csv', 'orders', 'template-import-orders', 'utf-8', '2/1/1', 'order 1', 'CNY 200'],
  [
    'template-import-payments.csv',
    'payments',
    'template-import-payments',
    'utf-8',
    '1/1/0',
    'payment 1',
    'CNY 207.29',
  ],
  ['template-import-waybills.csv', 'waybills', 'template-import-waybills', 'utf-8', '1/1/0', 'waybill 1', ''],
  ['template-payments.csv', 'payments', 'template-payments', 'utf-8', '2/2/0', 'payment 2', 'USD 104.7'],
  ['template-waybills.csv', 'waybills', 'template-waybills', 'utf-8', '3/2/1', 'waybill 2', ''],
  ['template-weighings.csv', 'weighings', 'template-weighings', 'utf-8-bom', '4/2/2', 'weighing 2', ''],
  ['template-goods.csv', 'goods', 'template-goods', 'utf-8', '2/1/1', 'goods 1', ''],
  [
    'template-invoices.csv',
    'invoices',
    'template-invoices',
    'utf-8',
    '3/2/1',
    'vatOrdinary 1, vatSpecial 1',
    'CNY 880',
  ],
  [
    'template-declarations.csv',
    'declarations',
    'template-declarations',
    'utf-8',
    '2/1/1',
    'declaration 1',
    'USD 2500',
  ],
  ['template-rates.csv', 'rates', 'template-rates', 'utf-8', '3/2/1', 'rate 2', ''],
  [
    'template-exchange-rates.csv',
    'exchange-rates',
    'template-exchange-rates',
    'utf-8',
    '3/2/1',
    'centralParity 1, customs 1',
    '',
  ],
  [
    'template-handbooks.csv',
    'handbooks',
    'template-handbooks',
    'utf-8',
    '4/2/2',
    'purchased 1, supplied 1',
    '',
  ],
  [
    'template-warehouse-lots.csv',
    'warehouse-lots',
    'template-warehouse-lots',
    'utf-8',
    '4/2/2',
    'warehouse-lots 2',
    '',
  ],
  [
    'template-warehouse-stock.csv',
    'warehouse-stock',
    'template-warehouse-stock',
    'utf-8',
    '3/2/1',
    'warehouse-stock 2',
    '',
  ],
  [
    'template-warehouse-outs.csv',
    'warehouse-outs',
    'template-warehouse-outs',
    'utf-8',
    '2/1/1',
    'warehouse-outs 1',
    '',
  ],
  [
    'template-forex-refunds.csv',
    'forex-refunds',
    'template-forex-refunds',
    'utf-8',
    '3/1/2',
    'forex-refunds 1',
    'USD 120',
  ],
  [
    'template-forex-contracts.csv',
    'forex-contracts',
    'template-forex-contracts',
    'utf-8',
    '3/2/1',
    'forex-contracts 2',
    '',
  ],
  [
    'template-cost-documents.csv',
    'cost-documents',
    'template-cost-documents',
    'utf-8',
    '3/2/1',
    'cost-documents 2',
    'USD 40',
  ],
  ['template-tariff.csv', 'tariff', 'template-tariff', 'utf-8', '2/1/1', 'tariff 1', ''],
  [
    'template-code-changes.csv',
    'code-changes',
    'template-code-changes',
    'utf-8',
    '2/2/0',
    'code-change 2',
    '',
  ],
  ['parcels.csv', 'waybills', 'generic', 'utf-8', '2/2/0', 'waybill 2', ''],
]

const listed = (counts: Record<string, string | number>) =>
  Object.entries(counts)
    .map(([name, count]) => `${name} ${count}`)
    .join(', ')

describe('every format that is recognised by its header', () => {
  it.each(table)('%s', async (file, kind, profile, encoding, rows, kinds, amounts) => {
    const report = reportOf(await run(fixture(file), kind))
    expect([
      report.profile,
      report.encoding,
      `${report.rowsRead}/${report.rowsAccepted}/${report.rowsRefused}`,
      listed(report.records.byKind),
      listed(report.amounts),
    ]).toEqual([profile, encoding, rows, kinds, amounts])
    expect(Object.values(report.classes).reduce((a, b) => a + b, 0)).toBe(report.rowsAccepted)
  })

  it('has a fixture for each profile', () => {
    const covered = new Set(table.map(([, , profile]) => profile))
    expect(profiles.map(({ id }) => id).filter((id) => !covered.has(id))).toEqual([])
  })

  it('names only fields and headers that exist', () => {
    for (const profile of profiles) {
      const fields = fieldTables[profile.kind]
      const used = [
        ...Object.keys(profile.columns),
        ...[...(profile.lines ?? []), ...(profile.orders ?? []), ...(profile.payments ?? [])].map(
          (marker) => marker.field,
        ),
      ]
      expect(used.filter((field) => !fields[field])).toEqual([])
    }
  })
})
