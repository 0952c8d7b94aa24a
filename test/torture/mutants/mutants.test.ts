import { expect, it } from 'vitest'
import { failedFor, standsOnce } from './catch'
import { mutants } from './mutants'

it('each mistake can be put: what it changes stands in the source once', async () => {
  const stale = []
  for (const mutant of mutants) if (!(await standsOnce(mutant))) stale.push(mutant.promise)
  expect(stale).toEqual([])
})

// The others take a browser or processes each: npm run torture -- --mutants
it.each(mutants.filter(({ promise }) => promise === 'moved out stays moved out'))(
  'is noticed when it does not hold: $promise',
  async (mutant) => {
    expect(await failedFor(mutant)).not.toEqual([])
  },
)
