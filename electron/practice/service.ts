import pino, { type Logger } from 'pino'
import { loadCodeBook } from '#shared/codes/load'
import { timingsAt } from './desks/step'
import { systemHost, type Host } from './host'
import { createServer } from './http/server'
import { migrate } from './store/migrate'
import { openPglite } from './store/pglite'
import { openPostgres } from './store/postgres'

export type ServiceOptions = {
  /** 0 takes a free port. */
  port: number
  /** Folder of the embedded database; not used with `databaseUrl`. */
  directory: string
  databaseUrl?: string
  token: string
  /** See `timingsAt`. */
  pace: number
  host?: Host
  logger?: Logger
}

export type Service = { url: string; stop(): Promise<void> }

/**
 * Start the practice single window on the loopback interface. Whoever starts it hands out the token; it is written
 * nowhere by the service.
 * @throws DirectoryInUse, NewerSchema, or what the port or the database says
 */
export async function startService(options: ServiceOptions): Promise<Service> {
  const { host = systemHost, logger = pino({ level: 'silent' }) } = options
  const db = options.databaseUrl
    ? await openPostgres(options.databaseUrl)
    : await openPglite(options.directory)
  try {
    await migrate(db, host.now)
    const context = {
      host,
      timings: timingsAt(options.pace),
      codes: await loadCodeBook(),
    }
    const server = createServer(db, context, options.token, logger)
    const url = await server.listen({ host: '127.0.0.1', port: options.port })
    return {
      url,
      async stop() {
        await server.close()
        await db.close()
      },
    }
  } catch (error) {
    await db.close()
    throw error
  }
}
