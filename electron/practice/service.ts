import { isIPv6, type AddressInfo } from 'node:net'
import pino, { type Logger } from 'pino'
import { loadCodeBook } from '#shared/codes/load'
import { addAccounts, readAccounts, refuseWithoutAccounts } from './accounts'
import { timingsAt } from './desks/step'
import { systemHost, type Host } from './host'
import { createServer } from './http/server'
import { isLoopback, type StartOptions } from './options'
import { migrate } from './store/migrate'
import { openDatabase } from './store/open'
import { fingerprintOf, outsideAddress, ownIdentity, readIdentity } from './tls/identity'

export type ServiceOptions = Omit<StartOptions, 'listen'> & { listen?: string; host?: Host; logger?: Logger }

/** Connections that may wait to be accepted: a park starts work at the same minute. */
const BACKLOG = 2_048

/** The address as others write it; one that stands for all of this machine's is told as the first they can reach. */
function hostIn(listen: string): string {
  const isAny = listen === '0.0.0.0' || listen === '::'
  const address = isAny ? (outsideAddress() ?? '127.0.0.1') : listen
  return isIPv6(address) ? `[${address}]` : address
}

/** `fingerprint` of the certificate where there is TLS. */
export type Service = { url: string; fingerprint?: string; stop(): Promise<void> }

/**
 * Start the practice single window. On the loopback interface it speaks plain HTTP to whoever has its token; on any other
 * address it speaks TLS to enterprises with an account, or does not start. The token is written nowhere by the service.
 * @throws DirectoryInUse, NewerSchema, NoAccounts, AccountsFileError, IdentityError, or what the port or the database says
 */
export async function startService(options: ServiceOptions): Promise<Service> {
  const { listen = '127.0.0.1', host = systemHost, logger = pino({ level: 'silent' }) } = options
  const { directory, token, tls, accountsFile } = options
  const isPublic = !isLoopback(listen)
  // What was given is looked at before anything is opened.
  const accounts = accountsFile === undefined ? [] : await readAccounts(accountsFile)
  const given = tls ? await readIdentity(tls.certFile, tls.keyFile, host.now()) : undefined
  const db = await openDatabase(options)
  try {
    await migrate(db, host.now)
    await addAccounts(db, accounts, host.now())
    if (isPublic) await refuseWithoutAccounts(db, listen)
    const identity = given ?? (isPublic ? await ownIdentity(directory, listen, host.now()) : undefined)
    const context = { host, timings: timingsAt(options.pace), codes: await loadCodeBook(), isPublic }
    const server = createServer(db, context, { token, isPublic }, logger, identity)
    await server.listen({ host: listen, port: options.port, backlog: BACKLOG })
    const [{ port }] = server.addresses() as [AddressInfo]
    return {
      url: `${identity ? 'https' : 'http'}://${hostIn(listen)}:${port}`,
      ...(identity ? { fingerprint: fingerprintOf(identity) } : {}),
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
