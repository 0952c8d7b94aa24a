import { parentPort } from 'node:worker_threads'
import { crashEverywhere } from './crash-everywhere'
import { engineMutants } from './engine-mutants'
import type { Faults, Plan, Workload } from './plan'
import { simulate, type FaultsOf, type How, type Result } from './simulate'
import { storeMutants } from './store-mutants'
import { storeNeeds } from './store-needs'

export type Job =
  | {
      kind: 'seed'
      seed: number
      faultsOf?: FaultsOf
      faults?: Partial<Faults>
      workload?: Partial<Workload>
    }
  /** One seed with a broken store, or with the faults that a mistake needs. */
  | { kind: 'mutant'; seed: number; store?: string; engine?: string; sound?: boolean }
  | { kind: 'crash' }

export type Crash = Awaited<ReturnType<typeof crashEverywhere>>
export type Done<J extends Job> = J extends { kind: 'crash' } ? Crash : Result

function how({ store, engine, sound }: Extract<Job, { kind: 'mutant' }>): How {
  const { needs, work } =
    engine === undefined ? { needs: storeNeeds[store!], work: {} } : engineMutants[engine]!
  return {
    ...(store === undefined || sound ? {} : { Store: storeMutants[store]! }),
    change: ({ faults, workload }) => ({
      faults: { ...faults, ...needs },
      workload: { ...workload, ...work },
    }),
  }
}

async function run(job: Job): Promise<Result | Crash> {
  if (job.kind === 'crash') return crashEverywhere()
  if (job.kind === 'mutant') return simulate(job.seed, how(job))
  const change = ({ faults, workload }: Plan) => ({
    faults: { ...faults, ...job.faults },
    workload: { ...workload, ...job.workload },
  })
  return simulate(job.seed, { faultsOf: job.faultsOf ?? 'all', change })
}

parentPort?.on('message', (job: Job) => {
  void run(job).then(
    (result) => parentPort?.postMessage({ result }),
    (error: unknown) => parentPort?.postMessage({ error: String(error) }),
  )
})
