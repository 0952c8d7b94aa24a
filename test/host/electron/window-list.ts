import { EventEmitter } from 'node:events'
import type { StandInWebContents } from './web-contents'

const contentsOf = new Map<Electron.BrowserWindow, StandInWebContents>()
const outcomes = new EventEmitter()

/** The open windows in order of opening. */
export const windows = {
  add: (window: Electron.BrowserWindow, contents: StandInWebContents) => {
    contentsOf.set(window, contents)
    contents.prependListener('stand-in-stayed', () => windows.stayed(window))
  },
  remove: (window: Electron.BrowserWindow) => {
    contentsOf.delete(window)
    outcomes.emit('outcome', window, true)
  },
  all: () => [...contentsOf.keys()],
  of: (contents: Electron.WebContents) =>
    windows.all().find((window) => window.webContents === contents) ?? null,
  contentsOf: (window: Electron.BrowserWindow) => contentsOf.get(window),
  blurAll: () => {
    for (const window of contentsOf.keys()) (window as unknown as { blurNow(): void }).blurNow()
  },

  /** A window refused to close. */
  stayed: (window: Electron.BrowserWindow) => void outcomes.emit('outcome', window, false),

  /** Close one window as its user would. Resolves to whether it is gone. */
  close: (window: Electron.BrowserWindow) =>
    new Promise<boolean>((resolve) => {
      const listen = (which: Electron.BrowserWindow, gone: boolean) => {
        if (which !== window) return
        outcomes.off('outcome', listen)
        resolve(gone)
      }
      outcomes.on('outcome', listen)
      window.close()
    }),
}
