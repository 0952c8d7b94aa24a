import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync, readdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const WELL_KNOWN = [
  '/usr/bin/chromium',
  '/usr/lib/chromium/chromium',
  '/snap/bin/chromium',
  '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
]

/** Where this user's own copies live. */
export function cacheRoot() {
  const base = process.env.XDG_CACHE_HOME || join(homedir(), '.cache')
  return join(base, 'yiguan', 'chromium')
}

/** A Chromium of this machine, or null. */
export function installedChromium() {
  if (process.env.YIGUAN_CHROMIUM_INSTALLED === 'ignore') return null
  const onPath = (process.env.PATH ?? '')
    .split(delimiter)
    .filter(Boolean)
    .flatMap((directory) => NAMES.map((name) => join(directory, name)))
  return [...onPath, ...WELL_KNOWN].find(isProgram) ?? null
}

/** The launcher written by an earlier unpacking, or null. It is written last, so that its existence means completeness. */
export function unpackedChromium() {
  const launcher = join(cacheRoot(), 'launcher')
  return isProgram(launcher) ? launcher : null
}

/** Whether Chinese text can be drawn with the fonts of this machine. */
export function hasChineseFont() {
  if (process.platform !== 'linux') return true
  if (process.env.YIGUAN_CHROMIUM_INSTALLED === 'ignore') return false
  const listed = spawnSync('fc-list', [':lang=zh-cn', 'family'], { encoding: 'utf8' })
  if (listed.status === 0) return listed.stdout.trim() !== ''
  return ['/usr/share/fonts', '/usr/local/share/fonts', join(homedir(), '.fonts')].some(holdsChineseFont)
}

function holdsChineseFont(directory) {
  if (!existsSync(directory)) return false
  return readdirSync(directory, { recursive: true }).some((file) =>
    /cjk|notosanssc|wqy|source-?han|uming|ukai|droidsansfallback/i.test(String(file)),
  )
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
