import path from 'node:path'
import {
  app,
  type BrowserWindow,
  dialog,
  ipcMain,
  net,
  Notification,
  powerMonitor,
  protocol,
  safeStorage,
  session,
  shell,
  utilityProcess,
} from 'electron'
import type { EventName, Events } from '#shared/ipc/contract'
import { createAutoLock } from './services/auto-lock'
import { registerApp } from './services/app-info'
import { createBackups, freeBytes, registerBackups } from './services/backup'
import { createCatalogue } from './services/backup-catalogue'
import { createBelongings } from './services/belongings'
import { registerCarry } from './services/carry'
import { createDeskIds } from './services/desk-ids'
import { registerExchange } from './services/exchange'
import { createFiles, fileDialog, folderDialog, registerFiles, saveDialog } from './services/files'
import { createFolderBridge, registerFolderBridge } from './services/folder-bridge'
import { clientSettingsFiles } from './single-window/folder-settings'
import { createKeyStore } from './services/key-store'
import { createNetworkGuard, registerNetwork } from './services/network'
import { createNetworkSettings } from './services/network-settings'
import { registerNotifications } from './services/notifications'
import { createPermissions } from './services/permissions'
import { createPracticeProcess } from './services/practice-process'
import { createPrint, registerPrint } from './services/print'
import { releaseKeys } from './services/release-keys'
import { registerReleases } from './services/releases'
import { createRestores, registerRestores } from './services/restore'
import { createSendJournals } from './services/send-journals'
import { registerSentinel } from './services/sentinel'
import { createSessions } from './services/sessions'
import { createMessageKeys } from './services/message-keys'
import { createMessageSigning, registerMessageSigning } from './services/message-signing'
import { createSigning } from './services/signing'
import { createSigningKeys } from './services/signing-keys'
import { createVault } from './services/vault'
import { registerVault } from './services/vault-channels'
import { createContacts } from './services/contacts'
import { createClosing } from './shell/closing'
import { createEnding } from './shell/ending'
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
/** How often it is looked whether a book was left alone. */
const idleLookMs = 15_000

