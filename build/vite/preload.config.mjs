import { nodeBuild } from './node.mjs'

/** A sandboxed preload may require `electron` and nothing else: one CommonJS file with everything in it. */
export default nodeBuild({
  entry: 'electron/preload.ts',
  out: 'dist/preload',
  file: 'preload.cjs',
  format: 'cjs',
  bundle: true,
})
