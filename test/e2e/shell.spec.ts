import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { contentSecurityPolicy } from '../../electron/shell/csp'
import { contract } from '../../shared/ipc/contract'
import { channelNames } from '../../shared/ipc/names'
import type { AppUnderTest } from '../host/app-under-test'
import { launchApp } from '../host/launch'

let app: AppUnderTest
let elsewhere: Server
let foreign: string

test.beforeAll(async () => {
  elsewhere = createServer((request, response) => {
    if (request.url === '/redirect') response.writeHead(302, { location: '/landed' }).end()
    else response.writeHead(200, { 'content-type': 'text/html' }).end('<title>foreign</title>')
  }).listen(0, '127.0.0.1')
  await new Promise((resolve) => elsewhere.once('listening', resolve))
  foreign = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}`
  const profile = await mkdtemp(path.join(tmpdir(), 'yiguan-shell-'))
  app = await launchApp({ profile, args: ['--no-practice'] })
})
test.afterAll(async () => {
  await app.close()
  elsewhere.close()
})

/** Errors that the attempts below are meant to cause are taken out; anything else fails the test. */
function takeViolations(kind: string): string[] {
  const taken = app.violations.filter((violation) => violation.kind === kind).map(({ text }) => text)
  app.violations.splice(0, app.violations.length, ...app.violations.filter((v) => v.kind !== kind))
  return taken
}
test.afterEach(() => expect(app.violations).toEqual([]))

const ownUrl = () => app.page.evaluate(() => location.href)

test('every page carries exactly the agreed policy', async () => {
  const header = await app.page.evaluate(async () =>
    (await fetch(location.pathname)).headers.get('content-security-policy'),
  )
  expect(header).toBe(contentSecurityPolicy)
})

test('inline script, inline style, eval and foreign connections are blocked', async () => {
  const blocked = await app.page.evaluate(async (target) => {
    const seen: string[] = []
    document.addEventListener('securitypolicyviolation', (event) => seen.push(event.effectiveDirective))
    const script = document.createElement('script')
    script.textContent = 'window.injected = true'
    document.head.append(script)
    const style = document.createElement('style')
    style.textContent = 'body { visibility: hidden }'
    document.head.append(style)
    const connected = await fetch(target).then(
      () => true,
      () => false,
    )
    // In a task of its own: code the debugger runs directly is exempt from the policy.
    const evaluated = await new Promise<boolean>((resolve) =>
      setTimeout(() => {
        try {
          globalThis.eval('1')
          resolve(true)
        } catch {
          resolve(false)
        }
      }),
    )
    await new Promise((resolve) => setTimeout(resolve, 200))
    script.remove()
    style.remove()
    return { seen, connected, evaluated, injected: 'injected' in window }
  }, foreign)
  expect(blocked.injected).toBe(false)
  expect(blocked.connected).toBe(false)
  expect(blocked.evaluated).toBe(false)
  expect(blocked.seen).toEqual(expect.arrayContaining(['script-src-elem', 'style-src-elem', 'connect-src']))
  expect(takeViolations('content-security-policy').length).toBeGreaterThan(0)
  takeViolations('console-error')
})

test('the page cannot be led away: link, script, redirect, form', async () => {
  const before = await ownUrl()
  for (const target of [
    `${foreign}/`,
    `${foreign}/redirect`,
    'data:text/html,gone',
    'javascript:document.title="x"',
  ]) {
    await app.page.evaluate((href) => {
      const link = document.createElement('a')
      link.href = href
      document.body.append(link)
      link.click()
      link.remove()
    }, target)
    await app.page.evaluate((href) => {
      if (!href.startsWith('javascript:')) location.assign(href)
    }, target)
    await app.page.waitForTimeout(150)
    expect(await ownUrl()).toBe(before)
  }
  takeViolations('content-security-policy')
  takeViolations('console-error')
})

test('no popup and no frame opens', async () => {
  const windows = app.windows().length
  const outcome = await app.page.evaluate(async (target) => {
    const opened = window.open(target)
    const link = document.createElement('a')
    link.href = target
    link.target = '_blank'
    document.body.append(link)
    link.click()
    link.remove()
    const frame = document.createElement('iframe')
    frame.src = target
    document.body.append(frame)
    const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
    await pause(300)
    // What the shell denies is gone as soon as it was asked.
    for (let tries = 0; tries < 100 && opened !== null && !opened.closed; tries += 1) await pause(100)
    let inside = ''
    try {
      inside = frame.contentDocument?.title ?? ''
    } catch {
      inside = 'foreign document'
    }
    frame.remove()
    return { opened: opened !== null && !opened.closed, inside }
  }, `${foreign}/`)
  expect(outcome.opened).toBe(false)
  expect(outcome.inside).not.toBe('foreign')
  expect(app.windows().length).toBe(windows)
  takeViolations('content-security-policy')
  takeViolations('console-error')
})

test('permissions are denied', async () => {
  const answers = await app.page.evaluate(async () => {
    const geolocation = await new Promise<string>((resolve) =>
      navigator.geolocation.getCurrentPosition(
        () => resolve('granted'),
        (error) => resolve(error.code === error.PERMISSION_DENIED ? 'denied' : `code ${error.code}`),
      ),
    )
    const notification = await Notification.requestPermission()
    const camera = await navigator.mediaDevices.getUserMedia({ video: true }).then(
      () => 'granted',
      (error: DOMException) => error.name,
    )
    return { geolocation, notification, camera }
  })
  expect(answers.geolocation).toBe('denied')
  expect(answers.notification).toBe('denied')
  expect(answers.camera).not.toBe('granted')
  takeViolations('console-error')
})

test('the page sees the bridge and nothing of Node or Electron', async () => {
  const seen = await app.page.evaluate(() => ({
    bridge: Object.keys(window.yiguan).sort(),
    frozen: Object.isFrozen(window.yiguan),
    node: ['require', 'process', 'module', 'Buffer', 'global', 'ipcRenderer', 'electron'].filter(
      (name) => name in window,
    ),
  }))
  expect(seen).toEqual({ bridge: ['invoke', 'on'], frozen: true, node: [] })
})

test('no channel accepts rubbish, and none does anything with it', async () => {
  // To them nothing at all is no rubbish.
  const noArguments = Object.entries(contract).flatMap(([name, { args }]) =>
    args.safeParse([]).success ? [name] : [],
  )
  const answers = await app.page.evaluate(
    async ([channels, empty]) => {
      const rubbish: unknown[][] = [
        [],
        [null],
        ['../../../etc/passwd'],
        [{}],
        [{ name: '../x', extension: 'exe' }],
        ['x'.repeat(100_000)],
        [1, 2, 3, 4, 5, 6],
        [new Uint8Array(1_500_000)],
      ]
      const invoke = window.yiguan.invoke as (channel: string, ...args: unknown[]) => Promise<unknown>
      const said: { channel: string; attempt: number; message: string }[] = []
      for (const channel of channels) {
        for (const [attempt, args] of rubbish.entries()) {
          if (args.length === 0 && empty.includes(channel)) continue
          const message = await invoke(channel, ...args).then(
            () => 'answered',
            (error: Error) => error.message,
          )
          said.push({ channel, attempt, message })
        }
      }
      const unknown = await invoke('fs.readFile').catch((error: Error) => error.message)
      return { said, unknown }
    },
    [Object.keys(channelNames), noArguments] as const,
  )
  expect(answers.said.filter(({ message }) => !message.includes('[wrong-arguments]'))).toEqual([])
  expect(answers.said.length).toBeGreaterThan(100)
  expect(answers.unknown).toContain('unknown channel')
})

test('only our own files are served', async () => {
  const statuses = await app.page.evaluate(async () => {
    const status = async (url: string, method = 'GET') => (await fetch(url, { method })).status
    return {
      missing: await status('/missing.js'),
      outside: await status('/..%2f..%2fpackage.json'),
      post: await status('/index.html', 'POST'),
    }
  })
  expect(statuses).toEqual({ missing: 404, outside: 403, post: 405 })
  takeViolations('console-error')
})

test('only official sites reach the browser of the system', async () => {
  const refused = await app.page.evaluate(() =>
    window.yiguan.invoke('app.openExternal', 'https://evil.example/').then(
      () => 'opened',
      (error: Error) => error.message,
    ),
  )
  expect(refused).toContain('[foreign-address]')
  expect(app.openedExternally()).toEqual([])
  await app.page.evaluate(() => window.yiguan.invoke('app.openExternal', 'https://www.singlewindow.cn/'))
  expect(app.openedExternally()).toEqual(['https://www.singlewindow.cn/'])
})
