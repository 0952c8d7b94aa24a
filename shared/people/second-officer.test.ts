import fc from 'fast-check'
import { expect, it } from 'vitest'
import { maySecond, mostAskedActs, secondNeeded, withAsked, withDown, type AskedAct } from './second-officer'

const who = fc.constantFrom('王录入', '李复核', '赵申报')
const at = '2026-11-23T08:00:00Z'

it('lets an act go only after somebody else asked for just that, and never by who changed it last', () => {
  const step = fc.record({ who, digest: fc.constantFrom('a', 'b') })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), who, (steps, author) => {
      let acts: AskedAct[] = []
      const askers = new Map<string, string>()
      for (const { who: officer, digest } of steps) {
        const isLet = maySecond(
          acts.find((act) => act.digest === digest),
          officer,
          new Set([author]),
        )
        const asker = askers.get(digest)
        expect(isLet).toBe(asker !== undefined && asker !== officer && officer !== author)
        if (isLet) {
          acts = acts.filter((act) => act.digest !== digest)
          askers.delete(digest)
        } else {
          acts = withAsked(acts, { digest, act: 'depart', by: officer, at })
          askers.set(digest, officer)
        }
      }
    }),
    { numRuns: 100 },
  )
})

it('forgets the oldest of very many, and says who asked', () => {
  const many = Array.from({ length: mostAskedActs + 5 }, (_, n) => ({
    ...{ digest: String(n), act: 'depart', by: '王录入', at },
  })).reduce<AskedAct[]>(withAsked, [])
  expect([many.length, many[0]!.digest]).toEqual([mostAskedActs, '5'])
  expect(secondNeeded('王录入', false).zh).toContain('王录入提出')
  expect(secondNeeded('王录入', true).zh).toContain('您最后修改')
})

it('lets nothing go that was turned down before it is asked for anew, and takes back what one asked for oneself', () => {
  const act: AskedAct = { digest: 'a', act: 'depart', by: '王录入', at }
  const down = { by: '李复核', at, why: '重量不符' }
  const turned = withDown([act, { ...act, digest: 'b' }], 'a', down)
  expect(turned.map((one) => [one.digest, one.down?.why])).toEqual([
    ['a', '重量不符'],
    ['b', undefined],
  ])
  expect(maySecond(turned[0], '赵申报', new Set())).toBe(false)
  const anew = withAsked(turned, act)
  expect(maySecond(anew.at(-1), '赵申报', new Set())).toBe(true)
  expect(withDown(turned, 'a', { ...down, by: '王录入' }).map(({ digest }) => digest)).toEqual(['b'])
})
