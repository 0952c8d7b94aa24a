import { describe, expect, it } from 'vitest'
import { crashEverywhere } from './crash-everywhere'
import { catchMutant, provoke } from './catch-mutant'
import { mutants } from './mutants'
import { seeds } from './seeds'
import { simulate } from './simulate'

const twenty = Array.from({ length: 20 }, (_, n) => 20_250_301 + n)

describe('exchange under faults', () => {
  it.each(twenty)('keeps every promise in seed %i', async (seed) => {
    const { faults, taken } = await simulate(seed)
    expect(faults).toEqual([])
    expect(taken).toBeGreaterThan(0)
  })

  it.each(seeds)('keeps the promise that seed $seed once broke: $broke', async ({ seed }) => {
    expect((await simulate(seed)).faults).toEqual([])
  })

  it('runs the same way twice', async () => {
    expect(await simulate(7)).toEqual(await simulate(7))
  })

  it('ends the same wherever it is killed and started again', async () => {
    const { calm, runs } = await crashEverywhere()
    expect(runs.length).toBeGreaterThan(30)
    for (const run of runs) expect(run.outcome).toEqual(calm)
  })
})

describe('a mistake is caught', () => {
  it.each(Object.keys(mutants))('%s', async (name) => {
    const caught = await catchMutant(name)
    if (!caught) return expect.unreachable(`${name}: not caught`)
    // The same faults must not trouble the engine itself, else the mistake was not what was caught.
    expect((await simulate(caught.seed, undefined, provoke(name))).faults).toEqual([])
  })
})
