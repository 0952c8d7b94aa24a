import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './install.mjs'

const folder = join(root, 'node_modules/electron')
const patience = 5_000

/** The program inside the installed package, or null. The package leaves its name in path.txt when it is complete. */
function present() {
  const given = process.env.ELECTRON_OVERRIDE_DIST_PATH
  const named = join(folder, 'path.txt')
  if (given) return join(given, process.platform === 'win32' ? 'electron.exe' : 'electron')
  if (!existsSync(named)) return null
  const program = join(folder, 'dist', readFileSync(named, 'utf8').trim())
  return existsSync(program) ? program : null
}

/**
 * Electron's own program. When it is missing, the site that has it is tried once, for five seconds; the answer is
 * remembered for this version of Electron.
 * @param {{ log: (line: string) => void }} options
 * @returns {Promise<string | null>}
 */
export async function findElectron({ log }) {
  const found = present()
  if (found) return found
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const memory = join(root, 'node_modules/.cache/yiguan/electron-attempt')
  if (existsSync(memory) && readFileSync(memory, 'utf8') === version) return null
  log('Looking for the Electron binary (once, at most 5 s) …')
  if (await reachable(version)) {
    log('Downloading the Electron binary …')
    spawnSync(process.execPath, [join(folder, 'install.js')], { cwd: folder, stdio: ['ignore', 2, 2] })
  }
  mkdirSync(join(memory, '..'), { recursive: true })
  writeFileSync(memory, version)
  return present()
}

async function reachable(version) {
  const mirror = process.env.ELECTRON_MIRROR ?? 'https://github.com/electron/electron/releases/download/'
  try {
    const answer = await fetch(`${mirror}v${version}/SHASUMS256.txt`, {
      method: 'HEAD',
      signal: AbortSignal.timeout(patience),
    })
    return answer.ok
  } catch {
    return false
  }
}
