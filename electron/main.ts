import path from 'node:path'
import { app, dialog, ipcMain, protocol, safeStorage, session, shell } from 'electron'
import { registerApp } from './services/app-info'
import { createFiles, registerFiles, saveDialog } from './services/files'
import { createKeyStore } from './services/key-store'
import { registerPrint } from './services/print'
import { registerSentinel } from './services/sentinel'
import { createVault, registerVault } from './services/vault'
import { guardAllContents, guardPermissions } from './shell/guards'
import { createHandle } from './shell/ipc'
import { createLog } from './shell/log'
import { installMenu } from './shell/menu'
import { scheme } from './shell/origin'
import { createSchemeHandler } from './shell/scheme'
import { createWindows } from './shell/windows'

// The stand-in of test/host says so itself; nothing else may be taken for real Electron.
const hostName = process.env['YIGUAN_HOST'] === 'stand-in' ? 'stand-in' : 'electron'
const dist = path.join(import.meta.dirname, '..')
const profile = app.getPath('userData')
const log = createLog(path.join(profile, 'logs'))

app.enableSandbox()
protocol.registerSchemesAsPrivileged([
  { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
])
guardAllContents(app)

const windows = createWindows({
  preload: path.join(dist, 'preload', 'preload.cjs'),
  title: hostName === 'stand-in' ? '驿关 Yiguan（替身宿主 stand-in）' : '驿关 Yiguan',
})

async function start(): Promise<void> {
  await app.whenReady()
  protocol.handle(scheme, createSchemeHandler(path.join(dist, 'renderer')))
  guardPermissions(session.defaultSession)
  installMenu((window, command) => window.webContents.send('menu.command', { command }))

  const handle = createHandle(ipcMain, windows.of, (channel, error) =>
    log.error({ channel, err: error }, 'channel failed'),
  )
  const keyStore = createKeyStore(safeStorage, hostName === 'stand-in')
  const files = createFiles(saveDialog(dialog))
  registerApp(handle, { app, shell, windows, keyStore, hostName })
  registerVault(
    handle,
    createVault(profile, keyStore, () => new Date()),
  )
  registerSentinel(handle, path.join(profile, 'sentinel'))
  registerFiles(handle, files)
  registerPrint(handle, windows, files)

  windows.openMain('')
}

// Two processes on one profile would fight over the same database files.
if (app.requestSingleInstanceLock()) {
  app.on('second-instance', () => windows.focusFirst())
  app.on('window-all-closed', () => app.quit())
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => app.quit())
  start().catch((error: unknown) => {
    log.fatal({ err: error }, 'start failed')
    dialog.showErrorBox(
      '驿关不能启动 / Yiguan cannot start',
      `${error instanceof Error ? error.message : String(error)}\n\n数据未改动。日志 / log: ${path.join(profile, 'logs')}`,
    )
    app.exit(1)
  })
} else {
  app.quit()
}
