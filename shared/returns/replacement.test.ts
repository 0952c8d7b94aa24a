import { describe, expect, it } from 'vitest'
import { reportOf, run } from '../../test/fixtures/import/run'
import type { Order } from '../model/order'
import { replacementFaults, replacementFile, replacementNo, type Replacement } from './replacement'

const line = { sku: '007-MUG', name: '搪瓷杯, "350"', quantity: '1', price: '12.50' }
const wanted: Replacement = { orderNo: '#2001-R1', lines: [line] }
const codes = (change: Partial<Replacement>, holder: Parameters<typeof replacementFaults>[1] = 'free') =>
  replacementFaults({ ...wanted, ...change }, holder).map(({ code }) => code)

describe('换货', () => {
  it('has a number of its own, goods and a price above nothing', () => {
    expect(codes({})).toEqual([])
    expect(codes({ lines: [{ ...line, price: '0' }] })).toEqual(['replacement-price'])
    expect(codes({ lines: [{ ...line, price: '' }] })).toEqual(['replacement-price'])
    expect(codes({ lines: [line, { ...line, sku: ' ', quantity: '-1' }] })).toEqual([
      'replacement-sku',
      'replacement-quantity',
    ])
    expect(codes({ orderNo: 'X'.repeat(61) })).toEqual(['replacement-long'])
    expect(codes({ orderNo: '' })).toEqual(['replacement-number'])
    const [fault] = replacementFaults({ ...wanted, lines: [line, { ...line, price: '-1' }] }, 'free')
    expect(fault).toMatchObject({
      where: 'replacement',
      severity: 'refuse',
      text: { zh: '第2行的单价不是大于0的数' },
    })
  })

  it('makes no order that is there, and links none that is not', () => {
    expect(codes({}, 'order')).toEqual(['replacement-taken'])
    expect(codes({}, 'itself')).toEqual(['replacement-itself'])
    expect(codes({ lines: [] }, 'order')).toEqual([])
    expect(codes({ lines: [] }, 'free')).toEqual(['replacement-unknown'])
    expect(codes({ lines: [], orderNo: '' })).toEqual([])
  })

  it('is numbered after the first order', () => {
    expect([replacementNo('#2001', 0), replacementNo('#2001', 1)]).toEqual(['#2001-R1', '#2001-R2'])
  })

  it('comes in as an order of the same shop, buyer and currency, digit for digit', async () => {
    const first = {
      platform: 'shopify',
      shop: '主店',
      currency: 'USD',
      consignee: 'O"Neil, Ada',
      address: '1 Elm St\r\nFlat 2',
      country: 'US',
    }
    const text = replacementFile(
      { ...wanted, lines: [line, { ...line, sku: '008' }] },
      first,
      '2026-04-02T01:02:03Z',
    )
    const imported = await run(text, 'orders', { profile: 'template-orders' })
    expect(imported.refused).toEqual([])
    expect(reportOf(imported)).toMatchObject({ rowsAccepted: 2, rowsRefused: 0 })
    expect(imported.records).toHaveLength(1)
    const [order] = imported.records as Order[]
    expect(order).toMatchObject({
      kind: 'order',
      platform: 'shopify',
      shop: '主店',
      orderNo: '#2001-R1',
      currency: 'USD',
      country: 'US',
      consignee: 'O"Neil, Ada',
      lines: [
        { class: 'goods', sku: '007-MUG', name: '搪瓷杯, "350"', quantity: '1', price: '12.5' },
        { sku: '008' },
      ],
    })
    expect(order!.orderedAt).toContain('2026-04-02')
    expect(order!.address).toContain('Flat 2')
  })
})
