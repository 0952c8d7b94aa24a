import { parseArgs } from 'node:util'
import { bundleSim } from './bundle'
import { catchEngine, catchStore, type Caught } from './catch-mutant'
import { engineMutants } from './engine-mutants'
import { Pool } from './pool'
import { storeMutants } from './store-mutants'

const usage = `sim [--seeds N] [--from S] [--threads T] | sim --mutants
  The exchange engine in seeded worlds of faults.
  --seeds    runs (1000)
  --from     first seed (1)
  --threads  default: one a core
  --mutants  which seed catches which mistake`

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '1000' },
    from: { type: 'string', default: '1' },
    threads: { type: 'string' },
    mutants: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
})
const numbers = [values.seeds, values.from, values.threads ?? '1'].map(Number)
if (values.help || numbers.some((n) => !Number.isSafeInteger(n) || n < 1)) {
  process.stderr.write(`${usage}\n`)
  process.exit(values.help ? 0 : 2)
}
const [count, first] = numbers as [number, number]
const pool = new Pool(
  await bundleSim('sound'),
  values.threads === undefined ? undefined : Number(values.threads),
)
const failed = await (values.mutants ? catchAll() : campaign())
await pool.close()
process.exitCode = failed === 0 ? 0 : 1

/** Many seeds on the engine as it is. Gives the number of seeds that broke a promise. */
async function campaign(): Promise<number> {
  const total = { failed: 0, taken: 0, kills: 0, done: 0 }
  const one = async (seed: number) => {
    const { faults, taken, kills } = await pool.run({ kind: 'seed', seed })
    total.taken += taken
    total.kills += kills
    total.done += 1
    if (total.done % 10_000 === 0) process.stderr.write(`${total.done} of ${count}\n`)
    if (faults.length === 0) return
    total.failed += 1
    process.stdout.write(`seed ${seed}: ${faults.slice(0, 3).join('; ')}\n`)
  }
  const AT_ONCE = 64
  let next = first
  const lane = async () => {
    while (next < first + count) await one(next++)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, lane))
  process.stdout.write(
    `${count - total.failed} passed, ${total.failed} failed; ` +
      `${total.taken} documents taken in, ${total.kills} kills\n`,
  )
  return total.failed
}

/** Each mistake. Gives the number that no seed brought to light. */
async function catchAll(): Promise<number> {
  let missed = 0
  const tell = (kind: string, name: string, caught: Caught | undefined) => {
    if (!caught) missed += 1
    process.stdout.write(
      `${kind} ${name}: ${caught ? `seed ${caught.seed}, ${caught.fault}` : 'NOT CAUGHT'}\n`,
    )
  }
  for (const name of Object.keys(storeMutants)) tell('store:', name, await catchStore(name, pool))
  for (const name of Object.keys(engineMutants)) tell('engine:', name, await catchEngine(name, pool))
  process.stdout.write(`${missed === 0 ? 'all caught' : `${missed} missed`}\n`)
  return missed
}
