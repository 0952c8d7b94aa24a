import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { findPostgres } from '../support/postgres'
import { buildModules } from './modules'
import { catchAll } from './mutants/catch'
import { disasters } from './plan'
import { torture } from './round'
import { everyAct } from './safety/rounds'

const usage = `torture [--seed S] [--count N] [--real] [--at-once N]
  The exchange in real processes: killed at named points and at any time, over a line that loses, delays and cuts,
  with a full disk, another certificate, an older or empty database, a database server that crashes.
  --seed     first seed (1)
  --count    rounds (12)
  --real     real time: a line two seconds slow, timeouts as they are; minutes a round
  --at-once  rounds at the same time
  --safety   backups and restores instead: killed, and the disk full, at every act on the disk
  --mutants  each promise about the officer's data broken in the source: which test finds it
  --only     with --mutants: those whose promise, file or project has this in it (may be given again)`

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '12' },
    'at-once': { type: 'string', default: String(Math.max(1, availableParallelism() >> 1)) },
    real: { type: 'boolean', default: false },
    safety: { type: 'boolean', default: false },
    mutants: { type: 'boolean', default: false },
    only: { type: 'string', multiple: true, default: [] },
    help: { type: 'boolean', default: false },
  },
})
const numbers = [values.seed, values.count, values['at-once']].map(Number)
if (values.help || numbers.some((n) => !Number.isSafeInteger(n) || n < 1)) {
  process.stderr.write(`${usage}\n`)
  process.exit(values.help ? 0 : 2)
}
const [first, count, atOnce] = numbers as [number, number, number]
const say = (line: string) => process.stdout.write(`${line}\n`)
const failed = values.mutants
  ? await catchAll(say, values.only)
  : values.safety
    ? await everyAct(say)
    : await exchange()
say(failed === 0 ? 'all rounds passed' : `${failed} rounds failed`)
process.exitCode = failed === 0 ? 0 : 1

async function exchange(): Promise<number> {
  const isPossible = (seed: number) =>
    disasters[seed % disasters.length] !== 'postgres-crash' || findPostgres() !== undefined
  const seeds = Array.from({ length: count }, (_, n) => first + n)
  const left = seeds.filter(isPossible)
  if (left.length < seeds.length)
    say(`${seeds.length - left.length} rounds need PostgreSQL, which is not here: not run`)
  const modules = await buildModules()
  let failed = 0
  const lane = async () => {
    for (let seed = left.shift(); seed !== undefined; seed = left.shift()) {
      const { faults, headline, report } = await torture(seed, modules, values.real)
      if (faults.length > 0) failed += 1
      say(faults.length === 0 ? `${headline}; ok` : `FAILED ${report}`)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, lane))
  return failed
}
