import { parseArgs } from 'node:util'
import { simulate } from './simulate'

const { values } = parseArgs({
  options: { seed: { type: 'string', default: '1' }, count: { type: 'string', default: '1000' } },
})
const first = Number(values.seed)
const count = Number(values.count)
if (!Number.isSafeInteger(first) || !Number.isSafeInteger(count) || count < 1) {
  process.stderr.write('torture --seed S --count N\n')
  process.exit(2)
}

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
process.exitCode = failed === 0 ? 0 : 1
