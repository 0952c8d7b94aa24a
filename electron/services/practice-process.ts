import type { UtilityProcess } from 'electron'
import { z } from 'zod'

const Said = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready'), url: z.url(), token: z.string().min(1) }),
  z.object({ kind: z.literal('failed'), message: z.string() }),
])

export type PracticeAddress = { url: string; token: string }

/** How the practice service stands. It is never started again by itself: a service that dies is a fact to be shown. */
export type PracticeState =
  | { kind: 'stopped' }
  | { kind: 'starting' }
  | ({ kind: 'ready' } & PracticeAddress)
  | { kind: 'failed'; message: string }

export type PracticeOptions = {
  fork: (
    modulePath: string,
    args: string[],
    options: { serviceName: string; env: NodeJS.ProcessEnv },
  ) => UtilityProcess
  modulePath: string
  /** Folder of its database, inside the profile. */
  directory: string
  /** More arguments of `electron/practice/main.ts`, e.g. `--pace`. */
  args?: string[]
  report?: (state: PracticeState) => void
}

/** Time the service gets to end by itself before it is killed; its data is safe either way. */
const LONGEST_STOP_MS = 6_000

/** The practice single window as a child of the app. */
export function createPracticeProcess({ fork, modulePath, directory, args = [], report }: PracticeOptions) {
  let state: PracticeState = { kind: 'stopped' }
  let child: UtilityProcess | undefined

  const become = (next: PracticeState) => {
    state = next
    report?.(next)
  }

  /** Start it unless it runs. Resolves when it is ready or has failed; see `state`. */
  async function start(): Promise<PracticeState> {
    if (child) return state
    become({ kind: 'starting' })
    // The embedded database is meant here; a DATABASE_URL of some other program is not ours to use.
    const { DATABASE_URL: _other, ...env } = process.env
    const started = fork(modulePath, ['--data', directory, ...args], {
      serviceName: 'practice-single-window',
      env,
    })
    child = started
    return new Promise((resolve) => {
      started.on('message', (message: unknown) => {
        const said = Said.safeParse(message)
        if (!said.success || child !== started) return
        become(said.data)
        resolve(state)
      })
      started.once('exit', (code) => {
        if (child === started) child = undefined
        if (state.kind !== 'failed')
          become(code === 0 ? { kind: 'stopped' } : { kind: 'failed', message: `exit code ${code}` })
        resolve(state)
      })
    })
  }

  /** Let it finish what it has in hand; kill it when it does not end. */
  async function stop(): Promise<void> {
    const running = child
    if (!running) return
    const ended = new Promise<void>((resolve) => running.once('exit', () => resolve()))
    running.postMessage({ kind: 'stop' })
    const timer = setTimeout(() => running.kill(), LONGEST_STOP_MS)
    await ended
    clearTimeout(timer)
  }

  return { start, stop, state: () => state }
}

export type PracticeProcess = ReturnType<typeof createPracticeProcess>
