import { type ChildProcess, fork } from 'node:child_process'
import { EventEmitter, once } from 'node:events'
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium, type ConnectOverCDPTransport, type Page } from 'playwright-core'
import { ensureChromium, noSandboxReason } from '../../build/chromium.mjs'
import { buildPageScripts } from '../../build/page-scripts.mjs'
import type { AppUnderTest, DialogAnswer, LaunchApp, LaunchOptions, Violation } from './app-under-test'
import { groupGone } from './chromium/browser'
import { packConfiguration } from './process/configuration'
import type { FromHost, HostConfiguration, ToHost } from './process/control'
import { watchPages } from './violations'

const root = fileURLToPath(new URL('../..', import.meta.url))
const hostEntry = fileURLToPath(new URL('process/host.ts', import.meta.url))
/** What a start may take on a machine that has much else to do. */
const startLimitMs = 90_000

export const builtMain = path.join(root, 'dist/main/main.js')

/** Start the host process; what it does afterwards is up to the built main file. */
export async function spawnHost(
  options: Pick<LaunchOptions, 'profile' | 'headless' | 'calm' | 'main' | 'args' | 'env'> &
    Pick<HostConfiguration, 'driven' | 'saveTo'> & { stdio: 'pipe' | 'inherit' },
): Promise<ChildProcess> {
  mkdirSync(options.profile, { recursive: true })
  const configuration: HostConfiguration = {
    profile: path.resolve(options.profile),
    main: path.resolve(options.main ?? builtMain),
    headless: options.headless ?? true,
    calm: options.calm ?? options.headless ?? true,
    chromium: await ensureChromium({ log: (line) => process.stderr.write(`${line}\n`) }),
    sandbox: noSandboxReason() === null,
    locale: 'zh-CN',
    pageScripts: await buildPageScripts(),
    driven: options.driven,
    saveTo: options.saveTo,
  }
  return fork(hostEntry, [...(options.args ?? [])], {
    execArgv: ['--import', import.meta.resolve('tsx')],
    env: { ...process.env, ...options.env, ...packConfiguration(configuration) },
    stdio: ['ignore', options.stdio, options.stdio, 'ipc'],
    serialization: 'advanced',
  })
}

