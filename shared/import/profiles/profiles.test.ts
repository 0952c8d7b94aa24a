import { describe, expect, it } from 'vitest'
import { fixture, reasons, reportOf, run } from '../../../test/fixtures/import/run'
import type { RecordKind } from '../../model/import-report'
import type { Order } from '../../model/order'
import type { Payment } from '../../model/payment'
import type { Waybill } from '../../model/waybill'
import { fieldTables } from '../fields/index'
import { profiles } from './index'
import { importKinds, templateHeaders } from './template'

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

describe('what the formats say', () => {
  it('classifies invoice lines by markers first, then by their figures', async () => {
    const { records, warnings, outcome } = await run(fixture('online-retail.csv'), 'orders')
    expect(outcome.ok && outcome.report.classes).toEqual({
      adjustment: 1,
      discount: 1,
      fee: 1,
      freight: 1,
      gift: 1,
      goods: 5,
      return: 3,
    })
    const orders = records as Order[]
    const first = orders.find((order) => order.orderNo === '700001')
    expect(first?.lines.map((line) => [line.row, line.class, line.price])).toEqual([
      [2, 'goods', '2.55'],
      [3, 'goods', '3.39'],
      [4, 'freight', '18'],
      [8, 'goods', '1.005'],
    ])
    expect(orders.find((order) => order.orderNo === 'C700004')?.cancels).toBe('700001')
    expect(orders.find((order) => order.orderNo === 'C700005')?.cancels).toBeUndefined()
    expect(warnings.map((warning) => `${warning.row} ${warning.rule}`)).toEqual(
      expect.arrayContaining(['8 order.split-block', '6 row.repeated', '10 order.cancellation-unmatched']),
    )
  })

  it('reads the head of a Shopify order from its first row and keeps the file time beside the instant', async () => {
    const { records } = await run(fixture('shopify-orders.csv'), 'orders', { options: { shop: 'de' } })
    expect(records[0]).toMatchObject({
      orderNo: '#2001',
      shop: 'de',
      platform: 'shopify',
      currency: 'EUR',
      freight: '7',
      discount: '5',
      tax: '4.15',
      total: '71.95',
      orderedAt: '2026-05-01T09:10:00+02:00',
      fileTime: '2026-05-01 09:10:00 +0200',
      country: 'DE',
      source: { firstRow: 2, lastRow: 4 },
    })
    expect((records[0] as Order).lines.map((line) => line.class)).toEqual(['goods', 'goods', 'gift'])
    expect(records[1]).toMatchObject({
      businessDay: '2026-05-02',
      refunded: '10',
      lines: [{ name: 'Cable, 2 m\n(black)' }],
    })
    expect(records[2]).toMatchObject({ kind: 'cancellation', cancels: '#2003' })
  })

  it('links PayPal conversions by the reference and decides day and month by the whole file', async () => {
    const { records } = await run(fixture('paypal-activity.csv'), 'payments')
    expect(
      (records as Payment[]).map(({ paymentNo, kind, refersTo }) => [paymentNo, kind, refersTo]),
    ).toEqual([
      ['P1', 'payment', undefined],
      ['P2', 'conversion', 'P4'],
      ['P3', 'conversion', 'P4'],
      ['P4', 'other', undefined],
      ['P5', 'withdrawal', undefined],
      ['P6', 'refund', 'P1'],
    ])
    expect((records[0] as Payment).paidAt).toBe('2026-06-09T07:19:50-07:00')
  })

  it('asks for the order of day and month when no date decides it, and obeys the answer', async () => {
    const open = await run(fixture('paypal-comma.csv'), 'payments')
    expect(reportOf(open).questions?.map(({ id }) => id)).toEqual(['dateOrder', 'shop'])
    expect(open.records[0]).toMatchObject({ fileTime: '09/06/2026 07:19:50 CEST' })
    expect(open.records[0]).not.toHaveProperty('paidAt')
    const told = await run(fixture('paypal-comma.csv'), 'payments', {
      options: { dateOrder: 'mdy', shop: 'x' },
    })
    expect(told.records[0]).toMatchObject({ paidAt: '2026-09-06T07:19:50+02:00' })
    expect(reportOf(told).questions).toBeUndefined()
  })

  it('carries the currency of a settlement to its lines and keeps its total out of the sums', async () => {
    const { records } = await run(fixture('amazon-settlement-v2.tsv'), 'payments')
    expect(
      (records as Payment[]).map(({ kind, amount, currency, refersTo }) => [
        kind,
        amount,
        currency,
        refersTo,
      ]),
    ).toEqual([
      ['withdrawal', '16', 'EUR', '88001'],
      ['payment', '19.99', 'EUR', '88001'],
      ['fee', '-3', 'EUR', '88001'],
      ['refund', '-0.99', 'EUR', '88001'],
    ])
    expect(records[1]).toMatchObject({ paidAt: '2026-05-02T13:45:00+00:00', orderNo: '302-1' })
  })

  it('keeps a line total that does not divide, and its exact sum', async () => {
    const { records } = await run(fixture('amazon-orders.tsv'), 'orders')
    const [order] = records as Order[]
    expect(order).toMatchObject({ freight: '5', tax: '8.48' })
    expect(order?.lines.map(({ quantity, price, amount }) => [quantity, price, amount])).toEqual([
      ['3', '33.333333', '100'],
      ['2', '3', '6'],
    ])
  })

  it('skips the preamble and the footer of a statement and reads its guarded numbers', async () => {
    const { records } = await run(fixture('alipay.csv'), 'payments')
    expect(records[0]).toMatchObject({
      paymentNo: '20260212001100010301',
      orderNo: 'T2001',
      amount: '49.74',
      currency: 'CNY',
      paidAt: '2026-02-12T21:32:14+08:00',
      source: { firstRow: 13 },
    })
  })

  it('reads weights in the unit of the header', async () => {
    const { records } = await run(fixture('parcels.csv'), 'waybills')
    expect(
      (records as Waybill[]).map(({ logisticsNo, grossWeight, packNo }) => [
        logisticsNo,
        grossWeight,
        packNo,
      ]),
    ).toEqual([
      ['LX100', '0.62', 1],
      ['LX101', '1.2505', 2],
    ])
  })
})

