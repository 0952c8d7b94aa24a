import { nodeBuild } from './node.mjs'

// Whose releases this build takes: public keys, blank between them. Set by who publishes it, fixed in the program.
const keys = process.env.YIGUAN_RELEASE_KEYS ?? ''

export default nodeBuild({
  entry: 'electron/main.ts',
  out: 'dist/main',
  file: 'main.js',
  format: 'es',
  define: { __YIGUAN_RELEASE_KEYS__: JSON.stringify(keys) },
})
