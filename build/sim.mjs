import { join } from 'node:path'
import { runInPlace } from './child.mjs'
import { ensureInstalled, root } from './install.mjs'

// The exchange engine in seeded worlds of faults: npm run sim -- --seeds 100000 --from 1
ensureInstalled()
process.exitCode = await runInPlace(
  process.execPath,
  ['--import', import.meta.resolve('tsx'), join(root, 'test/sim/main.ts'), ...process.argv.slice(2)],
  { cwd: root },
)
