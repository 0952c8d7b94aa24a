import { describe, expect, it } from 'vitest'
import { personalColumns } from './personal-columns'

describe('personalColumns', () => {
  const header = ['订单号', '商品名称', '单价', '收货人', '备注']

  it('are those that name a person and those nobody reads', () => {
    expect([...personalColumns('orders', header, 'auto')].sort()).toEqual([3, 4])
  })

  it('follow the mapping, also where one column is read twice', () => {
    const map = { orderNo: '订单号', price: '单价', consignee: '备注+订单号' }
    expect([...personalColumns('orders', header, 'generic', map)].sort()).toEqual([0, 1, 3, 4])
  })

  it('are all columns of a header that is not understood, and none of a goods master', () => {
    expect([...personalColumns('waybills', ['甲', '乙'], 'auto')]).toEqual([0, 1])
    expect([...personalColumns('goods', ['货号', '申报品名', '甲'], 'auto')]).toEqual([])
  })
})
