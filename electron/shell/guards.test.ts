import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { mayNavigate, mayUse } from './guards'
import { assertSecureWebPreferences } from './web-preferences'

describe('mayNavigate', () => {
  it.each([
    ['app://yiguan/index.html#/orders', true],
    ['app://yiguan.evil/index.html', false],
    ['https://yiguan/index.html', false],
    ['app:yiguan', false],
    ['javascript:alert(1)', false],
    ['data:text/html,x', false],
    ['not a url', false],
  ])('%s: %s', (url, allowed) => expect(mayNavigate(url, true)).toBe(allowed))

  it('keeps every sub-frame empty, even on our own pages', () => {
    expect(mayNavigate('app://yiguan/index.html', false)).toBe(false)
  })
})

it('grants the clipboard to our pages and nothing else', () => {
  expect(mayUse('clipboard-sanitized-write', 'app://yiguan/index.html')).toBe(true)
  expect(mayUse('clipboard-sanitized-write', 'https://evil.example/')).toBe(false)
  expect(mayUse('geolocation', 'app://yiguan/index.html')).toBe(false)
})

describe('assertSecureWebPreferences', () => {
  const secure = {
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    nodeIntegrationInWorker: false,
    webSecurity: true,
    webviewTag: false,
  }
  it('accepts the full set', () => expect(assertSecureWebPreferences(secure)).toBe(secure))
  it.each(Object.keys(secure))('throws when %s is left out or turned round', (name) => {
    const key = name as keyof typeof secure
    expect(() => assertSecureWebPreferences({ ...secure, [key]: undefined })).toThrow(name)
    expect(() => assertSecureWebPreferences({ ...secure, [key]: !secure[key] })).toThrow(name)
  })

  it('stands at every place that constructs a window', () => {
    const electron = path.join(import.meta.dirname, '..')
    const sources = readdirSync(electron, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
      .map((name) => ({ name, text: readFileSync(path.join(electron, name), 'utf8') }))
    const builders = sources.filter(({ text }) =>
      /new (BrowserWindow|WebContentsView|BaseWindow)\(/.test(text),
    )
    expect(builders.map(({ name }) => name)).toEqual([path.join('shell', 'windows.ts')])
    for (const { text } of builders) {
      const constructed = text.match(/new BrowserWindow\(/g)!.length
      expect(text.match(/webPreferences: webPreferences\(\)/g)).toHaveLength(constructed)
      expect(text).toContain('assertSecureWebPreferences({')
    }
  })
})
