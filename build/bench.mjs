import { join } from 'node:path'
import { runInPlace } from './child.mjs'
import { ensureInstalled, root } from './install.mjs'

// What each part of the work costs beside the bare work: npm run bench -- --sizes 10000,100000
ensureInstalled()
process.exitCode = await runInPlace(
  process.execPath,
  ['--import', import.meta.resolve('tsx'), join(root, 'test/bench/main.ts'), ...process.argv.slice(2)],
  { cwd: process.env.INIT_CWD || process.cwd() },
)
