import { describe, expect, it } from 'vitest'
import type { CustomsEntry } from '../model/customs-entry'
import type { ReturnCase } from './case'
import { returnedLines, returnedOfEntry, returnedOfItem } from './returned-items'

const back = (of: Partial<ReturnCase>): ReturnCase => ({
  copNo: 'R1',
  list: 'l1',
  listCopNo: 'L1',
  invtNo: '04022026E000000001',
  orderNo: '#1',
  serial: 1,
  direction: 'export',
  mode: '9610',
  event: 'goods-back',
  act: 'return',
  reason: '退货',
  items: [{ gnum: '2', qty: '3' }],
  settled: {},
  notedAt: '2026-05-03T01:00:00.000Z',
  documents: [],
  state: 'accepted',
  ...of,
})
const line = (gnum: string, gseqno: string) => ({
  invtNo: '04022026E000000001',
  logisticsNo: 'W1',
  gseqno,
  gnum,
  gcode: '7323930000',
})
const entry: CustomsEntry = {
  sumNo: 'S1',
  declSeqNo: 'D1',
  told: { entryId: { value: '310420260000000001', at: '1' } },
  parts: { 1: { at: '1', count: 1, lines: [line('1', '1'), line('2', '2'), line('3', '2')] } },
}
const list = {
  lines: [
    { gnum: '1', unit: '007' },
    { gnum: '2', unit: '007' },
    { gnum: '3', unit: '035' },
  ],
}
const unitOf = (code: string) => ({ '007': '个', '035': '千克' })[code] ?? code
const itemsOf = (...cases: ReturnCase[]) =>
  returnedOfEntry(
    entry,
    returnedLines(cases, () => list, unitOf),
  )

describe('what came back of the items of a 报关单', () => {
  it('adds the returns of the lines that went into an item, each with where it comes from', () => {
    const items = itemsOf(
      back({}),
      back({ copNo: 'R2', act: 'elsewhere', state: 'noted', notedAt: '2026-06-01T16:30:00.000Z' }),
    )
    expect([...items.keys()]).toEqual(['310420260000000001002'])
    const returned = returnedOfItem({ unit: '个' }, items.get('310420260000000001002')!)
    expect(returned).toEqual({ qty: '6', on: '2026-06-02', by: ['R1', 'R2'] })
  })

  it('counts nothing that did not come back, and no other list', () => {
    expect(
      itemsOf(
        back({ state: 'void' }),
        back({ direction: 'import' }),
        back({ event: 'destroyed', act: 'none' }),
        back({ event: 'refund-only', act: 'none', items: [] }),
        back({ invtNo: '04022026E000000009' }),
      ).size,
    ).toBe(0)
  })

  it('tells no quantity where a line counts in another unit than the item', () => {
    const items = itemsOf(
      back({
        items: [
          { gnum: '2', qty: '3' },
          { gnum: '3', qty: '1' },
        ],
      }),
    )
    expect(returnedOfItem({ unit: '个' }, items.get('310420260000000001002')!)).toEqual({
      on: '2026-05-03',
      by: ['R1'],
    })
  })
})
