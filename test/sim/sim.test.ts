import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bundleSim } from './bundle'
import { catchEngine, catchStore } from './catch-mutant'
import { engineMutants } from './engine-mutants'
import { Pool } from './pool'
import { seeds } from './seeds'
import { storeMutants } from './store-mutants'

let pool: Pool

beforeAll(async () => {
  pool = new Pool(await bundleSim('sound'))
}, 60_000)
afterAll(() => pool.close())

const tens = Array.from({ length: 10 }, (_, n) => 20_250_000 + n * 100)

describe('exchange under faults', () => {
  it.each(tens)('keeps every promise in the hundred seeds from %i', async (first) => {
    const seedsOf = Array.from({ length: 100 }, (_, n) => first + n)
    const results = await Promise.all(seedsOf.map((seed) => pool.run({ kind: 'seed', seed })))
    expect(
      results.filter(({ faults }) => faults.length > 0).map(({ seed, faults }) => [seed, faults]),
    ).toEqual([])
    expect(results.filter(({ taken }) => taken > 0).length).toBeGreaterThan(95)
  })

  it.each(seeds)(
    'keeps the promise that seed $seed once broke: $broke',
    async ({ seed, faultsOf = 'all', faults = {}, workload = {} }) => {
      const result = await pool.run({ kind: 'seed', seed, faultsOf, faults, workload })
      expect(result.faults).toEqual([])
    },
  )

  it('runs the same way twice', async () => {
    const twice = await Promise.all([7, 7].map((seed) => pool.run({ kind: 'seed', seed })))
    expect(twice[0]).toEqual(twice[1])
  })

  it('ends the same wherever it is killed and started again', async () => {
    const { calm, runs } = await pool.run({ kind: 'crash' })
    expect(runs.length).toBeGreaterThan(30)
    for (const run of runs) expect(run.outcome).toEqual(calm)
  })
})

describe.concurrent('a mistake is caught', () => {
  it.each(Object.keys(storeMutants))('in the store: %s', async (name) => {
    expect(await catchStore(name, pool)).toBeDefined()
  })

  it.each(Object.keys(engineMutants))('in the engine: %s', async (name) => {
    expect(await catchEngine(name, pool)).toBeDefined()
  })

  it('of each promise', () => {
    const promises = new Set(Object.values(engineMutants).map(({ breaks }) => breaks))
    expect([...promises].sort()).toEqual(['I1', 'I2', 'I3', 'I4', 'I5', 'I6'])
  })
})
