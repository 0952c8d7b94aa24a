import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { GroupedMap } from './grouped-map'

type Thing = { colour: string; tags: string[] }
const keys = { colour: (one: Thing) => [one.colour], tag: (one: Thing) => one.tags }
const thing = fc.record({
  colour: fc.constantFrom('red', 'blue'),
  tags: fc.uniqueArray(fc.constantFrom('a', 'b', 'c')),
})
const id = fc.constantFrom('1', '2', '3', '4')

describe('a grouped map', () => {
  it('finds what looking at every value finds, whatever was put, replaced or dropped, and when it was asked', () => {
    const act = fc.oneof(
      fc.record({ put: id, thing }),
      fc.record({ drop: id }),
      fc.record({ ask: fc.constantFrom<'colour' | 'tag'>('colour', 'tag') }),
    )
    fc.assert(
      fc.property(fc.array(act), (acts) => {
        const map = new GroupedMap<Thing, typeof keys>([['0', { colour: 'red', tags: ['a'] }]], keys)
        for (const one of acts) {
          if ('put' in one) map.set(one.put, one.thing)
          else if ('drop' in one) map.delete(one.drop)
          else {
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
    const red = (tag: string): Thing => ({ colour: 'red', tags: [tag] })
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