app.enableSandbox()
protocol.registerSchemesAsPrivileged([
  { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
])
guardAllContents(app)
// The page says so too: it finds nothing of main.
app.on('web-contents-created', (_created, contents) =>
  contents.on('preload-error', (_event, _path, error) => log.error({ err: error }, 'preload failed')),
)

function send<E extends EventName>(window: BrowserWindow | undefined, event: E, payload: Events[E]): void {
  if (window && !window.isDestroyed()) window.webContents.send(event, payload)
}

const sessions = createSessions()
const closing = createClosing({ app, tell: (window, ask) => send(window, 'app.closing', { ask }) })
const windows = createWindows({
  opened(window) {
    const { id } = window.webContents
    closing.attach(window)
    window.on('closed', () => sessions.leave(id))
  },
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
  installMenu((window, command) => send(window, 'menu.command', { command }))

  const handle = createHandle(
    ipcMain,
    windows.of,
    (channel, error) => log.error({ channel, err: error }, 'channel failed'),
    createPermissions(sessions),
  )
  const keyStore = keyStoreOf()
  const files = createFiles(saveDialog(dialog))
  registerApp(handle, { app, shell, windows, sessions, closing, keyStore, hostName })
  const vault = createVault(profile, keyStore, () => new Date())
  const catalogue = createCatalogue(path.join(profile, 'backups'))
  const messageKeys = createMessageKeys(path.join(profile, 'certificates'), keyStore)
  const signingKeys = createSigningKeys(path.join(profile, 'signing'), keyStore)
  const belongings = createBelongings(signingKeys, messageKeys)
  const messageSigning = createMessageSigning({
    keys: messageKeys,
    choose: fileDialog(dialog, [{ name: 'PKCS#12, PEM', extensions: ['pfx', 'p12', 'pem', 'key'] }]),
    now: () => Date.now(),
  })
  registerMessageSigning(handle, messageSigning)
  const ending = createEnding({
    of: windows.of,
    renew: windows.renew,
    tell: (window) => send(window, 'vault.locked', {}),
  })
  const end: typeof ending.end = (asking, others) => {
    messageSigning.lockAll()
    ending.end(asking, others)
  }
  registerVault(handle, vault, sessions, { end, left: ending.left }, catalogue)
  watchIdle(
    createAutoLock({
      books: sessions.books,
      minutesOf: vault.autoLockOf,
      idleSeconds: () => powerMonitor.getSystemIdleTime(),
      lock: (bookId) => end(undefined, sessions.lockBook(bookId)),
    }),
  )
  const sentinel = registerSentinel(handle, path.join(profile, 'sentinel'))
  registerFiles(handle, files)
  const backups = createBackups({
    catalogue,
    sessions,
    books: vault.books,
    officers: vault.officers,
    sentinel,
    journal: journals,
    belongings,
    chooseFolder: folderDialog(dialog),
    free: freeBytes,
    profile,
    software: `驿关 Yiguan ${app.getVersion()}`,
    now: () => new Date(),
  })
  registerBackups(handle, backups)
  registerRestores(
    handle,
    createRestores({
      chooseFile: fileDialog(dialog, [{ name: 'Yiguan', extensions: ['ygbackup'] }]),
      fileOf: backups.fileOf,
      books: vault.books,
      adopt: vault.adopt,
      sentinel,
      journal: journals,
      belongings,
    }),
  )
  registerReleases(handle, {
    choose: fileDialog(dialog, [{ name: 'Yiguan', extensions: ['json'] }]),
    trusted: releaseKeys,
    here: { platform: process.platform, version: app.getVersion() },
  })
  const print = createPrint(windows)
  registerPrint(handle, print, files)
  const signing = createSigning(signingKeys)
  const guard = createNetworkGuard(session.defaultSession, () => Date.now())
  const network = createNetworkSettings(profile, guard.apply)
  await network.apply()
  const practiceAddress = () => {
    const state = practice.state()
    return state.kind === 'ready' ? state : undefined
  }
  const folders = createFolderBridge(path.join(profile, 'folders'), {
    kindOf: vault.kindOf,
    choose: folderDialog(dialog),
    journal: journals,
    now: () => Date.now(),
    clientSettings: clientSettingsFiles(process.env),
  })
  registerFolderBridge(handle, folders)
  registerExchange(handle, {
    kindOf: vault.kindOf,
    hasMoved: sentinel.hasMoved,
    desks: createDeskIds(profile),
    serviceOf: network.serviceOf,
    folderOf: folders.transportOf,
    practice: practiceAddress,
    startPractice: () => practice.start(),
    fetch: (url, init) => net.fetch(url, init),
    journal: journals,
    signing,
    contacted: createContacts(sentinel, () => Date.now()),
    whenLeft: sessions.whenLeft,
    now: () => Date.now(),
  })
  registerCarry(handle, {
    kindOf: vault.kindOf,
    hasMoved: sentinel.hasMoved,
    practice: practiceAddress,
    files,
    print,
    fetch: (url, init) => net.fetch(url, init),
    journal: journals,
    signing,
    software: `驿关 Yiguan ${app.getVersion()}`,
    now: () => Date.now(),
  })
  registerNetwork(handle, {
    kindOf: vault.kindOf,
    settings: network,
    guard,
    session: session.defaultSession,
    fetch: (url, init) => net.fetch(url, init),
    hasInterface: () => net.isOnline(),
    practice: practiceAddress,
    signing,
    now: () => Date.now(),
  })
  registerNotifications(handle, {
    Notification,
    now: () => Date.now(),
    show(window, room) {
      if (window.isMinimized()) window.restore()
      window.show()
      window.focus()
      send(window, 'app.show', { room })
    },
  })
  if (!process.argv.includes('--no-practice')) void practice.start()

  windows.openMain('')
}

/** A book whose minutes cannot be read now is looked at again. */
function watchIdle({ look, away }: ReturnType<typeof createAutoLock>): void {
  const failed = (error: unknown) => log.error({ err: error }, 'auto-lock failed')
  setInterval(() => void look().catch(failed), idleLookMs)
  // Two calls: the declaration has one overload for each event.
  powerMonitor.on('lock-screen', () => void away().catch(failed))
  powerMonitor.on('suspend', () => void away().catch(failed))
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
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      closing.endWithoutAsking()
      app.quit()
    })
  }
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