describe('our own template', () => {
  it('is recognised by the headers it is written with', async () => {
    for (const kind of ['orders', 'payments', 'waybills'] as const) {
      const report = reportOf(await run(`${templateHeaders(kind).join(',')}\n`, kind))
      expect([report.profile, report.rowsRead]).toEqual([`template-${kind}`, 0])
    }
  })

  it('for retail import names the persons, says that the order comes in, and refuses a row like any other', async () => {
    const imported = await run(fixture('template-import-orders.csv'), 'orders')
    expect(reasons(imported)).toEqual(['3 field.decimal'])
    expect(imported.records[0]).toMatchObject({
      direction: 'import',
      buyerIdNumber: '11010519491231002X',
      buyerPhone: '13800000001',
      phone: '13800000002',
      tax: '17.29',
      total: '207.29',
    })
    const [exported] = (await run(fixture('template-orders.csv'), 'orders')).records
    expect('direction' in exported!).toBe(false)
    for (const kind of importKinds) {
      const report = reportOf(await run(`${templateHeaders(kind, 'import').join(',')}\n`, kind))
      expect(report.profile).toBe(`template-import-${kind}`)
    }
  })

  it('comes in or goes out as the officer says, whatever its columns are', async () => {
    const directions = async (name: string, direction?: 'export' | 'import') => {
      const options = { timezone: 'Asia/Shanghai', ...(direction && { direction }) }
      const { records } = await run(fixture(name), 'orders', { options })
      return [...new Set(records.map((record) => (record as Order).direction))]
    }
    expect(await directions('template-orders.csv', 'import')).toEqual(['import'])
    expect(await directions('template-import-orders.csv', 'export')).toEqual([undefined])
    expect(await directions('template-import-orders.csv')).toEqual(['import'])
  })

  it('for the waybills of retail import tells the day the goods came in, or refuses what is none', async () => {
    const file = (day: string) =>
      `运单号,订单号,物流企业代码,航班航次号,进口日期\nYD1,A1,3305980001,CA901,${day}`
    const { records } = await run(file('2026/4/1'), 'waybills')
    expect(records).toMatchObject([{ voyageNo: 'CA901', arrivedOn: '2026-04-01' }])
    expect(reasons(await run(file('soon'), 'waybills'))).toEqual(['2 field.day'])
  })

  it('refuses rows with every reason, keeps the rest of the order and marks it incomplete', async () => {
    const imported = await run(fixture('template-orders.csv'), 'orders', {
      options: { timezone: 'Asia/Shanghai' },
    })
    expect(reasons(imported)).toEqual(['6 field.instant', '7 field.decimal'])
    expect(
      imported.records.map((record) => [(record as Order).orderNo, (record as Order).refusedRows]),
    ).toEqual([
      ['DD1001', undefined],
      ['DD1002', undefined],
      ['DD1004', [7]],
    ])
    expect(imported.records[1]).toMatchObject({ currency: 'USD', orderedAt: '2026-04-01T11:00:00+08:00' })
    const goods = await run(fixture('template-goods.csv'), 'goods')
    expect(reasons(goods)).toEqual(['3 field.digits', '3 field.digits', '3 field.choice'])
    expect(goods.records[0]).toMatchObject({ sku: 'TD-1', statisticsFlag: 'A', barCode: '无' })
  })
})
