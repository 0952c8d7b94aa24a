import { z } from 'zod'
import { AccountEntry, EnterpriseCode, makeEnrolment } from '../accounts'
import { dropAccount, listAccounts, putAccount } from '../store/accounts'
import { batchLines, enterpriseLines, stateCounts } from '../store/overview'
import { decideList } from '../work/decide'
import { settle } from '../work/settle'
import { checked, type Routes } from './routes'

const One = z.object({ enterprise: EnterpriseCode })
const Decision = One.extend({
  businessKey: z.string().min(1).max(200),
  decision: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('release') }),
    z.object({ kind: z.literal('examine') }),
    z.object({ kind: z.literal('inspect') }),
    z.object({
      kind: z.literal('reject'),
      code: z.string().regex(/^[0-9A-Za-z-]{1,20}$/),
      text: z.string().trim().min(1).max(200),
    }),
  ]),
})

/** What the operator page asks and orders. */
export function operatorRoutes({ db, context, steer }: Routes): void {
  steer('GET', '/v1/practice/overview', async ({ now }) => ({
    serverTime: new Date(now).toISOString(),
    isPublic: context.isPublic,
    database: db.kind,
    enterprises: await enterpriseLines(db),
  }))

  /** The statistics desk. */
  steer('GET', '/v1/practice/statistics', async () => ({ counts: await stateCounts(db) }))

  steer('GET', '/v1/practice/batches', async ({ request }) => {
    const { enterprise } = checked(One, request.query, 'query')
    return { batches: await batchLines(db, enterprise) }
  })

  steer('POST', '/v1/practice/decisions', async ({ request, now }) => {
    const order = checked(Decision, request.body, 'body')
    await settle(db, order.enterprise, now, context.timings, context.host)
    return decideList(db, order, now, context)
  })

  steer('GET', '/v1/practice/accounts', async () => ({ accounts: await listAccounts(db) }))
  steer('POST', '/v1/practice/accounts', async ({ request, now }) => {
    const entry = checked(AccountEntry, request.body, 'body')
    await db.transaction((sql) => putAccount(sql, now, entry))
    return entry.publicKeys.length > 0
      ? { enterprise: entry.enterprise }
      : { enterprise: entry.enterprise, enrolmentCode: await makeEnrolment(db, entry.enterprise) }
  })
  steer('DELETE', '/v1/practice/accounts', async ({ request }) => {
    const { enterprise } = checked(One, request.query, 'query')
    return { removed: await dropAccount(db, enterprise) }
  })
}
