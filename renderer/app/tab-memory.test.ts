import { describe, expect, it } from 'vitest'
import { rememberable } from './tab-memory'

const tab = (params: Record<string, string>) => ({
  id: 'x',
  view: 'orders/order',
  params,
  title: 'SO-2026-001',
})

describe('remembered tabs', () => {
  it('keep random ids and no title', () => {
    const id = '0f4e7a52-6c1e-4c39-9d0b-1f7f5be0a0aa'
    expect(rememberable([tab({ id })])).toEqual([{ view: 'orders/order', params: { id } }])
  })

  it('leave out anything that could be a number of the business', () => {
    const numbers = ['SO-2026-001', '1234567890123456789012345678901234', 'abc', '张三']
    for (const id of numbers) expect(rememberable([tab({ id })])).toEqual([])
    expect(rememberable([tab({ id: '0f4e7a52-6c1e-4c39-9d0b-1f7f5be0a0aa', order: 'A1' })])).toEqual([])
  })
})
