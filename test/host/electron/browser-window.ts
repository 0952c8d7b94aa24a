import { configuration } from '../process/configuration'
import type { Session } from '../chromium/session'
import { app, windowClosed, windowOpened } from './app'
import { openPage, rootSession, watchTarget } from './engine'
import { cancellable, strict } from './strict'
import { StrictEmitter } from './strict-emitter'
import { StandInWebContents } from './web-contents'
import { refuseWeakPreferences } from './web-preferences'
import { windows } from './window-list'

let nextId = 1

class StandInBrowserWindow
  extends StrictEmitter
  implements
    Pick<
      Electron.BrowserWindow,
      | 'id'
      | 'webContents'
      | 'loadURL'
      | 'show'
      | 'showInactive'
      | 'hide'
      | 'focus'
      | 'close'
      | 'destroy'
      | 'isDestroyed'
      | 'isVisible'
      | 'isFocused'
      | 'isMinimized'
      | 'minimize'
      | 'restore'
      | 'getTitle'
      | 'setTitle'
      | 'getContentSize'
      | 'setContentSize'
      | 'setMenuBarVisibility'
      | 'getBounds'
      | 'isMaximized'
      | 'maximize'
    >
{
  protected readonly name = 'BrowserWindow'
  protected readonly events = [
    ...['ready-to-show', 'show', 'hide', 'focus', 'blur', 'minimize', 'restore', 'close', 'closed'],
    ...['page-title-updated'],
  ]
  readonly id = nextId++
  private readonly contents: StandInWebContents
  private readonly electron = strict<Electron.BrowserWindow>('BrowserWindow', this)
  private readonly opened: Promise<string>
  private destroyed = false
  private visible: boolean
  private focused = false
  private minimized = false
  private maximized = false
  private forced = false
  private title: string
  private size: { width: number; height: number }

  constructor(options: Electron.BrowserWindowConstructorOptions = {}) {
    super()
    const { webPreferences = {}, show = true, title = app.getName(), width = 800, height = 600 } = options
    refuseWeakPreferences(webPreferences)
    this.title = title
    this.visible = show
    this.size = { width, height }
    this.contents = new StandInWebContents(() => this.electron, webPreferences.preload)
    windows.add(this.electron, this.contents)
    this.contents.once('did-finish-load', () => this.emit('ready-to-show'))
    // Without a size and without being shown: a window for printing or computing that nobody is to see.
    this.opened = this.open(show || options.width !== undefined)
    this.opened.catch((error: unknown) => {
      if (!this.destroyed) throw error
    })
    windowOpened(this.electron, this.contents.electron)
    return this.electron as unknown as this
  }

  private async open(toBeSeen: boolean): Promise<string> {
    const { targetId, session } = await openPage({ visible: toBeSeen, ...this.size })
    watchTarget(targetId, () => this.finish())
    session.on('Page.javascriptDialogOpening', () => {
      if (this.forced) session.tell('Page.handleJavaScriptDialog', { accept: true })
    })
    if (toBeSeen) await this.resize(session)
    this.contents.on('dom-ready', () => void this.followTitle())
    await this.contents.attach(session)
    if (this.forced) rootSession().tell('Target.closeTarget', { targetId })
    if (this.visible) this.gainFocus()
    return targetId
  }

  private async followTitle(): Promise<void> {
    const title = String(await this.contents.executeJavaScript('document.title').catch(() => ''))
    const event = cancellable({})
    this.contents.changeTitle(title)
    this.emit('page-title-updated', event, title, title !== '')
    if (!event.defaultPrevented) this.title = title
    else if (!configuration.headless)
      await this.contents.executeJavaScript(`document.title = ${JSON.stringify(this.title)}`)
  }

  get webContents(): Electron.WebContents {
    return this.contents.electron
  }

  async loadURL(url: string, options?: Electron.LoadURLOptions): Promise<void> {
    if (options) throw new Error('stand-in: options of loadURL are not implemented')
    await this.opened
    return this.contents.loadURL(url)
  }

  show(): void {
    this.showInactive()
    this.focus()
  }
  showInactive(): void {
    if (this.visible) return
    this.visible = true
    this.emit('show')
  }
  hide(): void {
    if (!this.visible) return
    this.visible = false
    this.emit('hide')
  }
  focus(): void {
    if (!this.visible) return
    this.contents.focus()
    this.gainFocus()
  }
  private gainFocus(): void {
    if (this.focused) return
    windows.blurAll()
    this.focused = true
    this.emit('focus')
    app.emit('browser-window-focus', cancellable({}), this.electron)
  }
  blurNow(): void {
    if (!this.focused) return
    this.focused = false
    this.emit('blur')
  }

  /** Ask main, then the page (beforeunload); either may keep the window open. */
  close(): void {
    if (this.destroyed || this.forced) return
    const event = cancellable({})
    this.emit('close', event)
    if (event.defaultPrevented) return void windows.stayed(this.electron)
    void this.opened.then(async () => (await this.contents.running()).tell('Page.close'))
  }
  /** Without asking anybody; only `closed` is still raised. */
  destroy(): void {
    if (this.destroyed) return
    this.forced = true
    void this.opened.then((targetId) => rootSession().tell('Target.closeTarget', { targetId }))
    this.finish()
  }
  private finish(): void {
    if (this.destroyed) return
    this.destroyed = true
    this.visible = false
    this.focused = false
    this.contents.markDestroyed()
    windows.remove(this.electron)
    this.emit('closed')
    windowClosed()
  }

  isDestroyed(): boolean {
    return this.destroyed
  }
  isVisible(): boolean {
    return this.visible
  }
  isFocused(): boolean {
    return this.focused
  }
  isMinimized(): boolean {
    return this.minimized
  }
  minimize(): void {
    this.minimized = true
    this.emit('minimize')
  }
  restore(): void {
    this.minimized = false
    this.emit('restore')
  }
  getTitle(): string {
    return this.title
  }
  setTitle(title: string): void {
    this.title = title
  }
  getContentSize(): number[] {
    return [this.size.width, this.size.height]
  }
  setContentSize(width: number, height: number): void {
    this.size = { width, height }
    void this.contents.running().then((session) => this.resize(session))
  }
  private async resize(session: Session): Promise<void> {
    try {
      const { windowId } = await session.send('Browser.getWindowForTarget')
      await session.send('Browser.setContentsSize', { windowId, ...this.size })
    } catch {
      // A headless shell has no windows around its pages; the page gets its size directly.
      await session.send('Emulation.setDeviceMetricsOverride', {
        ...this.size,
        deviceScaleFactor: 1,
        mobile: false,
      })
    }
  }
  /** Where a window of Chromium stands is nobody's business here; its size is what main asked for. */
  getBounds(): Electron.Rectangle {
    return { x: 0, y: 0, ...this.size }
  }
  isMaximized(): boolean {
    return this.maximized
  }
  maximize(): void {
    this.maximized = true
    this.show()
  }
  /** There is no menu bar in a Chromium window; nothing to show or hide. */
  setMenuBarVisibility(): void {}

  static getAllWindows = () => windows.all()
  static getFocusedWindow = () => windows.all().find((window) => window.isFocused()) ?? null
  static fromWebContents = (contents: Electron.WebContents) => windows.of(contents)
  static fromId = (id: number) => windows.all().find((window) => window.id === id) ?? null
}

export const BrowserWindow = strict<typeof Electron.BrowserWindow>('BrowserWindow', StandInBrowserWindow)
