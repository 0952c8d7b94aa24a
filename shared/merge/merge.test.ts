import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { joinRecords } from './join'
import type { Json } from '../model/json'
import { EXISTS } from '../model/merge-record'
import type { MergeRecord } from '../model/merge-record'
import { TestDesk } from './testing'
import { conflictsOf, sidesOf } from './view'

const paths = [EXISTS, 'gname', 'gcode', 'ports/502'] as const
const value = (path: string) => (path === EXISTS ? fc.boolean() : fc.constantFrom<Json>('a', 'b', 'c', null))

/** One step of a history of three desks; what was sent lies about and may be received by anybody at any time. */
type Step =
  | { kind: 'edit'; desk: number; path: string; value: Json }
  | { kind: 'send'; desk: number }
  | { kind: 'receive'; desk: number; sent: number }
  | { kind: 'resolve'; desk: number; side: number }

const desk = fc.nat(2)
const step: fc.Arbitrary<Step> = fc.oneof(
  fc
    .constantFrom(...paths)
    .chain((path) =>
      fc.record({ kind: fc.constant('edit'), desk, path: fc.constant(path), value: value(path) }),
    ),
  fc.record({ kind: fc.constant('send'), desk }),
  fc.record({ kind: fc.constant('receive'), desk, sent: fc.nat(50) }),
  fc.record({ kind: fc.constant('resolve'), desk, side: fc.nat(3) }),
) as fc.Arbitrary<Step>
const history = fc.array(step, { maxLength: 40 })

/** Every write ever made, with the writes its author had received: kept apart from what is tested. */
type Witness = { path: string; dot: string; replaced: Set<string> }

function play(steps: readonly Step[]) {
  const desks = ['A', 'B', 'C'].map((name) => new TestDesk(name))
  const sent: { record: MergeRecord; known: Set<string> }[] = []
  const known = desks.map(() => new Set<string>())
  const witnesses: Witness[] = []
  const witness = (n: number, before: MergeRecord) => {
    const { record } = desks[n]!
    for (const [path, writes] of Object.entries(record.fields)) {
      for (const dot of Object.keys(writes)) {
        if (before.fields[path]?.[dot] || known[n]!.has(`${path} ${dot}`)) continue
        witnesses.push({ path, dot, replaced: new Set(known[n]) })
      }
    }
    for (const { path, dot } of witnesses) if (record.fields[path]?.[dot]) known[n]!.add(`${path} ${dot}`)
  }
  for (const one of steps) {
    const at = desks[one.desk]!
    const before = at.record
    if (one.kind === 'edit') at.edit({ [one.path]: one.value })
    if (one.kind === 'resolve') at.resolve(one.side)
    if (one.kind === 'edit' || one.kind === 'resolve') witness(one.desk, before)
    if (one.kind === 'send') sent.push({ record: at.send(), known: new Set(known[one.desk]) })
    const found = one.kind === 'receive' && sent[one.sent % Math.max(1, sent.length)]
    if (found) {
      at.receive(found.record)
      for (const name of found.known) known[one.desk]!.add(name)
    }
  }
  return { desks, witnesses }
}

const records = history.map((steps) => play(steps).desks.map(({ record }) => record))

describe('joining records', () => {
  it('does not depend on order, grouping or repetition', () => {
    fc.assert(
      fc.property(records, ([a, b, c]) => {
        const join = joinRecords
        expect(join(a!, b!)).toEqual(join(b!, a!))
        expect(join(a!, a!)).toEqual(a)
        expect(join(join(a!, b!), b!)).toEqual(join(a!, b!))
        expect(join(join(a!, b!), c!)).toEqual(join(a!, join(b!, c!)))
      }),
      { numRuns: 500 },
    )
  })

  it('brings desks to the same record whichever way they meet, and to the same screen where nothing is open', () => {
    fc.assert(
      fc.property(history, fc.array(fc.tuple(desk, desk), { maxLength: 12 }), (steps, meetings) => {
        const { desks } = play(steps)
        const rounds: [number, number][] = [...meetings, [0, 1], [1, 2], [2, 0], [0, 1], [1, 2], [2, 0]]
        for (const [from, to] of rounds) desks[to]!.receive(desks[from]!.send())
        const [a, b, c] = desks as [TestDesk, TestDesk, TestDesk]
        expect(b.record).toEqual(a.record)
        expect(c.record).toEqual(a.record)
        const open = conflictsOf(a.record)
        for (const other of [b, c]) expect(open).toEqual(expect.arrayContaining(a.differs(other)))
      }),
      { numRuns: 500 },
    )
  })

  it('loses no write: each is a side of its field, or was replaced by somebody who had it', () => {
    fc.assert(
      fc.property(history, (steps) => {
        const { desks, witnesses } = play(steps)
        const all = desks.map(({ record }) => record).reduce(joinRecords)
        for (const { path, dot } of witnesses) {
          const stands = sidesOf(all, path).some(({ dots }) => dots.includes(dot))
          const replaced = witnesses.some((one) => one.path === path && one.replaced.has(`${path} ${dot}`))
          expect(stands || replaced).toBe(true)
        }
      }),
      { numRuns: 500 },
    )
  })

  it('ends every conflict that somebody decides with all sides before the eyes', () => {
    fc.assert(
      fc.property(history, fc.nat(2), (steps, side) => {
        const { desks } = play(steps)
        const [a, b, c] = desks as [TestDesk, TestDesk, TestDesk]
        for (const other of [b, c]) a.receive(other.send())
        a.resolve(side)
        for (const other of [b, c]) other.receive(a.send())
        for (const each of desks) expect(conflictsOf(each.record)).toEqual([])
        expect([a.differs(b), a.differs(c)]).toEqual([[], []])
      }),
    )
  })
})

