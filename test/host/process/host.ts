/** The main process of the stand-in: sets Electron up and runs the built main file in it, unmodified. */
import { register } from 'node:module'
import { pathToFileURL } from 'node:url'
import { writeHeapSnapshot } from 'node:v8'
import { app, leaveByForce, willLeave } from '../electron/app'
import { startEngine } from '../electron/engine'
import { becomeReady } from '../electron/readiness'
import { cancellable } from '../electron/strict'
import { configuration } from './configuration'
import { onDriver, tellDriver } from './driver'

/** A page may keep its window open; whoever sends a signal wants the end. */
const patience = 5_000

// As in Electron, an error in main is shown and main goes on; a driver lets its test fail.
process.on('uncaughtException', (error) => reportError('uncaught exception', error))
process.on('unhandledRejection', (reason) => reportError('unhandled rejection', reason))

function reportError(kind: string, error: unknown): void {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
  process.stderr.write(`main: ${kind}: ${text}\n`)
  tellDriver({ kind: 'main-error', text })
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  let seen = false
  process.on(signal, () => {
    if (seen) leaveByForce(130)
    seen = true
    app.quit()
    setTimeout(() => leaveByForce(130), patience).unref()
  })
}
// Whoever started us is gone, and with it every reason to be here.
process.on('disconnect', () => leaveByForce(1))
onDriver('quit', () => app.quit())
onDriver('heap', ({ id, file }) => {
  writeHeapSnapshot(file)
  tellDriver({ kind: 'heap', id })
})

register(new URL('resolve-electron.mjs', import.meta.url), {
  data: { standIn: new URL('../electron/index.ts', import.meta.url).href },
})
process.argv = [process.execPath, configuration.main, ...process.argv.slice(2)]
try {
  await import(pathToFileURL(configuration.main).href)
  if (!willLeave()) {
    await startEngine(() => leaveByForce(1))
    becomeReady()
    app.emit('will-finish-launching')
    app.emit('ready', cancellable({}), {})
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  leaveByForce(1)
}
