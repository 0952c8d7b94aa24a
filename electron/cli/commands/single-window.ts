import { mkdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { ZodError } from 'zod'
import { AccountsFileError, NoAccounts } from '../../practice/accounts'
import { readOptions, usage } from '../../practice/options'
import { run } from '../../practice/run'
import { DirectoryInUse } from '../../practice/store/lock'
import { NewerSchema } from '../../practice/store/migrate'
import { IdentityError } from '../../practice/tls/identity'
import { DONE, RefusedError, UsageError, type Command, type Io } from '../command'
import { account } from '../single-window-account'

function options(args: string[]) {
  try {
    return readOptions(args, process.env)
  } catch (error) {
    if (error instanceof ZodError) throw new UsageError(error.issues.map(({ message }) => message).join('; '))
    throw error
  }
}

/** Refusals that say in words what to do. */
const expected = [DirectoryInUse, NewerSchema, NoAccounts, AccountsFileError, IdentityError]

async function serve(args: string[], io: Io): Promise<number> {
  const chosen = options(args)
  let tokenFile: string | undefined
  try {
    await mkdir(chosen.directory, { recursive: true, mode: 0o700 })
    await run(chosen, async ({ url, token, fingerprint }) => {
      // A file of this account only: standard output ends up in logs and on screens.
      tokenFile = path.join(chosen.directory, `token-${new URL(url).port}`)
      await rm(tokenFile, { force: true })
      await writeFile(tokenFile, token, { mode: 0o600, flag: 'wx' })
      io.out({
        url,
        operatorPage: `${url}/operator/`,
        tokenFile,
        ...(fingerprint === undefined ? {} : { fingerprint }),
        database: chosen.databaseUrl ? 'postgresql' : 'pglite',
      })
    })
    return DONE
  } finally {
    if (tokenFile) await rm(tokenFile, { force: true })
  }
}

export const command: Command = {
  name: 'single-window',
  usage,
  async run(args, io) {
    try {
      return args[0] === 'account' ? await account(args.slice(1), io) : await serve(args, io)
    } catch (error) {
      throw expected.some((kind) => error instanceof kind)
        ? new RefusedError((error as Error).message)
        : error
    }
  },
}
