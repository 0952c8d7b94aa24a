import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { nodeBuild } from './node.mjs'

const page = join(import.meta.dirname, '../../electron/practice/operator/page')
const out = 'dist/practice'

const config = nodeBuild({
  entry: 'electron/practice/main.ts',
  out,
  file: 'main.js',
  format: 'es',
})

/** The operator page lies beside the service as it is: the service reads its files from there. */
config.plugins = [
  {
    name: 'operator-page',
    writeBundle: () => cpSync(page, join(import.meta.dirname, '../..', out, 'page'), { recursive: true }),
  },
]

export default config
