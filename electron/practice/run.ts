import { randomBytes } from 'node:crypto'
import { parseArgs } from 'node:util'
import pino from 'pino'
import { z } from 'zod'
import { errorFacts } from '../shell/log'
import { defaultDirectory } from './directory'
import { startService, type ServiceOptions } from './service'

const Options = z.object({
  port: z.coerce.number('--port takes a number').int().min(0).max(65_535).default(0),
  data: z.string().min(1).optional(),
  'database-url': z.string().min(1).optional(),
  token: z.string().min(16, '--token takes at least 16 characters').optional(),
  pace: z.coerce.number('--pace takes a number').min(0).max(1000).default(1),
})

export const usage = `single-window [--port N] [--data DIR] [--database-url URL] [--token T] [--pace N]
  The practice single window on the loopback interface, until SIGTERM. Prints its address and the file with its token.
  --port N            0 (default) takes a free port
  --data DIR          folder of the embedded database and of the token file
  --database-url URL  PostgreSQL instead of the embedded database; also from DATABASE_URL
  --token T           fixed token (at least 16 characters); also from YIGUAN_PRACTICE_TOKEN; default: new at each start
  --pace N            1 (default): a list is closed in seconds; 0: at once; 10: ten times slower`

/**
 * Options of the service from its arguments and environment.
 * @throws what node:util says of unknown arguments; ZodError for values that are out of range
 */
export function readOptions(args: string[], env: NodeJS.ProcessEnv): ServiceOptions {
  const text = { type: 'string' } as const
  const { values } = parseArgs({
    args,
    options: { port: text, data: text, 'database-url': text, token: text, pace: text },
  })
  const { port, data, token, pace, 'database-url': url } = Options.parse(values)
  const databaseUrl = url ?? env['DATABASE_URL']
  return {
    port,
    directory: data ?? defaultDirectory(env, process.platform),
    ...(databaseUrl ? { databaseUrl } : {}),
    token: token ?? env['YIGUAN_PRACTICE_TOKEN'] ?? randomBytes(32).toString('base64url'),
    pace,
  }
}

/** A connection that never ends must not keep the process; what it asked for is safe in the database. */
const LONGEST_STOP_MS = 5_000

/**
 * Start the service, announce it, and run until a signal or `stopped` says otherwise.
 * @param announce hands address and token to whoever started this process, and to nobody else
 */
export async function run(
  options: ServiceOptions,
  announce: (ready: { url: string; token: string }) => void | Promise<void>,
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
  const service = await startService({ logger, ...options })
  await announce({ url: service.url, token: options.token })
  await Promise.race([signalled, stopped])
  setTimeout(() => process.exit(0), LONGEST_STOP_MS).unref()
  await service.stop()
}
