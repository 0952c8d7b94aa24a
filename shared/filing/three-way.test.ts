import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareVersions, decideVersions, filedContent } from './three-way'

const base = { gname: '衬衫', gcode: '6206', unit: '011' }

describe('two versions of one filing', () => {
  it('take what only one side changed, and leave open what both did', () => {
    const mine = { head: { ...base, gname: '女式衬衫', unit: '012' } }
    const theirs = { ...base, gcode: '6206300090', unit: '035' }
    const fields = compareVersions(base, mine.head, theirs)
    expect(fields.map(({ name, pick }) => [name, pick])).toEqual([
      ['gname', 'mine'],
      ['gcode', 'theirs'],
      ['unit', undefined],
    ])
    expect(decideVersions(mine, theirs, fields, {})).toEqual({ open: ['unit'] })
    expect(decideVersions(mine, theirs, fields, { unit: 'theirs' })).toEqual({
      content: { head: { gname: '女式衬衫', gcode: '6206300090', unit: '035' } },
      isTheirs: false,
    })
    expect(decideVersions(mine, theirs, fields, { unit: 'theirs', gname: 'theirs' })).toMatchObject({
      isTheirs: true,
    })
  })

  it('decide nothing themselves where nobody knows what they were made from', () => {
    const fields = compareVersions(undefined, base, { ...base, unit: '035' })
    expect(fields).toEqual([{ name: 'unit', mine: '011', theirs: '035' }])
  })

  it('keep rows whole, fields that one side took away away, and leave out whom it is meant for', () => {
    const lines = [{ no: '1' }]
    const mine = { head: { gname: 'a', to: 'tax' }, lines }
    const theirs = { gname: 'a', barCode: '9', lines: [{ no: '2' }], to: 'customs' }
    const fields = compareVersions({ gname: 'a', barCode: '9', lines }, filedContent(mine), theirs)
    expect(fields.map(({ name, pick }) => [name, pick])).toEqual([
      ['lines', 'theirs'],
      ['barCode', 'mine'],
    ])
    expect(decideVersions(mine, theirs, fields, {})).toEqual({
      content: { head: { gname: 'a', to: 'tax' }, lines: [{ no: '2' }] },
      isTheirs: false,
    })
  })

  it('lose no change: every field of the result is of the side that changed it, or of the side chosen', () => {
    const value = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), fc.constantFrom('1', '2', '3'))
    fc.assert(
      fc.property(value, value, value, fc.boolean(), (was, mine, theirs, isMine) => {
        const fields = compareVersions(was, mine, theirs)
        const choices = Object.fromEntries(
          fields.flatMap(({ name, pick }) => (pick ? [] : [[name, isMine ? 'mine' : 'theirs'] as const])),
        )
        const made = decideVersions({ head: mine }, theirs, fields, choices)
        if ('open' in made) throw new Error('all fields were decided')
        for (const name of ['a', 'b', 'c', 'd']) {
          const [w, m, t, now] = [was[name], mine[name], theirs[name], made.content.head[name]]
          const wanted = m === w ? t : t === w ? m : isMine ? m : t
          expect(now).toBe(wanted)
        }
      }),
      { numRuns: 200 },
    )
  })
})
