import { describe, expect, it } from 'vitest'
import { crashEverywhere } from './crash-everywhere'
import { mutants } from './mutants'
import type { Faults, Plan } from './plan'
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

/** The fault that brings a mistake to light, where the mistake shows only then. */
const needs: Readonly<Record<string, Partial<Faults>>> = {
  'remake on unknown result': { loseResponse: 0.3 },
  'cursor outside the transaction': { killAtStore: 0.05 },
  'batch fixed in two steps': { killAtStore: 0.05 },
  'journal ignored': { rollback: true, sentinel: false, accountSwitch: false },
  'account forgotten': { accountSwitch: true, loseResponse: 0.3 },
  'end reopened by a late receipt': { delayReceipt: 0.5 },
}
const MOST_SEEDS = 60

describe('a mistake is caught', () => {
  it.each(Object.keys(mutants))('%s', async (name) => {
    const provoke = (plan: Plan): Plan => ({ ...plan, faults: { ...plan.faults, ...needs[name] } })
    for (let seed = 1; seed <= MOST_SEEDS; seed += 1) {
      const { faults } = await simulate(seed, mutants[name], provoke)
      if (faults.length > 0) return
      // The same faults must not trouble the engine itself, else the mistake was not what was caught.
      expect((await simulate(seed, undefined, provoke)).faults).toEqual([])
    }
    expect.unreachable(`${name}: not caught in ${MOST_SEEDS} seeds`)
  })
})
