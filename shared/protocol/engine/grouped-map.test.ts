import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { GroupedMap } from './grouped-map'

type Thing = { colour: string; size: number; tags: string[] }
const bySize = ({ size }: Thing) => size
const keys = { colour: (one: Thing) => [one.colour], tag: (one: Thing) => one.tags }
const thing = fc.record({
  colour: fc.constantFrom('red', 'blue'),
  size: fc.nat(5),
  tags: fc.uniqueArray(fc.constantFrom('a', 'b', 'c')),
})
const id = fc.constantFrom('1', '2', '3', '4')

describe('a grouped map', () => {
  it('finds what looking at every value finds, whatever was put, replaced or dropped, and when it was asked', () => {
    const act = fc.oneof(
      fc.record({ put: id, thing }),
      fc.record({ drop: id }),
      fc.record({ ask: fc.constantFrom<'colour' | 'tag'>('colour', 'tag') }),
      fc.record({ first: fc.nat(4), above: fc.nat(4) }),
    )
    fc.assert(
      fc.property(fc.array(act), (acts) => {
        const map = new GroupedMap<Thing, typeof keys>(
          [['0', { colour: 'red', size: 3, tags: ['a'] }]],
          keys,
          bySize,
        )
        for (const one of acts) {
          if ('put' in one) map.set(one.put, one.thing)
          else if ('drop' in one) map.delete(one.drop)
          else if ('first' in one) {
            const reds = [...map.values()].filter(({ colour }) => colour === 'red').map(bySize)
            const sorted = reds
              .filter((size) => size > one.above)
              .sort((a, b) => a - b)
              .slice(0, one.first)
            const found = map.first('colour', 'red', one.first, one.above)
            expect(found.map(bySize)).toEqual(sorted)
            expect(new Set(found).size).toBe(found.length)
          } else {
            for (const key of ['red', 'blue', 'a', 'b', 'c']) {
              const all = [...map.values()].filter((value) => keys[one.ask](value).includes(key))
              expect(new Set(map.in(one.ask, key))).toEqual(new Set(all))
              expect(map.in(one.ask, key)).toHaveLength(all.length)
            }
          }
        }
      }),
    )
  })

  it('leaves a value in its place as long as it keeps its key', () => {
    const red = (tag: string): Thing => ({ colour: 'red', size: 1, tags: [tag] })
    const map = new GroupedMap<Thing, typeof keys>(
      [
        ['1', red('a')],
        ['2', red('a')],
      ],
      keys,
    )
    map.in('colour', 'red')
    map.set('1', red('b'))
    expect(map.in('colour', 'red')).toEqual([red('b'), red('a')])
  })
})
