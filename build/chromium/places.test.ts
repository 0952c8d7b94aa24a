import { chmodSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { ensureChromium, findChromium } from '../chromium.mjs'

let home: string
beforeEach(() => {
  home = mkdtempSync(path.join(tmpdir(), 'chromium-'))
  vi.stubEnv('XDG_CACHE_HOME', path.join(home, 'cache'))
  vi.stubEnv('PATH', path.join(home, 'bin'))
  vi.stubEnv('YIGUAN_CHROMIUM', '')
  vi.stubEnv('YIGUAN_CHROMIUM_INSTALLED', 'ignore')
})
afterEach(() => vi.unstubAllEnvs())

function program(file: string): string {
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, '#!/bin/sh\n')
  chmodSync(file, 0o755)
  return file
}

it('takes the one that is named, before any other', () => {
  program(path.join(home, 'cache/yiguan/chromium/launcher'))
  vi.stubEnv('YIGUAN_CHROMIUM', '/opt/mine')
  expect(findChromium()).toBe('/opt/mine')
})

it('takes one from the PATH', () => {
  vi.stubEnv('YIGUAN_CHROMIUM_INSTALLED', '')
  const wanted = program(path.join(home, 'bin/google-chrome'))
  // Without the fonts of the machine the launcher that brings them would win; there is none.
  expect(findChromium()).toBe(wanted)
})

it('takes the unpacked one, and nothing half unpacked', () => {
  expect(findChromium()).toBeNull()
  mkdirSync(path.join(home, 'cache/yiguan/chromium/debian/usr/lib/chromium'), { recursive: true })
  expect(findChromium()).toBeNull()
  const launcher = program(path.join(home, 'cache/yiguan/chromium/launcher'))
  expect(findChromium()).toBe(launcher)
})

it('says in one sentence what to install when every way fails', async () => {
  const said: string[] = []
  // No apt and no npm are on this PATH; an ordinary user's cache cannot be made below a file.
  vi.stubEnv('npm_execpath', '')
  await expect(ensureChromium({ log: (line) => said.push(line) })).rejects.toThrow(
    /install the package "chromium" .* or name one in YIGUAN_CHROMIUM\.$/,
  )
  expect(said.at(-1)).toContain('npm package')
})
