import { join } from 'node:path'
import { runInPlace } from './child.mjs'
import { ensureInstalled, root } from './install.mjs'

ensureInstalled()
process.exitCode = await runInPlace(
  process.execPath,
  ['--import', import.meta.resolve('tsx'), join(root, 'electron/cli/main.ts'), ...process.argv.slice(2)],
  // npm changes into the project folder; file names on the command line are meant where the user stands.
  { cwd: process.env.INIT_CWD || process.cwd() },
)
