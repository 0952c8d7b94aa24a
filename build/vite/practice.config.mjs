import { nodeBuild } from './node.mjs'

export default nodeBuild({
  entry: 'electron/practice/main.ts',
  out: 'dist/practice',
  file: 'main.js',
  format: 'es',
})
