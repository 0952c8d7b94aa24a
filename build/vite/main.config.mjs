import { nodeBuild } from './node.mjs'

export default nodeBuild({ entry: 'electron/main.ts', out: 'dist/main', file: 'main.js', format: 'es' })
