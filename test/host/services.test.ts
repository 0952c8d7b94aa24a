import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { text } from 'node:stream/consumers'
import { startFixture } from './fixture/start'
import { systemProxy } from './electron/proxy'
import { matches } from './electron/accelerator-text'

const proxied: string[] = []
const proxy = createServer((request, response) => {
  proxied.push(`${request.method} ${request.url}`)
  response.end('by proxy')
})
const environment: Record<string, string> = {}
beforeAll(async () => {
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
  environment.http_proxy = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`
})
afterAll(() => proxy.close())
const fixture = startFixture({ env: environment, dialogs: [{ showSaveDialog: '/somewhere/a.pdf' }] })

it('seals with a key of the profile and admits that the system does not keep it', async () => {
  const sealed = await fixture.invoke<{ sealed: string; again: string; backend: string }>('seal', '国密')
  expect(sealed).toMatchObject({ again: '国密', backend: 'basic_text' })
  expect(sealed.sealed).not.toContain(Buffer.from('国密').toString('latin1'))
})

it('answers dialogs in the order of the script, and calls an unexpected one a violation', async () => {
  expect(await fixture.invoke('ask')).toEqual({ canceled: false, filePath: '/somewhere/a.pdf' })
  expect(await fixture.invoke('ask')).toEqual({ canceled: true, filePath: '' })
  expect(fixture.app.dialogs().map(({ method }) => method)).toEqual(['showSaveDialog', 'showSaveDialog'])
  expect(fixture.app.violations.splice(0).map(({ kind }) => kind)).toEqual(['unanswered-dialog'])
})

it('hands an address to the system by recording it', async () => {
  await fixture.invoke('external', 'https://example.org/a')
  expect(fixture.app.openedExternally()).toEqual(['https://example.org/a'])
})

it('has a clipboard and power events', async () => {
  expect(await fixture.invoke('copied', '甲')).toBe('甲')
  fixture.app.power('suspend')
  await fixture.logged('suspend')
})

it('runs a utility process that talks by messages and ends by SIGTERM', async () => {
  const result = await fixture.page.evaluate(() => window.fixture.invoke('child', new Map([[1, 2n]])))
  const { answer, pid, code } = result as {
    answer: { data: Map<number, bigint>; args: string[] }
    pid: number
    code: number
  }
  expect(answer.args).toEqual(['arg'])
  expect(pid).toBeGreaterThan(0)
  expect(code).not.toBe(0)
})

it('tells notifications to the driver, which may click them', async () => {
  expect(await fixture.invoke('notify', 'brief')).toBe(true)
  await fixture.invoke('notify', 'long')
  await expect.poll(() => fixture.app.notifications()).toEqual([{ title: 'fixture', body: 'long' }])
  await fixture.logged('dismissed brief')
  fixture.app.clickNotification()
  await fixture.logged('clicked long')
  expect(fixture.app.notifications()).toEqual([])
})

it('finds the addresses of a host, or says in the words of Chromium that there is none', async () => {
  const { endpoints } = await fixture.invoke<Electron.ResolvedHost>('resolve-host', 'localhost')
  expect(endpoints.map(({ address }) => address)).toContainEqual(expect.stringMatching(/^127\.|^::1$/))
  const message = await fixture.page.evaluate(() =>
    window.fixture.invoke('resolve-host', 'nowhere.invalid').catch((error: Error) => error.message),
  )
  expect(message).toContain('net::ERR_NAME_NOT_RESOLVED')
})

describe('net.fetch', () => {
  it('goes through the proxy of the environment, and straight to loopback', async () => {
    expect(await fixture.invoke('proxy', 'http://customs.example/x')).toMatch(/^PROXY 127\.0\.0\.1:\d+$/)
    expect(await fixture.invoke('fetch', 'http://customs.example/x')).toMatchObject({
      status: 200,
      text: 'by proxy',
    })
    expect(proxied).toEqual(['POST http://customs.example/x'])
    expect(await fixture.invoke('proxy', 'http://127.0.0.1:1/')).toBe('DIRECT')
  })

  it('obeys setProxy from the next request on, and refuses what it does not imitate', async () => {
    const url = 'http://customs.example/x'
    await fixture.invoke('set-proxy', { mode: 'direct' })
    expect(await fixture.invoke('proxy', url)).toBe('DIRECT')
    await fixture.invoke('set-proxy', { mode: 'fixed_servers', proxyRules: 'gate:8080' })
    expect(await fixture.invoke('proxy', url)).toBe('PROXY gate:8080')
    expect(await fixture.invoke('proxy', 'http://127.0.0.1:1/')).toBe('DIRECT')
    const message = await fixture.page.evaluate(() =>
      window.fixture.invoke('set-proxy', { mode: 'pac_script' }).catch((error: Error) => error.message),
    )
    expect(message).toContain('setProxy {"mode":"pac_script"} is not implemented')
    await fixture.invoke('set-proxy', { mode: 'system' })
    expect(await fixture.invoke('proxy', url)).toMatch(/^PROXY 127/)
  })

  it('follows redirects and says where it arrived', async () => {
    const seen: string[] = []
    const server = createServer((request: IncomingMessage, response) => {
      void text(request).then((body) => {
        seen.push(`${request.method} ${request.url} ${body}`)
        if (request.url === '/a') response.writeHead(307, { location: '/b' }).end()
        else response.end(body)
      })
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    expect(await fixture.invoke('fetch', `${base}/a`)).toEqual({
      status: 200,
      text: 'hello',
      url: `${base}/b`,
    })
    expect(seen).toEqual(['POST /a hello', 'POST /b hello'])
    server.close()
  })

  it("names failures in Chromium's words", async () => {
    const closed = createServer()
    await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve))
    const { port } = closed.address() as AddressInfo
    await new Promise((resolve) => closed.close(resolve))
    const message = await fixture.page.evaluate(
      (url) => window.fixture.invoke('fetch', url).catch((error: Error) => error.message),
      `http://127.0.0.1:${port}/`,
    )
    expect(message).toContain('net::ERR_CONNECTION_REFUSED')
  })
})