function twoDesks(changes: Record<string, Json>): [TestDesk, TestDesk] {
  const [a, b] = [new TestDesk('A'), new TestDesk('B')]
  a.edit(changes)
  b.receive(a.send())
  return [a, b]
}
const meet = (a: TestDesk, b: TestDesk) => {
  const fromA = a.send()
  a.receive(b.send())
  b.receive(fromA)
}

describe('two desks that were both offline', () => {
  it('keep both of two edits of different fields', () => {
    const [a, b] = twoDesks({ [EXISTS]: true, gname: '杯', gcode: '1' })
    a.edit({ [EXISTS]: true, gname: '搪瓷杯' })
    b.edit({ [EXISTS]: true, gcode: '2' })
    meet(a, b)
    expect(conflictsOf(a.record)).toEqual([])
    expect(a.values).toEqual({ [EXISTS]: true, gname: '搪瓷杯', gcode: '2' })
    expect(b.values).toEqual(a.values)
  })

  it('merge a table entry by entry', () => {
    const [a, b] = twoDesks({ [EXISTS]: true, 'ports/502': 'USLAX', 'ports/304': 'DEHAM' })
    a.edit({ 'ports/502': 'USNYC' })
    b.edit({ 'ports/304': null, 'ports/303': 'GBLON' })
    meet(a, b)
    expect(conflictsOf(a.record)).toEqual([])
    expect(a.values).toEqual({ [EXISTS]: true, 'ports/502': 'USNYC', 'ports/303': 'GBLON' })
  })

  it('see a true conflict side by side: base, both values, both authors and times; each goes on showing its own', () => {
    const [a, b] = twoDesks({ [EXISTS]: true, gname: '杯' })
    a.edit({ gname: '茶杯' }, '2030-01-01T00:00:00Z')
    a.edit({ gname: '搪瓷杯' }, '1999-01-01T00:00:00Z')
    b.edit({ gname: '马克杯' }, '2026-05-01T00:00:00Z')
    meet(a, b)
    expect(conflictsOf(b.record)).toEqual(['gname'])
    expect(sidesOf(a.record, 'gname')).toMatchObject([
      { value: '搪瓷杯', base: '杯', desk: 'A', who: 'officer A', at: '1999-01-01T00:00:00Z' },
      { value: '马克杯', base: '杯', desk: 'B', who: 'officer B', at: '2026-05-01T00:00:00Z' },
    ])
    expect([a.values['gname'], b.values['gname']]).toEqual(['搪瓷杯', '马克杯'])
  })

  it('agree without asking when both wrote the same', () => {
    const [a, b] = twoDesks({ [EXISTS]: true, gname: '杯' })
    a.edit({ gname: '马克杯' })
    b.edit({ gname: '马克杯' })
    meet(a, b)
    expect(conflictsOf(a.record)).toEqual([])
    b.edit({ gname: '玻璃杯' })
    a.receive(b.send())
    expect(a.values['gname']).toBe('玻璃杯')
  })

  it('do not lose an edit to a deletion, nor a deletion to an edit', () => {
    const [a, b] = twoDesks({ [EXISTS]: true, gname: '杯' })
    a.edit({ [EXISTS]: false })
    b.edit({ [EXISTS]: true, gname: '马克杯' })
    meet(a, b)
    expect(conflictsOf(a.record)).toEqual([EXISTS])
    expect([a.values[EXISTS], b.values[EXISTS]]).toEqual([false, true])
    a.resolve(1)
    meet(a, b)
    expect(conflictsOf(b.record)).toEqual([])
    expect(a.values).toEqual({ [EXISTS]: true, gname: '马克杯' })
  })

  it('do not decide what they have not seen: an edit of a field in conflict replaces the own side only', () => {
    const [a, b] = twoDesks({ gname: '杯' })
    a.edit({ gname: '茶杯' })
    b.edit({ gname: '马克杯' })
    meet(a, b)
    a.edit({ gname: '搪瓷杯' })
    meet(a, b)
    expect(sidesOf(b.record, 'gname').map((side) => side.value)).toEqual(['马克杯', '搪瓷杯'].sort())
  })
})
