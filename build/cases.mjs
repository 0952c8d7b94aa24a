import { join } from 'node:path'
import { runInPlace } from './child.mjs'
import { ensureInstalled, root } from './install.mjs'

// The engines against case files: npm run cases -- DIR…
ensureInstalled()
process.exitCode = await runInPlace(
  process.execPath,
  ['--import', import.meta.resolve('tsx'), join(root, 'test/cases/main.ts'), ...process.argv.slice(2)],
  { cwd: process.env.INIT_CWD || process.cwd() },
)
