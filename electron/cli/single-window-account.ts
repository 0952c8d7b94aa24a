import { parseArgs } from 'node:util'
import { AccountEntry, makeEnrolment } from '../practice/accounts'
import { defaultDirectory } from '../practice/directory'
import { dropAccount, listAccounts, putAccount } from '../practice/store/accounts'
import { migrate } from '../practice/store/migrate'
import { openDatabase } from '../practice/store/open'
import type { Database } from '../practice/store/sql'
import { DONE, RefusedError, UsageError, type Io } from './command'

function readArgs(args: string[]) {
  const text = { type: 'string' } as const
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { enterprise: text, key: text, rate: text, data: text, 'database-url': text },
  })
  const [verb, ...rest] = positionals
  if (rest.length > 0 || (verb !== 'add' && verb !== 'list' && verb !== 'remove')) {
    throw new UsageError('single-window account takes add, list or remove')
  }
  return { verb, ...values }
}

/** The account that arguments describe. @throws UsageError naming the argument that is wrong */
function entryOf({ enterprise, key, rate }: ReturnType<typeof readArgs>) {
  const parsed = AccountEntry.safeParse({
    enterprise,
    publicKeys: key === undefined ? [] : [key],
    ...(rate === undefined ? {} : { requestsPerSecond: Number(rate) }),
  })
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const names: Record<string, string> = {
    enterprise: '--enterprise',
    publicKeys: '--key',
    requestsPerSecond: '--rate',
  }
  throw new UsageError(`${names[String(issue!.path[0])]}: ${issue!.message}`)
}

async function work(db: Database, given: ReturnType<typeof readArgs>, io: Io): Promise<void> {
  const now = Date.now()
  await migrate(db, () => now)
  if (given.verb === 'list') return io.out({ accounts: await listAccounts(db) })
  const entry = entryOf(given)
  if (given.verb === 'remove') {
    if (!(await dropAccount(db, entry.enterprise))) {
      throw new RefusedError(`${entry.enterprise} has no account. / ${entry.enterprise} 没有账户`)
    }
    return io.out({ removed: entry.enterprise })
  }
  await db.transaction((sql) => putAccount(sql, now, entry))
  if (given.key !== undefined) return io.out({ enterprise: entry.enterprise, publicKeys: entry.publicKeys })
  io.out({ enterprise: entry.enterprise, enrolmentCode: await makeEnrolment(db, entry.enterprise) })
}

/** `single-window account`: works on the database itself, so an embedded one must not be in use meanwhile. */
export async function account(args: string[], io: Io): Promise<number> {
  const given = readArgs(args)
  const databaseUrl = given['database-url'] ?? process.env['DATABASE_URL']
  const directory = given.data ?? defaultDirectory(process.env, process.platform)
  const db = await openDatabase({ directory, ...(databaseUrl ? { databaseUrl } : {}) })
  try {
    await work(db, given, io)
    return DONE
  } finally {
    await db.close()
  }
}
