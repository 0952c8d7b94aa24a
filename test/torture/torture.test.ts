import { beforeAll, describe, expect, it } from 'vitest'
import { findPostgres } from '../support/postgres'
import { buildClient, buildModules, type Modules } from './modules'
import { disasters } from './plan'
import { torture } from './round'

/** One round of each disaster; the one with a database server only where there is one. */
const seeds = disasters
  .map((disaster, n) => ({ disaster, seed: 14 + n }))
  .filter(({ disaster }) => disaster !== 'postgres-crash' || findPostgres() !== undefined)

let modules: Modules
beforeAll(async () => {
  modules = await buildModules()
}, 180_000)

describe.concurrent('real processes', () => {
  it.each(seeds)('take in each document once: $disaster (seed $seed)', async ({ seed }) => {
    const { faults, report } = await torture(seed, modules)
    expect(faults, report).toEqual([])
  })

  it('show a client that forgets what it sent', async () => {
    const client = await buildClient([
      { find: 'adopt(await ports.transport.journal(), ports', put: 'adopt([], ports' },
      // The receipts of what it forgot would still stop it.
      { find: 'return mayStandAlready(one.message, foreign, ghosts) ? declaredBefore : undefined', put: '' },
    ])
    const { faults, headline, report } = await torture(18, { ...modules, client })
    expect(faults.join('\n'), report || headline).toMatch(/beside a living one/)
  })
})
