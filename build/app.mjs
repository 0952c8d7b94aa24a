import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from './install.mjs'
import { unlessDone } from './stamp.mjs'

const own = ['build/app.mjs', 'build/antd-css.mjs', 'build/vite', 'package.json', 'package-lock.json']
const shell = [...own, 'electron', 'shared']

/** The parts of the app: what each is made from, how, and what must exist afterwards. */
const parts = [
  {
    name: 'renderer',
    inputs: [...own, 'build/antd-css.mjs', 'renderer', 'shared'],
    output: 'dist/renderer/index.html',
    source: 'renderer/index.html',
  },
  { name: 'main', inputs: shell, output: 'dist/main/main.js', source: 'electron/main.ts' },
  { name: 'preload', inputs: shell, output: 'dist/preload/preload.cjs', source: 'electron/preload.ts' },
  { name: 'practice', inputs: shell, output: 'dist/practice/main.js', source: 'electron/practice/main.ts' },
]

/**
 * Build what has changed of the app into dist/.
 * @param {{ log?: (line: string) => void }} [options]
 */
export async function buildApp({ log = () => {} } = {}) {
  for (const { name, inputs, output, source } of parts) {
    if (!existsSync(join(root, source))) continue
    await unlessDone(`build-${name}`, { inputs, outputs: [output] }, async () => {
      log(`Building ${name} …`)
      const { build } = await import('vite')
      await build({
        configFile: join(root, `build/vite/${name}.config.mjs`),
        mode: 'production',
        logLevel: 'warn',
      })
    })
  }
  describeApp()
}

/** Electron takes name, version and entry of the app from the package.json beside it. */
function describeApp() {
  const { name, productName, version, description } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  )
  mkdirSync(join(root, 'dist'), { recursive: true })
  const facts = { name, productName, version, description, type: 'module', main: 'main/main.js' }
  writeFileSync(join(root, 'dist/package.json'), `${JSON.stringify(facts, null, 2)}\n`)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await buildApp({ log: console.log })
