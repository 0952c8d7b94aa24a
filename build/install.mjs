import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))

/**
 * Bring node_modules in line with package-lock.json; a fraction of a second when it already is.
 * @param {{ log?: (line: string) => void }} [options] npm's own output goes to stderr
 * @throws {Error} when npm fails
 */
export function ensureInstalled({ log = (line) => process.stderr.write(`${line}\n`) } = {}) {
  if (matchesLock()) return
  log('Installing the locked packages …')
  const npm = process.env.npm_execpath
  const [program, first] = npm ? [process.execPath, [npm]] : ['npm', []]
  const { status } = spawnSync(program, [...first, 'ci', '--include=dev'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: !npm && process.platform === 'win32',
    // npm exports its own settings to scripts; those of the outer run must not decide the inner one.
    env: { ...process.env, npm_config_omit: '', NODE_ENV: 'development' },
  })
  if (status !== 0) throw new Error('npm ci failed; its messages stand above.')
}

/**
 * npm writes node_modules/.package-lock.json last, with what it really put there. An interrupted installation has
 * none; packages for other platforms are missing in it and are optional in the lock.
 */
function matchesLock() {
  const wanted = packagesOf(join(root, 'package-lock.json'))
  const present = packagesOf(join(root, 'node_modules', '.package-lock.json'))
  if (!wanted || !present) return false
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '' || (entry.optional && !present[path])) return true
    return present[path]?.version === entry.version && present[path]?.integrity === entry.integrity
  })
}

function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages
  } catch {
    return null
  }
}
