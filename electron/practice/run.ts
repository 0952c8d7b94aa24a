import pino from 'pino'
import { errorFacts } from '../shell/log'
import type { StartOptions } from './options'
import { startService, type Service } from './service'

/** A connection that never ends must not keep the process; what it asked for is safe in the database. */
const LONGEST_STOP_MS = 5_000

/** What whoever started the service is told, and nobody else. */
export type Ready = Pick<Service, 'url' | 'fingerprint'> & { token: string }

/**
 * Start the service, announce it, and run until a signal or `stopped` says otherwise.
 * @param announce hands address and token to whoever started this process
 */
export async function run(
  options: StartOptions,
  announce: (ready: Ready) => void | Promise<void>,
  stopped: Promise<void> = new Promise(() => undefined),
): Promise<void> {
  const signalled = new Promise<void>((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.once(signal, () => resolve())
  })
  // Standard error, written at once: a log line that is lost in a crash is the one that was wanted.
  const logger = pino(
    { base: null, serializers: { err: errorFacts } },
    pino.destination({ dest: 2, sync: true }),
  )
  const { url, fingerprint, stop } = await startService({ logger, ...options })
  await announce({ url, token: options.token, ...(fingerprint === undefined ? {} : { fingerprint }) })
  await Promise.race([signalled, stopped])
  setTimeout(() => process.exit(0), LONGEST_STOP_MS).unref()
  await stop()
}
