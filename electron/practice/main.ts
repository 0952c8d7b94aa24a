import { readOptions } from './options'
import { run, type Ready } from './run'

/**
 * The process of the practice single window as the app starts it (`utilityProcess.fork`). To its parent it says
 * `{kind: 'ready', url, token}` or `{kind: 'failed', message}`; `{kind: 'stop'}` from the parent ends it. Without a
 * parent port (plain node) the same goes to standard output, a line of JSON each, and a signal ends it.
 */
type ParentPort = {
  postMessage(message: unknown): void
  on(event: 'message', listener: (event: { data: unknown }) => void): void
}
const { parentPort } = process as unknown as { parentPort?: ParentPort }

function tell(message: ({ kind: 'ready' } & Ready) | { kind: 'failed'; message: string }): void {
  if (parentPort) parentPort.postMessage(message)
  else process.stdout.write(`${JSON.stringify(message)}\n`)
}

/** Resolves when the parent says stop or is gone: a service nobody knows would keep its folder locked. */
function orphaned(): Promise<void> {
  if (!parentPort) return new Promise(() => undefined)
  return new Promise((resolve) => {
    parentPort.on('message', ({ data }) => {
      if ((data as { kind?: unknown }).kind === 'stop') resolve()
    })
    const parent = process.ppid
    setInterval(() => {
      if (process.ppid !== parent) resolve()
    }, 2_000).unref()
  })
}

try {
  await run(
    readOptions(process.argv.slice(2), process.env),
    (ready) => tell({ kind: 'ready', ...ready }),
    orphaned(),
  )
  process.exit(0)
} catch (error) {
  tell({ kind: 'failed', message: error instanceof Error ? error.message : String(error) })
  process.exitCode = 1
}
