import { parseArgs } from 'node:util'
import { catchMutant } from './catch-mutant'
import { mutants } from './mutants'
import { simulate } from './simulate'

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '1000' },
    mutants: { type: 'boolean', default: false },
  },
})
const first = Number(values.seed)
const count = Number(values.count)
if (!Number.isSafeInteger(first) || !Number.isSafeInteger(count) || count < 1) {
  process.stderr.write('torture --seed S --count N | torture --seed S --mutants\n')
  process.exit(2)
}

process.exitCode = (await (values.mutants ? catchAll() : campaign())) === 0 ? 0 : 1

/** Many seeds on the engine as it is. Gives the number of seeds that broke a promise. */
async function campaign(): Promise<number> {
  let failed = 0
  let taken = 0
  let kills = 0
  for (let seed = first; seed < first + count; seed += 1) {
    const result = await simulate(seed)
    taken += result.taken
    kills += result.kills
    if (result.faults.length === 0) continue
    failed += 1
    process.stdout.write(`seed ${seed}: ${result.faults.slice(0, 3).join('; ')}\n`)
  }
  process.stdout.write(
    `${count - failed} passed, ${failed} failed; ${taken} documents taken in, ${kills} kills\n`,
  )
  return failed
}

/** Each store with a mistake. Gives the number of mistakes that no seed brought to light. */
async function catchAll(): Promise<number> {
  let missed = 0
  for (const name of Object.keys(mutants)) {
    const caught = await catchMutant(name, first)
    if (!caught) missed += 1
    process.stdout.write(
      caught ? `${name}: seed ${caught.seed}, ${caught.faults[0]}\n` : `${name}: NOT CAUGHT\n`,
    )
  }
  process.stdout.write(`${Object.keys(mutants).length - missed} caught, ${missed} missed\n`)
  return missed
}
