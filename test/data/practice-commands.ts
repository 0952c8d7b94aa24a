import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { BrowserCommand } from 'vitest/node'
import type { Answer, Ask } from './practice-main'

const entry = fileURLToPath(new URL('practice-main.ts', import.meta.url))
let child: ChildProcess | undefined
let asked = 0
const waiting = new Map<number, { resolve(value: string): void; reject(error: Error): void }>()

/** One process for all tests: to start it takes longer than most of them. */
function mainProcess(): ChildProcess {
  if (child) return child
  const started = fork(entry, { execArgv: ['--import', 'tsx'] })
  // It ends with its parent, and does not keep it.
  started.unref()
  started.channel?.unref()
  started.on('message', ({ n, value, error }: Answer) => {
    const asker = waiting.get(n)
    waiting.delete(n)
    if (error === undefined) asker?.resolve(JSON.stringify(value))
    else asker?.reject(new Error(error))
  })
  started.on('exit', () => {
    child = undefined
    for (const { reject } of waiting.values()) reject(new Error('the main of the tests ended'))
    waiting.clear()
  })
  return (child = started)
}

/** Ask the main of a test; it is made when it is asked first. The answer is JSON. */
const askMain: BrowserCommand<[main: string, channel: string, args: string]> = (
  _context,
  main,
  channel,
  args,
) => {
  const n = (asked += 1)
  return new Promise<string>((resolve, reject) => {
    waiting.set(n, { resolve, reject })
    mainProcess().send({ n, main, channel, args: JSON.parse(args) as unknown[] } satisfies Ask)
  })
}

export const practiceCommands = { askMain }
