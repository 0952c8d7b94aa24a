import { join } from 'node:path'
import { installAsRoot, unpackDebian } from './chromium/debian.mjs'
import { withLock } from './chromium/lock.mjs'
import { unpackNpm } from './chromium/npm.mjs'
import { cacheRoot, hasChineseFont, installedChromium, unpackedChromium } from './chromium/places.mjs'

/**
 * The Chromium that runs the stand-in and every browser test.
 * Looked for in this order: `YIGUAN_CHROMIUM`, an installed one, one unpacked earlier into the user's cache.
 * `YIGUAN_CHROMIUM_INSTALLED=ignore` leaves the installed ones out, so that the unpacking can be tried where one exists.
 * @returns {string | null} path of a program that takes Chromium's arguments
 */
export function findChromium() {
  const named = process.env.YIGUAN_CHROMIUM
  if (named) return named
  const unpacked = unpackedChromium()
  const installed = installedChromium()
  // A launcher in the cache around the installed program exists only because it brings the Chinese font with it.
  if (installed && !hasChineseFont() && unpacked) return unpacked
  return installed ?? unpacked
}

/**
 * Like `findChromium`, but gets one (and a Chinese font) when there is none: as root through apt, else the Debian
 * packages unpacked into the user's cache, else a pinned npm package.
 * @param {{ log?: (line: string) => void }} [options]
 * @returns {Promise<string>}
 * @throws {Error} one sentence that says what to install
 */
export async function ensureChromium({ log = () => {} } = {}) {
  const enough = () => {
    const found = findChromium()
    if (!found || process.env.YIGUAN_CHROMIUM) return found
    return hasChineseFont() || found === unpackedChromium() ? found : null
  }
  const ready = enough()
  if (ready) return ready
  return withLock(join(cacheRoot(), 'lock'), async () => {
    const meanwhile = enough()
    if (meanwhile) return meanwhile
    await attempt(log)
    const found = findChromium()
    if (found) return found
    throw new Error(
      'No Chromium was found and none could be fetched: install the package "chromium" (Debian, Ubuntu: apt install chromium fonts-noto-cjk) or name one in YIGUAN_CHROMIUM.',
    )
  })
}

async function attempt(log) {
  const wanted = [
    ...(installedChromium() ? [] : ['chromium']),
    ...(hasChineseFont() ? [] : ['fonts-noto-cjk']),
  ]
  const routes = [
    ['apt, as root', () => installAsRoot(wanted, log)],
    ['Debian packages unpacked for this user', () => unpackDebian(wanted, log)],
    ['npm package', () => (wanted.includes('chromium') ? unpackNpm(log) : false)],
  ]
  for (const [name, route] of routes) {
    try {
      if (await route()) return
    } catch (error) {
      log(
        `Chromium by ${name} did not work: ${String(error.message ?? error)
          .trim()
          .split('\n')
          .at(-1)}`,
      )
    }
  }
}

export { noSandboxReason } from './chromium/sandbox.mjs'
