import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { writeLauncher } from './launcher.mjs'
import { cacheRoot, installedChromium } from './places.mjs'
import { run } from './run.mjs'

// The C library must be the one the system's own loader belongs to; a second one in the path ends every program.
const OF_THE_SYSTEM = /^(libc6|libc-bin|libc-l10n|libgcc-s1|gcc-\d+-base)_/

/** Install the packages for everybody. False when this is not root or not a Debian system. */
export async function installAsRoot(packages, log) {
  if (process.getuid?.() !== 0 || !hasApt()) return false
  log(`Installing ${packages.join(' and ')} with apt …`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const install = () =>
    run('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...packages], { env })
  try {
    await install()
  } catch {
    // No package lists yet, or older ones than the archive holds. Other sources than Debian's may be out of reach.
    await run('apt-get', ['update', '-q'], { env }).catch(() => {})
    await install()
  }
  return true
}

/** Fetch the packages and what they need as an ordinary user and unpack them into the cache. False without apt. */
export async function unpackDebian(packages, log) {
  if (!hasApt()) return false
  const root = cacheRoot()
  const tree = join(root, 'debian')
  const apt = aptDirectories(root)
  log(`Fetching ${packages.join(' and ')} into ${root} …`)
  await run('apt-get', [...apt, 'update', '-q']).catch(() => {})
  await run('apt-get', [
    ...apt,
    'install',
    '-y',
    '-q',
    '--download-only',
    '--no-install-recommends',
    ...packages,
  ])
  const archives = join(root, 'apt', 'archives')
  rmSync(tree, { recursive: true, force: true })
  mkdirSync(tree, { recursive: true })
  const files = readdirSync(archives).filter((file) => file.endsWith('.deb') && !OF_THE_SYSTEM.test(file))
  for (const file of files) await run('dpkg-deb', ['-x', join(archives, file), tree])
  const unpackedProgram = join(tree, 'usr/lib/chromium/chromium')
  const program = existsSync(unpackedProgram) ? unpackedProgram : installedChromium()
  if (!program) throw new Error('the packages hold no usr/lib/chromium/chromium')
  writeLauncher({ program, libraries: libraryDirectories(tree), fonts: fontDirectory(tree) })
  rmSync(join(root, 'apt'), { recursive: true, force: true })
  return true
}

function hasApt() {
  return spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status === 0
}

/** Options that give apt its own state and cache below `root`; the system's sources, keys and package states are read only. */
function aptDirectories(root) {
  const state = join(root, 'apt', 'state')
  const cache = join(root, 'apt', 'cache')
  const archives = join(root, 'apt', 'archives')
  for (const directory of [join(state, 'lists/partial'), cache, join(archives, 'partial')]) {
    mkdirSync(directory, { recursive: true })
  }
  const settings = {
    'Dir::State': state,
    'Dir::State::status': '/var/lib/dpkg/status',
    'Dir::Cache': cache,
    'Dir::Cache::archives': archives,
    'Debug::NoLocking': 'true',
    // Hooks after an update are the system's business and may need its rights.
    'APT::Update::Post-Invoke-Success::': 'true',
  }
  return Object.entries(settings).flatMap(([name, value]) => ['-o', `${name}=${value}`])
}

function libraryDirectories(tree) {
  const machine = { x64: 'x86_64-linux-gnu', arm64: 'aarch64-linux-gnu' }[process.arch] ?? ''
  const inLib = ['usr/lib', 'lib'].flatMap((base) => [join(tree, base, machine), join(tree, base)])
  // pulseaudio, blas and others keep private libraries one folder deeper.
  const deeper = existsSync(inLib[0])
    ? readdirSync(inLib[0], { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map((entry) => join(inLib[0], entry.name))
        .filter((directory) =>
          readdirSync(directory).some((file) => file.startsWith('lib') && file.includes('.so')),
        )
    : []
  return [...inLib.filter((directory) => existsSync(directory)), ...deeper]
}

function fontDirectory(tree) {
  const fonts = join(tree, 'usr/share/fonts')
  return existsSync(fonts) ? fonts : null
}
