import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { BrowserCommand } from 'vitest/node'

const entry = fileURLToPath(new URL('practice-main.ts', import.meta.url))
const mains = new Map<string, ChildProcess>()
let asked = 0

/** Ask the main of a test; it is started when it is asked first. The answer is JSON. */
const askMain: BrowserCommand<[id: string, channel: string, args: string]> = (
  _context,
  id,
  channel,
  args,
) => {
  const main = mains.get(id) ?? fork(entry, { execArgv: ['--import', 'tsx'] })
  mains.set(id, main)
  const n = (asked += 1)
  return new Promise<string>((resolve, reject) => {
    const ended = () => reject(new Error(`the main of the test ended: ${channel}`))
    const hear = (answer: { n: number; value?: unknown; error?: string }) => {
      if (answer.n !== n) return
      main.off('message', hear)
      main.off('exit', ended)
      if (channel === 'stop') mains.delete(id)
      if (answer.error === undefined) resolve(JSON.stringify(answer.value))
      else reject(new Error(answer.error))
    }
    main.on('message', hear)
    main.once('exit', ended)
    main.send({ n, channel, args: JSON.parse(args) as unknown[] })
  })
}

export const practiceCommands = { askMain }