export const launchApp: LaunchApp = async (options) => {
  const child = await spawnHost({ ...options, driven: true, saveTo: null, stdio: 'pipe' })
  const host = new EventEmitter()
  const tell = (message: ToHost) => void (child.connected && child.send(message))
  child.on('message', (message: FromHost) => host.emit(message.kind, message))
  const exited = once(child, 'exit').then(([code, signal]) => ({
    code: code as number | null,
    signal: signal as NodeJS.Signals | null,
  }))
  let output = ''
  for (const stream of [child.stdout!, child.stderr!]) {
    stream.setEncoding('utf8').on('data', (text: string) => (output += text))
  }
  const violations: Violation[] = []
  const dialogs: { method: string; options: unknown }[] = []
  const openedExternally: string[] = []
  host.on('main-error', ({ text }: { text: string }) => violations.push({ kind: 'main-error', text }))
  host.on('external', ({ url }: { url: string }) => openedExternally.push(url))
  const notifications = new Map<number, { title: string; body: string }>()
  host.on('notification', ({ id, title, body }: Extract<FromHost, { kind: 'notification' }>) =>
    notifications.set(id, { title, body }),
  )
  host.on('notification-closed', ({ id }: { id: number }) => notifications.delete(id))
  host.on('dialog', ({ method, options: shown, answered }: Extract<FromHost, { kind: 'dialog' }>) => {
    dialogs.push({ method, options: shown })
    if (!answered) violations.push({ kind: 'unanswered-dialog', text: `${method} ${JSON.stringify(shown)}` })
  })
  const answer = (...answers: DialogAnswer[]) => tell({ kind: 'answers', answers })
  if (options.dialogs?.length) answer(...options.dialogs)

  const endedEarly = exited.then(({ code, signal }) => {
    throw new Error(`the app ended (${signal ?? code}) before its first window:\n${output}`)
  })
  endedEarly.catch(() => undefined)
  const begun = Date.now()
  /** One step of the start; what never comes is named, and not waited for until the test's own time is over. */
  const step = async <T>(what: string, coming: Promise<T>): Promise<T> => {
    coming.catch(() => undefined)
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<never>((_, reject) => {
      const give = () => {
        child.kill('SIGKILL')
        reject(new Error(`the app got no ${what} within ${startLimitMs / 1_000} s:\n${output}`))
      }
      timer = setTimeout(give, begun + startLimitMs - Date.now())
    })
    return Promise.race([coming, endedEarly, late]).finally(() => clearTimeout(timer))
  }
  const [{ pid }] = (await step('browser', once(host, 'browser'))) as [{ pid: number }]
  const browser = await step(
    'driver',
    chromium.connectOverCDP(devtoolsTransport(host, tell), { noDefaults: true }),
  )
  const context = browser.contexts()[0]!
  context.on('page', (page) => void keepFocused(page).catch(() => undefined))
  await step('watch on its pages', watchPages(context, violations))
  if (options.clock) await context.clock.install({ time: options.clock })
  const { viewport } = options
  if (viewport) context.on('page', (page) => void page.setViewportSize(viewport).catch(() => undefined))
  const firstPage = context.waitForEvent('page', { timeout: 0 })
  tell({ kind: 'attached' })
  const page = await step('first window', firstPage)
  await step('page in its first window', loaded(page))

  let calls = 0
  const app: AppUnderTest = {
    get page() {
      return page.isClosed() ? (context.pages()[0] ?? page) : page
    },
    context,
    windows: () => context.pages(),
    nextWindow: async () => {
      const opened = await context.waitForEvent('page')
      await loaded(opened)
      return opened
    },
    answer,
    dialogs: () => dialogs,
    openedExternally: () => openedExternally,
    notifications: () => [...notifications.values()],
    clickNotification() {
      const id = [...notifications.keys()].at(-1)
      if (id === undefined) throw new Error('there is no notification to click')
      notifications.delete(id)
      tell({ kind: 'click-notification', id })
    },
    async menu(...labels) {
      const id = calls++
      tell({ kind: 'menu', id, labels })
      for (;;) {
        const [reply] = (await once(host, 'menu')) as [Extract<FromHost, { kind: 'menu' }>]
        if (reply.id !== id) continue
        if (reply.error) throw new Error(reply.error)
        return
      }
    },
    async mainHeap(file) {
      const id = calls++
      tell({ kind: 'heap', id, file })
      for (;;) {
        const [written] = (await once(host, 'heap')) as [Extract<FromHost, { kind: 'heap' }>]
        if (written.id === id) return
      }
    },
    power: (event) => tell({ kind: 'power', event }),
    pids: { main: child.pid!, chromium: pid },
    output: () => output,
    violations,
    exited,
    async close() {
      tell({ kind: 'quit' })
      const timer = setTimeout(() => killBoth(child, pid), 10_000)
      await exited
      clearTimeout(timer)
      await browser.close().catch(() => undefined)
    },
    async kill9() {
      killBoth(child, pid)
      await exited
      await browser.close().catch(() => undefined)
      await groupGone(pid)
    },
  }
  return app
}

/** Each window is in front of its own screen, as far as its page is concerned: several tests run on one machine. */
async function keepFocused(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setFocusEmulationEnabled', { enabled: true })
}

async function loaded(page: Page): Promise<void> {
  await page.waitForURL((url) => url.protocol !== 'about:', {
    waitUntil: 'load',
    timeout: startLimitMs,
  })
}

/** Main and Chromium together are what one Electron process is. */
function killBoth(child: ChildProcess, chromiumPid: number): void {
  child.kill('SIGKILL')
  try {
    process.kill(-chromiumPid, 'SIGKILL')
  } catch {
    // Gone already.
  }
}

/** Playwright's line to Chromium runs through the host process, which owns the pipe. */
function devtoolsTransport(host: EventEmitter, tell: (message: ToHost) => void) {
  const transport: ConnectOverCDPTransport = {
    send: (message) => tell({ kind: 'devtools', message }),
    close: () => transport.onclose?.(),
  }
  host.on('devtools', ({ message }: { message: object }) => transport.onmessage?.(message))
  return transport
}
