import { describe, expect, it } from 'vitest'
import { quantityFault, startSides } from './sides'

describe('both sides of a link by hand', () => {
  const line = (qty: string, unit = '件') => ({ id: 'e', qty, unit })
  const invoice = (leftQty: string, unit = '件') => ({ id: 'i', leftQty, unit })

  it('begin with what is wanted, never with more than is left', () => {
    expect(startSides([line('10')], [invoice('25')]).purchases).toEqual([{ id: 'i', qty: '10' }])
    expect(startSides([line('10')], [invoice('4')]).purchases).toEqual([{ id: 'i', qty: '4' }])
    // Other units, or several rows: all that is left; the officer says how much.
    expect(startSides([line('10')], [invoice('25', '千克')]).purchases).toEqual([{ id: 'i', qty: '25' }])
    expect(startSides([line('10'), line('5')], [invoice('25')]).purchases).toEqual([{ id: 'i', qty: '25' }])
  })

  it('refuse what is no quantity and what is more than there is', () => {
    expect(quantityFault('10', '10')).toBeUndefined()
    expect(quantityFault('10.01', '10')?.zh).toBe('只余 10')
    for (const qty of ['0', '', '-1', '1e3', '一']) expect(quantityFault(qty, '10')?.zh).toBe('填大于 0 的数')
  })
})
