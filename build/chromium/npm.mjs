import { copyFileSync, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { writeLauncher } from './launcher.mjs'
import { cacheRoot } from './places.mjs'
import { run } from './run.mjs'

// Pinned: the last resort must not change by itself. It carries a compressed headless shell for x64 and arm64.
const PACKAGE = '@sparticuz/chromium'
const VERSION = '153.0.0'

/** Take the headless Chromium out of an npm package. False where the package has no program for this machine. */
export async function unpackNpm(log) {
  if (process.platform !== 'linux') return false
  const root = join(cacheRoot(), 'npm')
  mkdirSync(root, { recursive: true })
  log(`Fetching ${PACKAGE} ${VERSION} into ${root} …`)
  const npm = process.env.npm_execpath
  const [program, first] = npm ? [process.execPath, [npm]] : ['npm', []]
  await run(program, [
    ...first,
    ...['install', '--prefix', root, '--no-save', '--ignore-scripts', '--no-audit', '--no-fund'],
    `${PACKAGE}@${VERSION}`,
  ])
  const module = join(root, 'node_modules', PACKAGE, 'build/esm/index.js')
  const { default: chromium, inflate } = await import(pathToFileURL(module).href)
  const unpacked = await chromium.executablePath()
  const kept = join(root, 'chromium')
  copyFileSync(unpacked, kept)
  const libraries = inflate ? [dirname(await inflate(join(dirname(module), '../../bin/al2023.tar.br')))] : []
  writeLauncher({ program: kept, libraries, fonts: null })
  return true
}
