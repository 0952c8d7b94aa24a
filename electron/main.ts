import path from 'node:path'
import { app, dialog, ipcMain, net, protocol, safeStorage, session, shell, utilityProcess } from 'electron'
import { registerApp } from './services/app-info'
import { registerExchange } from './services/exchange'
import { createFiles, registerFiles, saveDialog } from './services/files'
import { createKeyStore } from './services/key-store'
import { createPracticeProcess } from './services/practice-process'
import { registerPrint } from './services/print'
import { createSendJournals } from './services/send-journals'
import { registerSentinel } from './services/sentinel'
import { createSigning } from './services/signing'
import { createSigningKeys } from './services/signing-keys'
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

const keyStoreOf = () => createKeyStore(safeStorage, hostName === 'stand-in')
const journals = createSendJournals(path.join(profile, 'send-journal'), keyStoreOf)
const practice = createPracticeProcess({
  fork: (modulePath, args, options) => utilityProcess.fork(modulePath, args, options),
  modulePath: path.join(dist, 'practice', 'main.js'),
  directory: path.join(profile, 'practice'),
  args: practicePace(process.argv),
  report: (state) => {
    if (state.kind === 'failed') log.error({ detail: state.message }, 'practice service failed')
  },
})

async function start(): Promise<void> {
  await app.whenReady()
  protocol.handle(scheme, createSchemeHandler(path.join(dist, 'renderer')))
  guardPermissions(session.defaultSession)
  installMenu((window, command) => window.webContents.send('menu.command', { command }))

  const handle = createHandle(ipcMain, windows.of, (channel, error) =>
    log.error({ channel, err: error }, 'channel failed'),
  )
  const keyStore = keyStoreOf()
  const files = createFiles(saveDialog(dialog))
  registerApp(handle, { app, shell, windows, keyStore, hostName })
  const vault = createVault(profile, keyStore, () => new Date())
  registerVault(handle, vault)
  registerSentinel(handle, path.join(profile, 'sentinel'))
  registerFiles(handle, files)
  registerPrint(handle, windows, files)
  registerExchange(handle, {
    kindOf: vault.kindOf,
    serviceOf: () => Promise.resolve({ url: null }),
    practice() {
      const state = practice.state()
      return state.kind === 'ready' ? state : undefined
    },
    startPractice: () => practice.start(),
    fetch: (url, init) => net.fetch(url, init),
    journal: journals,
    signing: createSigning(createSigningKeys(path.join(profile, 'signing'), keyStore)),
    now: () => Date.now(),
  })
  if (!process.argv.includes('--no-practice')) void practice.start()

  windows.openMain('')
}

/** `--pace N` or `--pace=N`: how fast the practice service lets a list through. */
function practicePace(argv: readonly string[]): string[] {
  const at = argv.findIndex((argument) => argument === '--pace' || argument.startsWith('--pace='))
  if (at < 0) return []
  const pace = argv[at]!.slice('--pace='.length) || argv[at + 1]
  return pace === undefined ? [] : ['--pace', pace]
}

/** The practice service writes its database: it ends by itself before the app does. */
function stopServicesFirst(): void {
  let isStopped = false
  app.on('will-quit', (event) => {
    if (isStopped) return
    event.preventDefault()
    void Promise.allSettled([practice.stop(), journals.close()]).then(() => {
      isStopped = true
      app.quit()
    })
  })
}

// Two processes on one profile would fight over the same database files.
if (app.requestSingleInstanceLock()) {
  app.on('second-instance', () => windows.focusFirst())
  app.on('window-all-closed', () => app.quit())
  stopServicesFirst()
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
