import { randomInt } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { PublicKey } from '#shared/protocol/api/common'
import { digestOf } from './host'
import { addEnrolment, hasAccounts, putAccount } from './store/accounts'
import type { Database } from './store/sql'

export const EnterpriseCode = z.string().regex(/^[\x21-\x7e]{1,64}$/)

/** An enterprise that may come in from another machine. */
export const AccountEntry = z.object({
  enterprise: EnterpriseCode,
  publicKeys: z.array(PublicKey).max(20).default([]),
  requestsPerSecond: z.int().positive().max(10_000).optional(),
})

/** A service was to be reachable by other machines and knows nobody who may come in. */
export class NoAccounts extends Error {
  constructor(address: string) {
    super(
      `Other machines can reach ${address}, and no account exists. Add one (single-window account add --enterprise CODE), ` +
        `give --accounts FILE, or leave --listen away. / 地址 ${address} 可被其他电脑访问，但还没有账户：请先执行 single-window account add，` +
        `或用 --accounts 指定账户文件，或不用 --listen。`,
    )
    this.name = 'NoAccounts'
  }
}

export class AccountsFileError extends Error {
  constructor(file: string, why: string) {
    super(`${file} is no list of accounts: ${why}. / 账户文件 ${file} 有误：${why}`)
    this.name = 'AccountsFileError'
  }
}

export async function refuseWithoutAccounts(db: Database, listen: string): Promise<void> {
  if (!(await hasAccounts(db))) throw new NoAccounts(listen)
}

/** The accounts of a file. @throws AccountsFileError */
export async function readAccounts(file: string): Promise<z.infer<typeof AccountEntry>[]> {
  try {
    return z
      .array(AccountEntry)
      .max(10_000)
      .parse(JSON.parse(await readFile(file, 'utf8')))
  } catch (error) {
    if (error instanceof z.ZodError) {
      const [issue] = error.issues
      throw new AccountsFileError(file, `${issue!.path.join('.')}: ${issue!.message}`)
    }
    throw new AccountsFileError(
      file,
      error instanceof SyntaxError ? 'no JSON' : (error as NodeJS.ErrnoException).code!,
    )
  }
}

/** Add accounts; what is there already stays. */
export const addAccounts = (
  db: Database,
  entries: readonly z.infer<typeof AccountEntry>[],
  now: number,
): Promise<void> =>
  db.transaction(async (sql) => {
    for (const entry of entries) await putAccount(sql, now, entry)
  })

/** Read aloud over the telephone: no letters that look or sound alike. */
const LETTERS = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'

/** A one-time code for a key that is not known yet; only its digest is kept. */
export async function makeEnrolment(db: Database, enterprise: string): Promise<string> {
  const letters = Array.from({ length: 16 }, () => LETTERS[randomInt(LETTERS.length)])
  const code = letters.join('').replace(/(.{4})(?=.)/g, '$1-')
  await addEnrolment(db, enterprise, digestOf(code))
  return code
}
