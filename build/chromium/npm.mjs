import { createReadStream, createWriteStream, mkdirSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress } from 'node:zlib'
import { writeLauncher } from './launcher.mjs'
import { cacheRoot } from './places.mjs'
import { run } from './run.mjs'

// Pinned: the last resort must not change by itself. It carries a compressed headless shell for x64.
const PACKAGE = '@sparticuz/chromium'
const VERSION = '153.0.0'

/** Take the headless Chromium out of an npm package. False where the package has no program for this machine. */
export async function unpackNpm(log) {
  if (process.platform !== 'linux' || process.arch !== 'x64') return false
  const root = join(cacheRoot(), 'npm')
  rmSync(root, { recursive: true, force: true })
  mkdirSync(root, { recursive: true })
  log(`Fetching ${PACKAGE} ${VERSION} into ${root} …`)
  const npm = process.env.npm_execpath
  const [program, first] = npm ? [process.execPath, [npm]] : ['npm', []]
  await run(program, [
    ...first,
    ...['install', '--prefix', root, '--no-save', '--ignore-scripts', '--no-audit', '--no-fund'],
    `${PACKAGE}@${VERSION}`,
  ])
  const packed = (name) => createReadStream(join(root, 'node_modules', PACKAGE, 'bin', name))
  const { extract } = createRequire(join(root, 'node_modules', PACKAGE, 'package.json'))('tar-fs')
  const chromium = join(root, 'chromium')
  await pipeline(
    packed('chromium.br'),
    createBrotliDecompress(),
    createWriteStream(chromium, { mode: 0o755 }),
  )
  // Drawing without a graphics card, looked for beside the program; and the libraries a bare system lacks.
  await pipeline(packed('swiftshader.tar.br'), createBrotliDecompress(), extract(root))
  await pipeline(packed('al2023.tar.br'), createBrotliDecompress(), extract(root))
  await pipeline(packed('fonts.tar.br'), createBrotliDecompress(), extract(root))
  writeLauncher({ program: chromium, libraries: [join(root, 'lib')], fonts: join(root, 'fonts') })
  return true
}
