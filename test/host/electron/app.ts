import { readFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { configuration } from '../process/configuration'
import { addSwitch, chromiumRuns, killEngine, stopEngine } from './engine'
import { moveProfile, profile } from './profile'
import { isReady, whenReady } from './readiness'
import { firstInstanceTold, releaseLock, requestLock } from './single-instance'
import { cancellable, strict } from './strict'
import { StrictEmitter } from './strict-emitter'
import { windows } from './window-list'

type PathName = Parameters<Electron.App['getPath']>[0]

class StandInApp
  extends StrictEmitter
  implements
    Pick<
      Electron.App,
      | 'isPackaged'
      | 'whenReady'
      | 'isReady'
      | 'quit'
      | 'exit'
      | 'getVersion'
      | 'getName'
      | 'setName'
      | 'getLocale'
      | 'getAppPath'
      | 'getPath'
      | 'setPath'
      | 'enableSandbox'
      | 'focus'
      | 'requestSingleInstanceLock'
      | 'hasSingleInstanceLock'
      | 'releaseSingleInstanceLock'
      | 'setAppUserModelId'
    >
{
  protected readonly events = [
    ...['will-finish-launching', 'ready', 'window-all-closed', 'before-quit', 'will-quit', 'quit'],
    ...['second-instance', 'web-contents-created', 'browser-window-created', 'browser-window-focus'],
    // Raised on macOS only.
    ...['activate', 'open-file', 'open-url'],
  ]
  readonly isPackaged = false
  protected readonly name = 'app'
  readonly commandLine = strict<Electron.CommandLine>('CommandLine', {
    appendSwitch: (name: string, value?: string) => addSwitch(name, value),
    hasSwitch: (name: string) =>
      process.argv.some((arg) => arg === `--${name}` || arg.startsWith(`--${name}=`)),
    getSwitchValue: (name: string) =>
      process.argv.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3) ?? '',
  })
  private readonly paths = new Map<PathName, string>()
  private appName = packageFacts().name
  private quitting = false
  private locked = false

  whenReady = () => whenReady()
  isReady = () => isReady()
  getVersion = () => packageFacts().version
  getName = () => this.appName
  setName = (name: string) => void (this.appName = name)
  getLocale = () => configuration.locale
  getAppPath = () => path.dirname(path.dirname(configuration.main))
  focus = () => windows.all()[0]?.focus()
  /** Every page of the stand-in is sandboxed as far as its Chromium is; there is nothing to switch. */
  enableSandbox = () => undefined
  /** Windows only. */
  setAppUserModelId = () => undefined

  getPath(name: PathName): string {
    const given = this.paths.get(name)
    if (given) return given
    switch (name) {
      case 'userData':
      case 'sessionData':
        return profile()
      case 'logs':
        return path.join(profile(), 'logs')
      case 'temp':
        return os.tmpdir()
      case 'home':
        return os.homedir()
      case 'downloads':
      case 'documents':
      case 'desktop':
        return configuration.saveTo ?? path.join(profile(), name)
      case 'exe':
        return process.execPath
      default:
        throw new Error(`stand-in: app.getPath('${name}') is not implemented`)
    }
  }
  setPath(name: PathName, directory: string): void {
    if (name === 'userData' && (isReady() || this.locked)) {
      throw new Error('stand-in: userData must be set before the lock is asked for and before ready')
    }
    if (name === 'userData') moveProfile(directory)
    else this.paths.set(name, directory)
  }

  requestSingleInstanceLock(additionalData?: Record<string, unknown>): boolean {
    if (this.locked) return true
    this.locked = requestLock(profile(), additionalData, ({ argv, cwd, additionalData: data }) => {
      // Documented: never before ready.
      void whenReady().then(() => this.emit('second-instance', cancellable({}), argv, cwd, data))
    })
    return this.locked
  }
  hasSingleInstanceLock = () => this.locked
  releaseSingleInstanceLock(): void {
    releaseLock()
    this.locked = false
  }

  /** before-quit, then each window's close; any of them can stop it. Then will-quit and quit. */
  quit(): void {
    if (this.quitting) return
    const before = cancellable({})
    this.emit('before-quit', before)
    if (before.defaultPrevented) return
    this.quitting = true
    void this.closeAndLeave()
  }
  private async closeAndLeave(): Promise<void> {
    const gone = await Promise.all(windows.all().map((window) => windows.close(window)))
    const will = cancellable({})
    if (gone.every(Boolean)) this.emit('will-quit', will)
    if (!gone.every(Boolean) || will.defaultPrevented) {
      this.quitting = false
      return
    }
    await this.leave(0)
  }

  /** At once: windows are not asked, before-quit and will-quit are not raised. */
  exit(code = 0): void {
    this.quitting = true
    for (const window of windows.all()) window.destroy()
    void this.leave(code)
  }
  private async leave(code: number): Promise<void> {
    await firstInstanceTold()
    if (chromiumRuns()) await stopEngine()
    this.emit('quit', cancellable({}), code)
    process.exit(code)
  }

  isQuitting = () => this.quitting

  /** Documented: not raised while quitting; without a listener the app quits. */
  lastWindowClosed(): void {
    if (this.quitting) return
    if (this.listenerCount('window-all-closed') > 0) this.emit('window-all-closed')
    else this.quit()
  }
}

const standInApp = new StandInApp()
export const app = strict<Electron.App>('app', standInApp)

export function windowOpened(window: Electron.BrowserWindow, contents: Electron.WebContents): void {
  app.emit('web-contents-created', cancellable({}), contents)
  app.emit('browser-window-created', cancellable({}), window)
}

export function windowClosed(): void {
  if (windows.all().length === 0) standInApp.lastWindowClosed()
}

/** Main decided to end before the first window could open. */
export const willLeave = () => standInApp.isQuitting()

/** The way out when nothing can be asked any more. */
export function leaveByForce(code: number): never {
  killEngine()
  process.exit(code)
}

function packageFacts(): { name: string; version: string } {
  const file = path.join(path.dirname(path.dirname(configuration.main)), 'package.json')
  const { productName, name, version } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>
  return { name: productName ?? name!, version: version! }
}
