import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, existsSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Readable, Writable } from 'node:stream'
import { Connection } from './connection'
import { chromiumFlags } from './flags'

export type Browser = {
  connection: Connection
  pid: number
  /** Open a visible window of its own without tabs, through the running Chromium's own door. */
  openAppWindow(url: string): void
  /** Ask it to end and write everything; by force after 5 s. */
  close(): Promise<void>
  /** End it with all its children at once, synchronously. */
  kill(): void
  exited: Promise<void>
}

export type BrowserOptions = {
  executable: string
  userDataDir: string
  headless: boolean
  calm: boolean
  sandbox: boolean
  locale: string
  switches: readonly string[]
}

/** Start Chromium on a profile folder. The DevTools protocol runs over two inherited pipes: there is no port. */
export async function startBrowser(options: BrowserOptions): Promise<Browser> {
  mkdirSync(options.userDataDir, { recursive: true })
  writeFirstPreferences(options.userDataDir)
  const child = spawn(options.executable, chromiumFlags(options), {
    // Its own process group: a Ctrl-C in the terminal reaches main, and main ends Chromium in order.
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
    env: { ...process.env, LANGUAGE: options.locale.replace('-', '_') },
  })
  const complaints = lastLines(child)
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const spawned = await Promise.race([once(child, 'spawn').then(() => true), once(child, 'error')])
  if (spawned !== true) throw new Error(`Chromium could not be started: ${String(spawned)}`)
  const [, , , input, output] = child.stdio
  const connection = new Connection(input as Writable, output as Readable)
  const started = await Promise.race([
    connection.browser.send('Browser.getVersion').then(() => true),
    exited.then(() => false),
  ]).catch(() => false)
  if (!started) throw new Error(`Chromium ended while starting:\n${complaints()}`)

  const kill = () => {
    try {
      process.kill(-child.pid!, 'SIGKILL')
    } catch {
      // The whole group is gone already.
    }
  }
  process.once('exit', kill)
  return {
    connection,
    pid: child.pid!,
    openAppWindow: (url) => {
      const args = [`--user-data-dir=${options.userDataDir}`, `--app=${url}`, '--test-type']
      spawn(options.executable, [...args, ...(options.sandbox ? [] : ['--no-sandbox'])], { stdio: 'ignore' })
    },
    async close() {
      connection.browser.tell('Browser.close')
      const timer = setTimeout(kill, 5_000)
      await exited
      clearTimeout(timer)
      kill()
      await groupGone(child.pid!)
    },
    kill,
    exited,
  }
}

/** Chromium's own end does not wait for its helpers; whoever starts it again at once would meet them. */
export async function groupGone(pid: number): Promise<void> {
  for (;;) {
    try {
      process.kill(-pid, 0)
    } catch {
      return
    }
    await pause(20)
  }
}

/** The bar that offers to translate Chinese pages cannot be switched off by an argument. */
function writeFirstPreferences(userDataDir: string): void {
  const folder = path.join(userDataDir, 'Default')
  const file = path.join(folder, 'Preferences')
  if (existsSync(file)) return
  mkdirSync(folder, { recursive: true })
  writeFileSync(
    file,
    JSON.stringify({
      translate: { enabled: false },
      credentials_enable_service: false,
      autofill: { enabled: false },
    }),
  )
}

function lastLines(child: ChildProcess): () => string {
  const lines: string[] = []
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    lines.push(...text.split('\n'))
    lines.splice(0, lines.length - 30)
  })
  return () => lines.join('\n').trim()
}
