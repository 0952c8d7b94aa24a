import { describe, expect, it } from 'vitest'
import { ControlList } from './list'
import { listOfRows, rowsOfList, withoutReplaced } from './list-rows'
import { shippedLists } from './lists'

const [shipped] = shippedLists as [ControlList]
const signed = (version: string): ControlList => ({
  ...shipped,
  version,
  reference: { key: 'a-key', version },
})

describe('a list by its rows', () => {
  it.each(shippedLists)('is the same list again: $id', (list) => {
    const rows = rowsOfList(list)
    expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length)
    const read = listOfRows(new Map(rows.map(({ key, row }) => [key, row])), { version: list.version })
    expect(ControlList.parse(read)).toEqual(list)
  })
})

describe('a signed version of a list', () => {
  it('stands for every other version from its first day on; without a signature they stay beside each other', () => {
    const list = signed('5')
    const [, other] = shippedLists as [ControlList, ControlList]
    const later = { ...list, version: '6', from: '2027-01-01' }
    const all = [shipped, other, list, later]
    expect(withoutReplaced(all, '2026-06-01')).toEqual([other, list])
    expect(withoutReplaced(all, '2027-01-01')).toEqual([other, later])
    expect(withoutReplaced([shipped, later], '2026-06-01')).toEqual([shipped])
    expect(withoutReplaced([shipped, { ...shipped, version: 'next' }], '2026-06-01')).toHaveLength(2)
  })
})
