/** What `import … from 'electron'` gives main in the stand-in. */
import { absent, strict } from './strict'

export { app } from './app'
export { BrowserWindow } from './browser-window'
export { clipboard } from './clipboard'
export { dialog } from './dialog'
export { nativeTheme, powerMonitor } from './events-only'
export { ipcMain } from './ipc-main'
export { Menu } from './menu'
export { net } from './net'
export { Notification } from './notification'
export { protocol } from './protocol'
export { safeStorage } from './safe-storage'
export { session } from './session'
export { shell } from './shell'
export { utilityProcess } from './utility-process'
export { webContents } from './web-contents'

/** Nothing is ever sent anywhere, so there is nothing to start. */
export const crashReporter = strict<Electron.CrashReporter>('crashReporter', { start: () => undefined })

export const BaseWindow = absent('BaseWindow')
export const BrowserView = absent('BrowserView')
export const MenuItem = absent('MenuItem')
export const MessageChannelMain = absent('MessageChannelMain')
export const ShareMenu = absent('ShareMenu')
export const TouchBar = absent('TouchBar')
export const Tray = absent('Tray')
export const View = absent('View')
export const WebContentsView = absent('WebContentsView')
export const autoUpdater = absent('autoUpdater')
export const contentTracing = absent('contentTracing')
export const desktopCapturer = absent('desktopCapturer')
export const globalShortcut = absent('globalShortcut')
export const inAppPurchase = absent('inAppPurchase')
export const nativeImage = absent('nativeImage')
export const netLog = absent('netLog')
export const powerSaveBlocker = absent('powerSaveBlocker')
export const pushNotifications = absent('pushNotifications')
export const screen = absent('screen')
export const systemPreferences = absent('systemPreferences')
export const webFrameMain = absent('webFrameMain')
