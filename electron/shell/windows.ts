import { BrowserWindow } from 'electron'
import { origin } from './origin'
import { assertSecureWebPreferences } from './web-preferences'

export type Windows = {
  /** Open a window on a route of the app (`#/…`). */
  openMain(route: string): BrowserWindow
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

  return {
    openMain(route) {
      const window = keep(
        new BrowserWindow({
          width: 1366,
          height: 768,
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