describe('systemProxy', () => {
  it.each([
    ['https://a.example/', { https_proxy: 'http://p:1' }, 'PROXY p:1'],
    ['https://a.example/', { http_proxy: 'http://p:1' }, 'DIRECT'],
    ['https://a.example/', { ALL_PROXY: 'p:2' }, 'PROXY p:2'],
    ['https://a.example/', { https_proxy: 'p:1', no_proxy: 'b.example, .example' }, 'DIRECT'],
    ['https://badexample/', { https_proxy: 'p:1', no_proxy: 'example' }, 'PROXY p:1'],
    ['http://localhost:8/', { http_proxy: 'p:1' }, 'DIRECT'],
  ])('%s with %j: %s', (url, env, expected) => expect(systemProxy(url, env)).toBe(expected))
})

describe('accelerators', () => {
  const pressed = (key: string, code: string, more = {}) => ({
    key,
    code,
    ctrl: false,
    shift: false,
    alt: false,
    meta: false,
    ...more,
  })
  it.each([
    ['Ctrl+Shift+N', pressed('N', 'KeyN', { ctrl: true, shift: true }), true],
    ['Ctrl+N', pressed('N', 'KeyN', { ctrl: true, shift: true }), false],
    ['F1', pressed('F1', 'F1'), true],
    ['F1', pressed('F1', 'F1', { alt: true }), false],
    ['Ctrl+Plus', pressed('+', 'Equal', { ctrl: true, shift: true }), true],
    // The key's place counts too: with a Chinese or Russian layout the letter is another.
    ['Ctrl+K', pressed('л', 'KeyK', { ctrl: true }), true],
  ])('%s on %j: %s', (accelerator, key, expected) => expect(matches(accelerator, key)).toBe(expected))
})
