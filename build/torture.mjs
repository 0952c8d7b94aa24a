import { join } from 'node:path'
import { runInPlace } from './child.mjs'
import { ensureInstalled, root } from './install.mjs'

// Long campaigns of the exchange simulator: npm run torture -- --seed S --count N
ensureInstalled()
process.exitCode = await runInPlace(
  process.execPath,
  ['--import', import.meta.resolve('tsx'), join(root, 'test/sim/torture.ts'), ...process.argv.slice(2)],
  { cwd: root },
)
