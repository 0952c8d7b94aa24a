import { spawn } from 'node:child_process'
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { once } from 'node:events'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fixtureMain } from './fixture/build'
import { newProfile } from './fixture/start'
import { launchApp, spawnHost } from './launch'

let profile: string
beforeEach(async () => {
  profile = await newProfile()
})
afterEach(() => rmSync(profile, { recursive: true, force: true, maxRetries: 5 }))

/** Command lines of processes that still mention the profile: Chromium and its children. The dead have none. */
function leftovers(): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .map((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
      } catch {
        return ''
      }
    })
    .filter((line) => line.includes(profile))
}

const launch = (args: string[] = []) => launchApp({ profile, main: fixtureMain, args })

it('keeps the data of a profile over a normal end and over a power cut', async () => {
  const first = await launch()
  const address = first.page.url()
  await first.page.evaluate(() => localStorage.setItem('kept', '1'))
  await first.close()
  expect(leftovers()).toEqual([])

  const second = await launch()
  expect(second.page.url()).toBe(address)
  expect(await second.page.evaluate(() => localStorage.getItem('kept'))).toBe('1')
  await second.kill9()
  expect(await second.exited).toMatchObject({ signal: 'SIGKILL' })
  expect(leftovers()).toEqual([])

  const third = await launch()
  expect(await third.page.evaluate(() => localStorage.getItem('kept'))).toBe('1')
  await third.close()
})

it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('ends in order on %s', async (signal) => {
  const app = await launch()
  process.kill(app.pids.main, signal)
  expect(await app.exited).toEqual({ code: 0, signal: null })
  expect(app.output().match(/event \S+/g)).toEqual(
    ['will-finish-launching', 'ready', 'before-quit', 'will-quit', 'quit'].map((name) => `event ${name}`),
  )
  expect(leftovers()).toEqual([])
})

it('leaves no Chromium behind when main alone is killed', async () => {
  const app = await launch()
  process.kill(app.pids.main, 'SIGKILL')
  await app.exited
  await expect.poll(leftovers, { timeout: 10_000 }).toEqual([])
})

it('leaves nothing behind when its parent is killed', async () => {
  const parent = spawn(
    process.execPath,
    [
      ...['--import', import.meta.resolve('tsx'), path.join(import.meta.dirname, 'fixture/parent.ts')],
      ...[profile, fixtureMain],
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  await once(parent.stdout, 'data')
  const running = leftovers().length
  parent.kill('SIGKILL')
  expect(running).toBeGreaterThan(1)
  await expect.poll(leftovers, { timeout: 10_000 }).toEqual([])
})

it('quits when the last window closes and nobody else decides', async () => {
  const app = await launch()
  await app.page.evaluate(() => void window.fixture.invoke('close', 1))
  expect(await app.exited).toEqual({ code: 0, signal: null })
  const events = app.output().match(/event \S+/g)!
  expect(events.slice(2)).toEqual(
    ['window-all-closed', 'before-quit', 'will-quit', 'quit'].map((name) => `event ${name}`),
  )
})

it('gives up quitting when a window refuses, and tells it when it crashed', async () => {
  const app = await launch()
  await app.page.evaluate(async () => {
    await window.fixture.invoke('hold', 1)
    await window.fixture.invoke('quit')
  })
  expect(await app.page.evaluate(() => window.fixture.invoke('windows'))).toEqual([1])
  expect(app.output()).not.toContain('event will-quit')
  await app.close()
})

describe('a second start on the same profile', () => {
  it('ends by itself without touching Chromium, and the first one hears of it', async () => {
    const app = await launch()
    const second = await spawnHost({
      profile,
      main: fixtureMain,
      args: ['--again'],
      driven: false,
      saveTo: null,
      stdio: 'pipe',
    })
    let output = ''
    second.stdout!.on('data', (text: Buffer) => (output += text.toString()))
    const [code] = (await once(second, 'exit')) as [number]
    expect(code).toBe(0)
    expect(output).toContain('second')
    expect(output).not.toContain('event ready')
    await expect
      .poll(() => app.page.evaluate(() => window.fixture.invoke('log')))
      .toContain('second-instance --again string')
    await app.close()
  })

  it('takes over after a power cut', async () => {
    await (await launch()).kill9()
    const app = await launch()
    expect(app.output()).not.toContain('second')
    await app.close()
  })
})

it('refuses to run on another port than the one the data belongs to', async () => {
  const app = await launch()
  const { port } = new URL(app.page.url())
  await app.close()
  const { createServer } = await import('node:net')
  const occupier = createServer().listen(Number(port), '127.0.0.1')
  await once(occupier, 'listening')
  const host = await spawnHost({ profile, main: fixtureMain, driven: false, saveTo: null, stdio: 'pipe' })
  let output = ''
  host.stderr!.on('data', (text: Buffer) => (output += text.toString()))
  const [code] = (await once(host, 'exit')) as [number]
  expect(code).toBe(1)
  expect(output).toContain(`port ${port}, to which this profile's data belongs, is in use`)
  occupier.close()
  expect(JSON.parse(readFileSync(path.join(profile, 'stand-in/origins.json'), 'utf8'))).toEqual({
    'app://fixture': Number(port),
  })
})
