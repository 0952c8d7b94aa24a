import { describe, expect, it } from 'vitest'
import type { Order } from '#shared/model/order'
import { masked, personalFields } from './personal'

describe('personal values of an order', () => {
  it('leave the worker masked, all that the schema names and nothing else', () => {
    const order: Order = {
      record: 'order',
      kind: 'order',
      platform: 'shopify',
      shop: 'main',
      orderNo: '#2001',
      buyerName: 'Amelia Hart',
      consignee: 'Amelia Hart',
      phone: '+10000000000',
      address: '61 Sample Street',
      email: 'amelia@example.com',
      country: 'GB',
      lines: [],
      source: { profile: 'p', firstRow: 2, lastRow: 2 },
    }
    const shown = masked(order)
    for (const field of ['buyerName', 'consignee', 'phone', 'address', 'email'] as const) {
      expect(personalFields).toContain(field)
      expect(shown[field]).not.toBe(order[field])
    }
    expect(shown).toMatchObject({ orderNo: '#2001', country: 'GB', consignee: 'Am***rt' })
    expect('buyerId' in shown).toBe(false)
  })
})
