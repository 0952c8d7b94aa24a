import { join } from 'node:path'
import { runInPlace } from './child.mjs'
import { ensureInstalled, root } from './install.mjs'

// The exchange in real processes that are killed, cut off and starved: npm run torture -- --seed S --count N
ensureInstalled()
process.exitCode = await runInPlace(
  process.execPath,
  ['--import', import.meta.resolve('tsx'), join(root, 'test/torture/main.ts'), ...process.argv.slice(2)],
  { cwd: root },
)
