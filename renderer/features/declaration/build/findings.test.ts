import { expect, it } from 'vitest'
import type { BuildFault } from '#shared/declaration/build-fault'
import { findingsOf } from './findings'

const fault: BuildFault = {
  document: 'CEB603',
  path: 'Inventory[1]/InventoryList[2]/gname',
  rule: 'field.required',
  severity: 'refuse',
  value: '',
  message: { zh: '必填', en: 'required' },
  fix: { zh: '补填', en: 'fill it in' },
  source: { record: 'goods', key: 'MUG-1', field: 'gname' },
}

it('says of a fault where it is mended, the element in words and the value, and finds its way back by place', () => {
  const [first, second] = findingsOf([fault, { ...fault, severity: 'warn', document: '', value: '礼品' }])
  expect(first).toMatchObject({ id: '0', effect: 'block', rule: 'field.required' })
  expect(first!.where.zh).toBe('商品 MUG-1，字段 商品名称 gname，当前值 （空）')
  expect(second).toMatchObject({ id: '1', effect: 'hint' })
  expect(second!.where.zh).toContain('当前值 礼品')
  expect(second!.why.en).toBe('Rules of building')
})
