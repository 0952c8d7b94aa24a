import { bundleSim } from './bundle'
import { engineMutants } from './engine-mutants'
import { Pool } from './pool'
import type { Result } from './simulate'
import type { Job } from './worker'

const MOST_SEEDS = 60

export type Caught = { seed: number; fault: string }

/** The first run in which a store with a mistake breaks a promise that the sound one keeps. */
export async function catchStore(store: string, pool: Pool): Promise<Caught | undefined> {
  for (let seed = 1; seed <= MOST_SEEDS; seed += 1) {
    const { faults } = await pool.run({ kind: 'mutant', seed, store })
    if (faults.length > 0) return sound({ kind: 'mutant', seed, store, sound: true }, faults[0]!, pool)
  }
  return undefined
}

/** The same for a mistake in the engine; the promise broken must be the one that it is about. */
export async function catchEngine(name: string, pool: Pool): Promise<Caught | undefined> {
  const { edits, breaks, seed: first = 1 } = engineMutants[name]!
  const mutated = new Pool(await bundleSim(name, edits), 1)
  try {
    if (breaks === 'I6') return await differs(mutated)
    for (let seed = first; seed < first + MOST_SEEDS; seed += 1) {
      const job: Job = { kind: 'mutant', seed, engine: name }
      const { faults } = await mutated.run(job)
      const fault = faults.find((said) => said.startsWith(breaks))
      if (fault) return await sound(job, fault, pool)
    }
    return undefined
  } finally {
    await mutated.close()
  }
}

/** The same faults must not trouble the engine itself, else the mistake is not what was caught. */
async function sound(job: Extract<Job, { kind: 'mutant' }>, fault: string, pool: Pool): Promise<Caught> {
  const { faults }: Result = await pool.run(job)
  if (faults.length > 0) throw new Error(`seed ${job.seed} breaks the sound engine too: ${faults[0]}`)
  return { seed: job.seed, fault }
}

/** A kill somewhere that does not end like no kill. */
async function differs(pool: Pool): Promise<Caught | undefined> {
  const { calm, runs } = await pool.run({ kind: 'crash' })
  const found = runs.find(({ outcome }) => JSON.stringify(outcome) !== JSON.stringify(calm))
  return found && { seed: found.killAt, fault: `I6: killed at await ${found.killAt} it ends differently` }
}
