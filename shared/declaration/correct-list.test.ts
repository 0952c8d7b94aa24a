import { describe, expect, it } from 'vitest'
import { buildList } from './build-list'
import { correctList, type CorrectionInput } from './correct-list'
import { declareOne } from './declare-one'
import { declareOrder } from './declare-order'
import { declareInput, goods, goodsMap, order, payment, sourced, waybill } from './fixture.test-data'
import type { DossierMessage } from './dossier-messages'
import { staleness } from './staleness'

const first = declareOne(declareInput()).parts[0]?.result.list
if (!first) throw new Error('not built')
const previous = { ...first, preNo: 'B20260302000000001' }

function correction(over: Partial<CorrectionInput> = {}): CorrectionInput {
  const declared = declareOrder(sourced('o1', order()), { goods: new Map(), gifts: 'leave-out' })
  if (declared.faults) throw new Error('not declared')
  return {
    ...declareInput(),
    order: declared.order,
    waybill: sourced('w1', waybill()),
    payment: sourced('p1', payment()),
    guid: () => 'FFFFFFFF-0000-4000-8000-000000000000',
    now: '2026-03-03T02:00:00Z',
    previous,
    refusal: 'rejected',
    stored: new Set<DossierMessage>(['CEB303', 'CEB403', 'CEB505']),
    ...over,
  }
}
const renamed = goodsMap(goods({ gname: '搪瓷餐具' }))

describe('after a rejection', () => {
  it('keeps its numbers, counts the attempt and sends the list alone when only its goods changed', () => {
    const { list, send } = correctList(correction({ goods: renamed }))
    if (!list) throw new Error('refused')
    expect(send).toEqual(['CEB603'])
    expect(list).toMatchObject({ copNo: previous.copNo, orderNo: '#1001', preNo: previous.preNo, attempt: 2 })
    expect(list.documents.inventory.head).toMatchObject({
      appType: '2',
      preNo: previous.preNo,
      appTime: '20260303100000',
    })
    expect(list.documents.inventory.lines?.[0]?.['gname']).toBe('搪瓷餐具')
    expect(list.documents.order).toEqual(previous.documents.order)
  })

  it('sends a changed waybill first, as a change', () => {
    const { list, send } = correctList(
      correction({ waybill: sourced('w1', waybill({ grossWeight: '0.7' }), 2) }),
    )
    expect(send).toEqual(['CEB505', 'CEB603'])
    expect(list?.documents.logistics?.head).toMatchObject({ appType: '2', grossWeight: '0.7' })
  })

  it('follows the zone on how the list goes again', () => {
    const input = correction()
    const { list } = correctList({ ...input, zone: { ...input.zone, rejectedAppType: '1' } })
    expect(list?.documents.inventory.head['appType']).toBe('1')
  })
})

it('after being refused at the door everything is new again', () => {
  const { list, send } = correctList(correction({ refusal: 'refused', stored: new Set() }))
  expect(send).toEqual(['CEB303', 'CEB403', 'CEB505', 'CEB603'])
  expect(list?.documents.inventory.head).toMatchObject({ appType: '1' })
  expect(list).not.toHaveProperty('preNo')
})

it('cannot become another order, and is refused like a first list when its source is wrong', () => {
  const input = correction()
  expect(correctList({ ...input, order: { ...input.order, orderNo: 'X' } }).faults?.[0]?.rule).toBe(
    'correct-order-number',
  )
  expect(correctList({ ...input, goods: goodsMap(goods({ sku: 'Z' })) }).faults?.[0]?.rule).toBe(
    'build-goods-missing',
  )
})

it('a list built twice from the same sources differs in nothing but its submission', () => {
  const { previous: _, refusal: __, stored: ___, ...input } = correction()
  const again = buildList({ ...input, copNo: first.copNo })
  expect(again.list?.documents.inventory.lines).toEqual(first.documents.inventory.lines)
})

it('goes stale when a source moved on or is gone, not when code tables did', () => {
  const now = new Map([...first.provenance.map(({ record, id, rev }) => [`${record}/${id}`, rev] as const)])
  const current = (record: string, id: string) => now.get(`${record}/${id}`)
  expect(staleness(first, current)).toEqual([])
  now.set('goods/g-MUG-01', 2)
  now.delete('waybill/w1')
  for (const key of now.keys()) if (key.startsWith('codes/')) now.set(key, 9)
  expect(staleness(first, current)).toEqual([
    { record: 'goods', id: 'g-MUG-01', rev: 1, current: 2 },
    { record: 'waybill', id: 'w1', rev: 1 },
  ])
})
