import { describe, expect, it } from 'vitest'
import { fixture, reportOf, run } from '../../../test/fixtures/import/run'
import type { Order } from '../../model/order'
import type { Payment } from '../../model/payment'
import type { Waybill } from '../../model/waybill'

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
