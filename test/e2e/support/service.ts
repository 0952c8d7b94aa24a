import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const cli = fileURLToPath(new URL('../../../electron/cli/main.ts', import.meta.url))
const node = ['--import', import.meta.resolve('tsx'), cli]

export type CliService = { url: string; tokenFile: string; stop(): Promise<void> }

/** A practice single window of its own, started as an administrator does. */
export async function startCliService(folder: string, ...args: string[]): Promise<CliService> {
  const child = spawn(process.execPath, [...node, 'single-window', '--data', folder, ...args], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  let text = ''
  for await (const line of createInterface({ input: child.stdout })) {
    text += line
    if (line === '}') break
  }
  const { url, tokenFile } = JSON.parse(text) as { url: string; tokenFile: string }
  return {
    url,
    tokenFile,
    async stop() {
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      await ended
    },
  }
}

/** Run the command line; gives exit code and what it wrote. */
export async function yiguan<T>(...args: string[]): Promise<{ code: number; out: T; notes: string }> {
  const child = spawn(process.execPath, [...node, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  const read = { out: '', notes: '' }
  child.stdout.setEncoding('utf8').on('data', (part: string) => (read.out += part))
  child.stderr.setEncoding('utf8').on('data', (part: string) => (read.notes += part))
  const [code] = (await once(child, 'close')) as [number]
  return { code, out: JSON.parse(read.out || 'null') as T, notes: read.notes }
}
