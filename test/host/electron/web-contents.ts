import type { Session } from '../chromium/session'
import { pressAccelerator } from './accelerators'
import { Frames } from './frames'
import { ipcMain, serveInvoke } from './ipc-main'
import { guardNavigation } from './navigation'
import { toApp, toWeb } from './origins'
import { askPermission } from './permissions'
import { PreloadLink } from './preload-link'
import { printOptions } from './print-options'
import { schemeHandlers } from './protocol'
import { defaultSession } from './session'
import { cancellable, strict } from './strict'
import { StrictEmitter } from './strict-emitter'
import { nativeImage } from './native-image'

const registry = new Map<number, StandInWebContents>()
let nextId = 1

const handled = (scheme: string) => schemeHandlers.has(scheme)

export class StandInWebContents
  extends StrictEmitter
  implements
    Pick<
      Electron.WebContents,
      | 'id'
      | 'session'
      | 'mainFrame'
      | 'send'
      | 'loadURL'
      | 'reload'
      | 'getURL'
      | 'getTitle'
      | 'isDestroyed'
      | 'isLoading'
      | 'isCrashed'
      | 'setWindowOpenHandler'
      | 'executeJavaScript'
      | 'printToPDF'
      | 'capturePage'
      | 'setZoomFactor'
      | 'getZoomFactor'
      | 'focus'
    >
{
  protected readonly name = 'WebContents'
  protected readonly events = [
    ...['will-frame-navigate', 'will-navigate', 'will-redirect', 'did-navigate', 'did-navigate-in-page'],
    ...['did-frame-navigate', 'dom-ready', 'did-finish-load', 'did-fail-load', 'page-title-updated'],
    ...['render-process-gone', 'preload-error', 'will-prevent-unload', 'destroyed', 'ipc-message'],
    // Never raised, because webviewTag is refused.
    'will-attach-webview',
  ]
  readonly id = nextId++
  readonly session = defaultSession
  readonly electron = strict<Electron.WebContents>('WebContents', this)
  private readonly frames = new Frames()
  private devtools: Session | undefined
  private link: PreloadLink | undefined
  private destroyed = false
  private crashed = false
  private loading = false
  private zoom = 1
  private title = ''
  private openHandler: Parameters<Electron.WebContents['setWindowOpenHandler']>[0] | undefined
  private resolveReady!: () => void
  private readonly ready = new Promise<void>((resolve) => (this.resolveReady = resolve))

  constructor(
    /** Element of the menu's accelerators: the window that gets the click. */
    private readonly ownerWindow: () => Electron.BrowserWindow,
    private readonly preload: string | undefined,
  ) {
    super()
    registry.set(this.id, this)
  }

  /** Take over a page that waits for its debugger, and let it run. */
  async attach(session: Session): Promise<void> {
    this.devtools = session
    await Promise.all([session.send('Page.enable'), session.send('Runtime.enable')])
    await this.frames.follow(session)
    this.link = new PreloadLink(session, this.frames, {
      invoke: (frame, channel, args) => serveInvoke(channel, this.ipcEvent(frame.electron), args),
      send: (frame, channel, args) => void ipcMain.emit(channel, this.ipcEvent(frame.electron), ...args),
      ask: (question, permission) => askPermission(question, permission, this.electron),
      key: (pressed) => pressAccelerator(pressed, this.ownerWindow()),
      preloadFailed: (path, error) => void this.emit('preload-error', cancellable({}), path, error),
    })
    await this.link.install(this.preload)
    await guardNavigation(session, this, this.frames, (url) => void this.loadURL(url))
    this.followPage(session)
    await session.send('Runtime.runIfWaitingForDebugger')
    this.resolveReady()
  }

  private followPage(session: Session): void {
    const isMain = (frameId: string) => frameId === this.frames.main.chromiumId
    session.on('Page.frameNavigated', ({ frame }) => {
      const url = toApp(frame.url)
      this.emit('did-frame-navigate', cancellable({}), url, 200, 'OK', isMain(frame.id), 0, 0)
      if (isMain(frame.id)) this.emit('did-navigate', cancellable({}), url, 200, 'OK')
    })
    session.on('Page.navigatedWithinDocument', ({ frameId, url }) =>
      this.emit('did-navigate-in-page', cancellable({}), toApp(url), isMain(frameId), 0, 0),
    )
    session.on('Page.domContentEventFired', () => {
      if (this.hasPage()) this.emit('dom-ready', cancellable({}))
    })
    session.on('Page.loadEventFired', () => {
      this.loading = false
      if (this.hasPage()) this.emit('did-finish-load', cancellable({}))
    })
    session.on('Inspector.targetCrashed', () => {
      this.crashed = true
      this.emit('render-process-gone', cancellable({}), { reason: 'crashed', exitCode: 1 })
    })
    session.on('Page.javascriptDialogOpening', ({ type }) => {
      // Electron shows no question before leaving: the page stays unless main decides otherwise.
      if (type !== 'beforeunload') return
      const event = cancellable({})
      this.emit('will-prevent-unload', event)
      session.tell('Page.handleJavaScriptDialog', { accept: event.defaultPrevented })
      if (!event.defaultPrevented) this.emit('stand-in-stayed')
    })
    // window.open: Chromium tells the address first and then makes a page that waits.
    session.on('Page.windowOpen', ({ url, windowName, windowFeatures }) => {
      const details = { url: toApp(url), frameName: windowName, features: windowFeatures.join(',') }
      const answer = this.openHandler?.({
        ...details,
        disposition: 'new-window',
        referrer: { url: '', policy: 'default' },
      })
      if (answer?.action !== 'deny') {
        throw new Error(
          'stand-in: a window opened by a page is not implemented; setWindowOpenHandler must deny',
        )
      }
    })
  }

  private hasPage(): boolean {
    return this.frames.main.url !== 'about:blank'
  }

  private ipcEvent(frame: Electron.WebFrameMain): Electron.IpcMainInvokeEvent & Electron.IpcMainEvent {
    const event = {
      sender: this.electron,
      senderFrame: frame,
      processId: 0,
      frameId: 0,
      type: 'frame',
      reply: (channel: string, ...args: unknown[]) => this.send(channel, ...args),
    }
    return strict('IpcMainEvent', event)
  }

  get mainFrame(): Electron.WebFrameMain {
    return this.frames.main.electron
  }

  send(channel: string, ...args: unknown[]): void {
    this.link?.sendEvent(channel, args)
  }

  async loadURL(url: string): Promise<void> {
    const devtools = await this.running()
    const address = await toWeb(url, handled)
    const loaded = new Promise<void>((resolve) => this.once('did-finish-load', () => resolve()))
    this.loading = true
    const { errorText } = await devtools
      .send('Page.navigate', { url: address })
      .catch(() => ({ errorText: 'net::ERR_ABORTED' }))
    if (errorText) {
      this.loading = false
      const code = errorText.replace('net::', '')
      this.emit('did-fail-load', cancellable({}), -2, code, url, true)
      throw Object.assign(new Error(`${code} (-2) loading '${url}'`), { code, errno: -2, url })
    }
    // Only the part after # differs: nothing is loaded.
    if (address.includes('#') && (await this.isComplete())) return
    await loaded
  }

  private async isComplete(): Promise<boolean> {
    const { result } = await this.evaluate('document.readyState')
    return result.value === 'complete' && !this.loading
  }

  private async evaluate(expression: string) {
    const devtools = await this.running()
    return devtools.send('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
      userGesture: true,
    })
  }

  async executeJavaScript(code: string): Promise<unknown> {
    const { result, exceptionDetails } = await this.evaluate(code)
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
    return result.value
  }

  /** The page's DevTools session once it runs. */
  async running(): Promise<Session> {
    await this.ready
    return this.devtools!
  }

  reload(): void {
    void this.running().then((devtools) => devtools.tell('Page.reload'))
  }
  focus(): void {
    void this.running().then((devtools) => devtools.tell('Page.bringToFront'))
  }
  getURL(): string {
    return this.hasPage() ? this.frames.main.url : ''
  }
  getTitle(): string {
    return this.title
  }
  changeTitle(title: string): void {
    this.title = title
    this.emit('page-title-updated', cancellable({}), title, true)
  }
  isDestroyed(): boolean {
    return this.destroyed
  }
  isLoading(): boolean {
    return this.loading
  }
  isCrashed(): boolean {
    return this.crashed
  }

  setWindowOpenHandler(handler: Parameters<Electron.WebContents['setWindowOpenHandler']>[0]): void {
    this.openHandler = handler
  }

  async printToPDF(options: Electron.PrintToPDFOptions): Promise<Buffer> {
    const devtools = await this.running()
    const { data } = await devtools.send('Page.printToPDF', printOptions(options))
    return Buffer.from(data, 'base64')
  }

  async capturePage(): Promise<Electron.NativeImage> {
    const devtools = await this.running()
    const { data } = await devtools.send('Page.captureScreenshot', { format: 'png' })
    return nativeImage(Buffer.from(data, 'base64'))
  }

  /** Chromium's own zoom is out of reach; the page is enlarged instead, its media queries do not notice. */
  setZoomFactor(factor: number): void {
    this.zoom = factor
    void this.link?.evaluate('function (zoom) { document.documentElement.style.zoom = zoom }', String(factor))
  }
  getZoomFactor(): number {
    return this.zoom
  }

  /** What a menu role does to the focused field. */
  editCommand(command: string): void {
    void this.running().then((devtools) =>
      devtools.tell('Input.dispatchKeyEvent', { type: 'rawKeyDown', commands: [command] }),
    )
  }

  markDestroyed(): void {
    if (this.destroyed) return
    this.destroyed = true
    registry.delete(this.id)
    this.emit('destroyed')
  }
}

/** The module `webContents`. */
export const webContents = strict<typeof Electron.WebContents>('webContents', {
  getAllWebContents: () => [...registry.values()].map(({ electron }) => electron),
  fromId: (id: number) => registry.get(id)?.electron,
})
