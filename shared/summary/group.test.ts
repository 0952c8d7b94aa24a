import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cmp, sum } from '../money/decimal'
import { groupEntries, MOST_ITEMS } from './group'
import { headKey, lineKey, type Grouping } from './keys'
import { closedList, listLine } from './sample.test-data'
import type { SummaryList } from './summary-list'

const grouping: Grouping = { summaryFlag: '2', itemNameFlag: '1' }

describe('报关单 to come', () => {
  it('adds equal lines into one item and says of how many lists', () => {
    const [entry, ...more] = groupEntries([closedList(1), closedList(2)], grouping)
    expect(more).toEqual([])
    expect(entry).toMatchObject({
      lists: 2,
      grossWeight: '2.4',
      netWeight: '2',
      amounts: [{ currency: '502', amount: '40' }],
    })
    expect(entry!.items).toMatchObject([
      { no: 1, gcode: '6109100022', amount: '40', lists: 2, quantities: [{ unit: '011', quantity: '4' }] },
    ])
  })

  it.each(headKey.map(({ element }) => element))('goes apart by %s of the head', (element) => {
    const other = closedList(2, { head: { [element]: '9' } })
    expect(groupEntries([closedList(1), other], grouping)).toHaveLength(2)
  })

  it.each(lineKey.map(({ element }) => element))('goes apart by %s of the line', (element) => {
    const other = closedList(2, { lines: [listLine(1, { [element]: '9' })] })
    expect(groupEntries([closedList(1), other], grouping)[0]!.items).toHaveLength(2)
  })

  it('looks at the maker with flag 2 only, and at names with flag 1 only', () => {
    const maker = closedList(2, { head: { ownerCode: 'X' } })
    expect(groupEntries([closedList(1), maker], { ...grouping, summaryFlag: '1' })).toHaveLength(1)
    const name = closedList(2, { lines: [listLine(1, { gname: 'T恤' })] })
    expect(groupEntries([closedList(1), name], grouping)[0]!.items).toHaveLength(2)
    expect(groupEntries([closedList(1), name], { ...grouping, itemNameFlag: '0' })[0]!.items).toHaveLength(1)
  })

  it('never mixes units silently', () => {
    const other = closedList(2, { lines: [listLine(1, { unit: '006' })] })
    expect(groupEntries([closedList(1), other], grouping)[0]!.items[0]!.quantities).toEqual([
      { unit: '011', quantity: '2' },
      { unit: '006', quantity: '2' },
    ])
  })

  it('cuts at 50 items', () => {
    const lists = Array.from({ length: 101 }, (_, n) =>
      closedList(n, { lines: [listLine(1, { gcode: String(6100000000 + n) })] }),
    )
    expect(groupEntries(lists, grouping).map(({ items }) => items.length)).toEqual([50, 50, 1])
  })
})

const lists = fc.array(
  fc.record({
    country: fc.constantFrom('502', '303'),
    gross: fc.integer({ min: 2, max: 9999 }),
    lines: fc.array(
      fc.record({
        gcode: fc.constantFrom('6109100022', '6110200011', '4202920000'),
        currency: fc.constantFrom('502', '300'),
        cents: fc.integer({ min: 1, max: 99_999 }),
        qty: fc.integer({ min: 1, max: 9 }),
      }),
      { minLength: 1, maxLength: 4 },
    ),
  }),
  { minLength: 1, maxLength: 30 },
)

it('conserves every line, amount, quantity and weight, and is the same in any order', () => {
  fc.assert(
    fc.property(lists, fc.boolean(), (made, byMaker) => {
      const all = made.map(({ country, gross, lines }, n): SummaryList =>
        closedList(n, {
          head: { country, grossWeight: `${gross}.5`, netWeight: `${gross}` },
          lines: lines.map(({ gcode, currency, cents, qty }, at) =>
            listLine(at + 1, {
              gcode,
              currency,
              qty: String(qty),
              totalPrice: `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`,
            }),
          ),
        }),
      )
      const by: Grouping = { summaryFlag: byMaker ? '2' : '1', itemNameFlag: '0' }
      const entries = groupEntries(all, by)
      const items = entries.flatMap((entry) => entry.items)
      const lines = items.flatMap((item) => item.lines.map(({ invtNo, gnum }) => `${invtNo} ${gnum}`))
      const wanted = all.flatMap(({ invtNo, inventory }) =>
        inventory.lines!.map(({ gnum }) => `${invtNo} ${gnum}`),
      )
      expect(lines.sort()).toEqual(wanted.sort())
      const declared = all.flatMap(({ inventory }) =>
        inventory.lines!.map(({ totalPrice = '' }) => totalPrice),
      )
      expect(cmp(sum(items.map(({ amount }) => amount)), sum(declared))).toBe(0)
      const weights = all.map(({ inventory }) => inventory.head['grossWeight']!)
      expect(cmp(sum(entries.map(({ grossWeight }) => grossWeight)), sum(weights))).toBe(0)
      expect(Math.max(...entries.map((entry) => entry.items.length))).toBeLessThanOrEqual(MOST_ITEMS)
      const shown = (some: typeof entries) =>
        some.map(({ head, items: its }) => ({
          head,
          its: its.map(({ gcode, amount }) => ({ gcode, amount })),
        }))
      expect(shown(groupEntries([...all].reverse(), by))).toEqual(shown(entries))
    }),
    { numRuns: 60 },
  )
})
