import { BrowserWindow } from 'electron'
import { origin } from './origin'
import { assertSecureWebPreferences } from './web-preferences'

export type Windows = {
  /** Open a window on a route of the app (`#/…`). */
  openMain(route: string): BrowserWindow
  /** Another window in the place of this one, which ends with its renderer process, asking nobody. */
  renew(window: BrowserWindow): void
  /** A hidden window on the print page. */
  openPrint(): BrowserWindow
  /** The window a web contents belongs to; undefined for what we did not open. */
  of(webContentsId: number): BrowserWindow | undefined
  focusFirst(): void
}

/** `hostName` stands in the title, so that nobody takes a stand-in run for the real thing. */
export function createWindows(options: {
  preload: string
  title: string
  /** Told of each window of the app, before it loads anything. */
  opened: (window: BrowserWindow) => void
}): Windows {
  const windows = new Map<number, BrowserWindow>()
  const webPreferences = () =>
    assertSecureWebPreferences({
      preload: options.preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      nodeIntegrationInWorker: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
    })

  function keep(window: BrowserWindow): BrowserWindow {
    const { id } = window.webContents
    windows.set(id, window)
    window.on('closed', () => windows.delete(id))
    return window
  }

  type Bounds = { x?: number; y?: number; width: number; height: number }

  function openAt(route: string, bounds: Bounds): BrowserWindow {
    const window = keep(
      new BrowserWindow({
        ...bounds,
        minWidth: 1280,
        minHeight: 720,
        show: false,
        title: options.title,
        webPreferences: webPreferences(),
      }),
    )
    // The title names the product and the host only: page titles end up in the browser engine's own files.
    window.on('page-title-updated', (event) => event.preventDefault())
    window.once('ready-to-show', () => window.show())
    options.opened(window)
    void window.loadURL(`${origin}/index.html${route}`)
    return window
  }

  return {
    openMain: (route) => openAt(route, { width: 1366, height: 768 }),
    // Electron: each window has a renderer process of its own, which ends with the window.
    renew(window) {
      const next = openAt('', window.getBounds())
      if (window.isMaximized()) next.maximize()
      window.destroy()
    },
    openPrint() {
      const window = keep(new BrowserWindow({ show: false, webPreferences: webPreferences() }))
      void window.loadURL(`${origin}/print.html`)
      return window
    },
    of: (id) => windows.get(id),
    focusFirst() {
      const first = [...windows.values()].find((window) => window.isVisible())
      if (!first) return
      if (first.isMinimized()) first.restore()
      first.focus()
    },
  }
}
