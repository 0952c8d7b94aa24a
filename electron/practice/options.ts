import { randomBytes } from 'node:crypto'
import { isIP } from 'node:net'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { defaultDirectory } from './directory'

const Options = z.object({
  port: z.coerce.number('--port takes a number').int().min(0).max(65_535).default(0),
  data: z.string().min(1).optional(),
  'database-url': z.string().min(1).optional(),
  token: z.string().min(16, '--token takes at least 16 characters').optional(),
  pace: z.coerce.number('--pace takes a number').min(0).max(1000).default(1),
  listen: z
    .string()
    .refine((text) => isIP(text) !== 0, '--listen takes an IP address')
    .default('127.0.0.1'),
  'tls-cert': z.string().min(1).optional(),
  'tls-key': z.string().min(1).optional(),
  accounts: z.string().min(1).optional(),
})

export const usage = `single-window [--port N] [--listen ADDRESS] [--data DIR] [--database-url URL] [--token T] [--pace N]
  The practice single window, until SIGTERM. Prints its address, its operator page and the file with its token.
  account add --enterprise CODE [--key HEX] [--rate N] | account list | account remove --enterprise CODE
                      who may come in from other machines; without --key a one-time enrolment code is printed
  --port N            0 (default) takes a free port
  --listen ADDRESS    127.0.0.1 (default) is this machine only. Any other address needs accounts, and is TLS only
  --tls-cert FILE     certificate (PEM) for --listen; without it one is made and its fingerprint printed
  --tls-key FILE      its private key (PEM)
  --accounts FILE     JSON: [{"enterprise": CODE, "publicKeys": [HEX], "requestsPerSecond": N}], added at each start
  --data DIR          folder of the embedded database, of its own certificate and of the token file
  --database-url URL  PostgreSQL instead of the embedded database; also from DATABASE_URL
  --token T           fixed token (at least 16 characters); also from YIGUAN_PRACTICE_TOKEN; default: new at each start
  --pace N            1 (default): a list is closed in seconds; 0: at once; 10: ten times slower`

/** How a service is started. */
export type StartOptions = {
  /** 0 takes a free port. */
  port: number
  /** Address to listen on; everything but the loopback interface is open to other machines. */
  listen: string
  tls?: { certFile: string; keyFile: string }
  accountsFile?: string
  /** Folder of the embedded database, which is not used with `databaseUrl`. */
  directory: string
  databaseUrl?: string
  token: string
  /** See `timingsAt`. */
  pace: number
}

/**
 * Options of the service from its arguments and environment.
 * @throws what node:util says of unknown arguments; ZodError for values that are out of range
 */
export function readOptions(args: string[], env: NodeJS.ProcessEnv): StartOptions {
  const text = { type: 'string' } as const
  const names = Object.keys(Options.shape) as (keyof typeof Options.shape)[]
  const { values } = parseArgs({ args, options: Object.fromEntries(names.map((name) => [name, text])) })
  const { port, data, token, pace, listen, accounts, ...named } = Options.parse(values)
  const databaseUrl = named['database-url'] ?? env['DATABASE_URL']
  const { 'tls-cert': certFile, 'tls-key': keyFile } = named
  if ((certFile === undefined) !== (keyFile === undefined)) {
    throw new z.ZodError([
      {
        code: 'custom',
        path: ['tls-key'],
        message: '--tls-cert and --tls-key go together',
        input: undefined,
      },
    ])
  }
  return {
    port,
    listen,
    directory: data ?? defaultDirectory(env, process.platform),
    ...(databaseUrl ? { databaseUrl } : {}),
    ...(certFile !== undefined && keyFile !== undefined ? { tls: { certFile, keyFile } } : {}),
    ...(accounts === undefined ? {} : { accountsFile: accounts }),
    token: token ?? env['YIGUAN_PRACTICE_TOKEN'] ?? randomBytes(32).toString('base64url'),
    pace,
  }
}

/** Whether only this machine can reach an address. */
export const isLoopback = (address: string) => /^127\.|^::1$/.test(address)
