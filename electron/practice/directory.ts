import os from 'node:os'
import path from 'node:path'

/** Where the data of a service lies that nobody gave a folder: the place of this system for data of one account. */
export function defaultDirectory(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): string {
  const home = os.homedir()
  const base =
    platform === 'win32'
      ? (env['LOCALAPPDATA'] ?? path.join(home, 'AppData', 'Local'))
      : platform === 'darwin'
        ? path.join(home, 'Library', 'Application Support')
        : (env['XDG_DATA_HOME'] ?? path.join(home, '.local', 'share'))
  return path.join(base, 'yiguan', 'single-window')
}

/** Where what can be made again is kept: the place of this system for caches of one account. */
export function cacheDirectory(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): string {
  const home = os.homedir()
  const base =
    platform === 'win32'
      ? (env['LOCALAPPDATA'] ?? path.join(home, 'AppData', 'Local'))
      : platform === 'darwin'
        ? path.join(home, 'Library', 'Caches')
        : (env['XDG_CACHE_HOME'] ?? path.join(home, '.cache'))
  return path.join(base, 'yiguan', 'single-window')
}
