import { mkdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { ZodError } from 'zod'
import { DirectoryInUse } from '../../practice/store/lock'
import { NewerSchema } from '../../practice/store/migrate'
import { readOptions, run, usage } from '../../practice/run'
import { DONE, RefusedError, UsageError, type Command } from '../command'

function options(args: string[]) {
  try {
    return readOptions(args, process.env)
  } catch (error) {
    if (error instanceof ZodError) throw new UsageError(error.issues.map(({ message }) => message).join('; '))
    throw error
  }
}

export const command: Command = {
  name: 'single-window',
  usage,
  async run(args, io) {
    const chosen = options(args)
    let tokenFile: string | undefined
    try {
      await mkdir(chosen.directory, { recursive: true, mode: 0o700 })
      await run(chosen, async ({ url, token }) => {
        // A file of this account only: standard output ends up in logs and on screens.
        tokenFile = path.join(chosen.directory, `token-${new URL(url).port}`)
        await rm(tokenFile, { force: true })
        await writeFile(tokenFile, token, { mode: 0o600, flag: 'wx' })
        io.out({ url, tokenFile, database: chosen.databaseUrl ? 'postgresql' : 'pglite' })
      })
      return DONE
    } catch (error) {
      const isExpected = error instanceof DirectoryInUse || error instanceof NewerSchema
      throw isExpected ? new RefusedError(error.message) : error
    } finally {
      if (tokenFile) await rm(tokenFile, { force: true })
    }
  },
}
