import { randomUUID } from 'node:crypto'
import { type Browser, startBrowser } from '../chromium/browser'
import { admitGuest } from '../chromium/guest'
import type { Session } from '../chromium/session'
import { configuration } from '../process/configuration'
import { onDriver, tellDriver } from '../process/driver'
import { ownFile } from './profile'
import { cookieName, secret } from './secret'

type Attached = {
  sessionId: string
  targetInfo: { targetId: string; type: string; url: string; openerId?: string }
}
export type PageTarget = { targetId: string; session: Session }

let browser: Browser | undefined
const switches: string[] = []
const awaited = new Map<string, (target: PageTarget) => void>()
const early = new Map<string, { target: PageTarget; strange: () => void }>()
let creating = 0
/** Pages that a page of ours opened; they load nothing. */
const popups = new Set<string>()
const goneHandlers = new Map<string, () => void>()

export function addSwitch(name: string, value?: string): void {
  switches.push(value === undefined ? `--${name}` : `--${name}=${value}`)
}

export const chromiumRuns = () => browser !== undefined

function running(): Browser {
  if (!browser) throw new Error('Cannot create BrowserWindow before app is ready')
  return browser
}

export const rootSession = () => running().connection.browser

/** Start Chromium on the profile and wait for the driver, so that it sees the first window from its first byte. */
export async function startEngine(onLost: () => void): Promise<void> {
  browser = await startBrowser({
    executable: configuration.chromium,
    userDataDir: ownFile('chromium'),
    headless: configuration.headless,
    calm: configuration.calm,
    sandbox: configuration.sandbox,
    locale: configuration.locale,
    switches,
  })
  // Chromium went away by itself; on our own way out `browser` is unset first.
  void browser.exited.then(() => browser && onLost())
  const root = rootSession()
  root.on('Target.attachedToTarget', receiveTarget)
  root.on('Target.detachedFromTarget', ({ targetId }) => targetId && goneHandlers.get(targetId)?.())
  await root.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: true, flatten: true })
  await loadNoPopups(root)
  await root.send('Storage.setCookies', {
    cookies: [
      { name: cookieName, value: secret, url: 'http://127.0.0.1/', httpOnly: true, sameSite: 'Strict' },
    ],
  })
  if (configuration.driven) await admitDriver(browser)
}

async function admitDriver({ connection, pid }: Browser): Promise<void> {
  const guest = await admitGuest(connection, (message) => tellDriver({ kind: 'devtools', message }))
  onDriver('devtools', ({ message }) => guest.send(message))
  const attached = new Promise<void>((resolve) => onDriver('attached', () => resolve()))
  tellDriver({ kind: 'browser', pid })
  await attached
}

function receiveTarget({ sessionId, targetInfo }: Attached): void {
  const { targetId, type, url, openerId } = targetInfo
  const target = { targetId, session: running().connection.session(sessionId) }
  const waiter = awaited.get(targetId) ?? awaited.get(url)
  if (waiter) return waiter(target)
  if (type === 'page' && openerId) return closePopup(target)
  // The browser may announce a page before it answers the request that made it.
  const strange = () => meetStranger(type, target)
  if (creating > 0) early.set(targetId, { target, strange })
  else strange()
}

/** Neither ours nor opened by one of ours. A tab was made by Chromium's own shortcuts, and the app has no tabs. */
function meetStranger(type: string, { targetId, session }: PageTarget): void {
  if (type === 'page') rootSession().tell('Target.closeTarget', { targetId })
  else session.tell('Runtime.runIfWaitingForDebugger')
}

/** Open an empty page that waits; the caller lets it run when everything is in place. */
export async function openPage(options: {
  visible: boolean
  width: number
  height: number
}): Promise<PageTarget> {
  const { headless } = configuration
  if (!headless && options.visible) {
    const url = `data:text/html,${randomUUID()}`
    const arrived = new Promise<PageTarget>((resolve) => awaited.set(url, resolve))
    running().openAppWindow(url)
    return arrived.finally(() => awaited.delete(url))
  }
  creating++
  const { targetId } = await rootSession()
    .send('Target.createTarget', {
      url: 'about:blank',
      width: options.width,
      height: options.height,
      newWindow: true,
      // Chromium's truly hidden pages cannot print.
      ...(headless ? {} : { background: true, windowState: 'minimized' as const }),
    })
    .finally(() => creating--)
  const arrived = early.get(targetId)?.target
  early.delete(targetId)
  if (creating === 0) {
    for (const { strange } of early.values()) strange()
    early.clear()
  }
  return arrived ?? new Promise((resolve) => awaited.set(targetId, resolve))
}

export function watchTarget(targetId: string, gone: () => void): void {
  goneHandlers.set(targetId, () => {
    goneHandlers.delete(targetId)
    gone()
  })
}

/**
 * Main was asked when Chromium announced the address. Now the page exists and waits; closing it like that would hold
 * up the page that opened it, so it runs, its requests fail, and it closes.
 */
function closePopup({ targetId, session }: PageTarget): void {
  popups.add(targetId)
  session.tell('Runtime.runIfWaitingForDebugger')
  rootSession().tell('Target.closeTarget', { targetId })
}

async function loadNoPopups(root: Session): Promise<void> {
  root.on('Fetch.requestPaused', ({ requestId, frameId }) => {
    if (popups.has(frameId)) root.tell('Fetch.failRequest', { requestId, errorReason: 'Aborted' })
    else root.tell('Fetch.continueRequest', { requestId })
  })
  await root.send('Fetch.enable', {
    patterns: [{ urlPattern: '*', resourceType: 'Document', requestStage: 'Request' }],
  })
}

export async function stopEngine(): Promise<void> {
  const ending = browser
  browser = undefined
  await ending?.close()
}

export function killEngine(): void {
  browser?.kill()
}
