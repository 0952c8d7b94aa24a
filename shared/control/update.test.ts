import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CodeDelta } from '../codes/delta'
import type { ControlList, ListEntry } from './list'
import { shippedLists } from './lists'
import { planListUpdate, rowsOfList, tableOfList, withoutReplaced } from './update'

const [shipped] = shippedLists as [ControlList]
const key = 'a-key'
const whole = (list: ControlList, to = '1'): CodeDelta => ({
  table: tableOfList(list.id),
  from: null,
  to,
  put: rowsOfList(list),
  drop: [],
})
const taken = (delta: CodeDelta, have?: ControlList) => {
  const plan = planListUpdate(delta, have, { key, practice: false })
  if ('fix' in plan) throw new Error(plan.code)
  return plan
}
const refused = (delta: CodeDelta, have?: ControlList) => {
  const plan = planListUpdate(delta, have, { key, practice: false })
  return 'fix' in plan ? plan.code : undefined
}

/** What a publisher sends from one version to the next: rows that are new or otherwise, and keys that are gone. */
function between(a: ControlList, b: ControlList, from: string, to: string): CodeDelta {
  const before = new Map(rowsOfList(a).map((one) => [one.key, JSON.stringify(one.row)]))
  const after = rowsOfList(b)
  return {
    table: tableOfList(b.id),
    from,
    to,
    put: after.filter(({ key: name, row }) => before.get(name) !== JSON.stringify(row)),
    drop: [...before.keys()].filter((name) => !after.some((one) => one.key === name)),
  }
}

const entries = fc
  .uniqueArray(fc.integer({ min: 10, max: 99 }), { maxLength: 12 })
  .chain((codes) =>
    fc.tuple(
      ...codes.map((code) =>
        fc
          .constantFrom(undefined, '甲', '乙')
          .map((note): ListEntry => ({ code: String(code), ...(note && { note }) })),
      ),
    ),
  )

describe('a signed update of a list', () => {
  it('from any version to any other gives exactly that list (property)', () => {
    fc.assert(
      fc.property(entries, entries, (a, b) => {
        const [first, second] = [a, b].map((own) => ({ ...shipped, entries: own })) as [
          ControlList,
          ControlList,
        ]
        const { list } = taken(whole(first))
        const next = taken(between(first, second, '1', '2'), list)
        const byCode = (own: readonly ListEntry[]) => [...own].sort((x, y) => (x.code! < y.code! ? -1 : 1))
        expect(byCode(next.list.entries)).toEqual(byCode(second.entries))
        expect(next.list).toMatchObject({ id: shipped.id, version: '2', reference: { key, version: '2' } })
        expect(next.added + next.changed + next.same).toBe(second.entries.length)
        expect(next.stopped).toBe(first.entries.length - next.changed - next.same)
      }),
      { numRuns: 60 },
    )
  })

  it('is refused when it does not join on, is of another list, or has an entry nobody understands; then nothing is taken', () => {
    const { list } = taken(whole(shipped))
    const next = { ...whole(shipped, '3'), from: '2' }
    expect(refused(next, list)).toBe('delta-version')
    expect(refused({ ...next, from: '1' }, { ...list, reference: { key: 'another', version: '1' } })).toBe(
      'delta-version',
    )
    expect(refused({ ...next, from: '1' })).toBe('delta-version')
    expect(refused({ ...whole(shipped), table: 'unit' })).toBe('delta-table')
    expect(refused({ ...whole(shipped), table: tableOfList('another') })).toBe('delta-row')
    const odd = { key: '9999', row: { code: '9999', needs: ['a paper nobody knows'] } }
    expect(refused({ ...whole(shipped), put: [...whole(shipped).put, odd] })).toBe('delta-row')
    expect(refused({ ...whole(shipped), put: whole(shipped).put.slice(1) })).toBe('delta-row')
  })

  it('stands for every other version from its first day on; without a signature they stay beside each other', () => {
    const { list } = taken(whole(shipped, '5'))
    const [, other] = shippedLists as [ControlList, ControlList]
    const later = { ...list, version: '6', from: '2027-01-01' }
    const all = [shipped, other, list, later]
    expect(withoutReplaced(all, '2026-06-01')).toEqual([other, list])
    expect(withoutReplaced(all, '2027-01-01')).toEqual([other, later])
    expect(withoutReplaced([shipped, later], '2026-06-01')).toEqual([shipped])
    expect(withoutReplaced([shipped, { ...shipped, version: 'next' }], '2026-06-01')).toHaveLength(2)
  })
})
