import { z } from 'zod'
import { ReferenceRow, ServiceHours, TableName } from '#shared/protocol/api'
import { EnterpriseCode } from '../accounts'
import { FaultSwitch } from '../faults/switch'
import { advanceClock } from '../store/clock'
import { addFaults, clearFaults, listFaults } from '../store/faults'
import { endSessions } from '../store/sessions'
import { writeSetting } from '../store/settings'
import { listSnapshots } from '../store/snapshots'
import { changeReference } from '../work/reference'
import { restoreTo, snapshotOf } from '../work/restore'
import { checked, type Routes } from './routes'

const FaultList = z.array(FaultSwitch).min(1).max(100)
/** A year at once is enough for every deadline. */
const Advance = z.object({
  seconds: z
    .number()
    .positive()
    .max(366 * 86_400),
})
const One = z.object({ enterprise: EnterpriseCode })
const ReferenceChange = z.object({
  table: TableName,
  put: z.array(ReferenceRow).max(10_000).default([]),
  drop: z.array(z.string().min(1)).max(10_000).default([]),
})
const Restore = One.extend({ number: z.int().nonnegative().max(1_000_000) })

/** What only a practice window has: faults, a clock that can be moved on, and a way back to an older state. */
export function practiceRoutes({ db, context, steer }: Routes): void {
  const { host } = context

  steer('GET', '/v1/practice/faults', async () => ({ faults: await listFaults(db) }))
  steer('POST', '/v1/practice/faults', async ({ request }) => {
    await addFaults(db, checked(FaultList, request.body, 'faults'))
    return { faults: await listFaults(db) }
  })
  steer('DELETE', '/v1/practice/faults', async () => {
    await clearFaults(db)
    return { faults: [] }
  })

  steer('POST', '/v1/practice/clock', async ({ request, now }) => {
    const { seconds } = checked(Advance, request.body, 'clock')
    const ms = Math.round(seconds * 1000)
    await advanceClock(db, ms)
    return { serverTime: new Date(now + ms).toISOString() }
  })

  steer('PUT', '/v1/practice/hours', async ({ request }) => {
    const hours = checked(z.array(ServiceHours).max(100), request.body, 'hours')
    await writeSetting(db, 'hours', hours)
    return { hours }
  })

  steer('GET', '/v1/practice/snapshots', async ({ request }) => {
    const { enterprise } = checked(One, request.query, 'query')
    return { snapshots: await listSnapshots(db, enterprise) }
  })
  steer('POST', '/v1/practice/snapshots', async ({ request, now }) => {
    const { enterprise } = checked(One, request.body, 'body')
    return { number: await snapshotOf(db, enterprise, now) }
  })
  steer('POST', '/v1/practice/restore', async ({ request, now }) => {
    const { enterprise, number } = checked(Restore, request.body, 'body')
    await restoreTo(db, enterprise, number, now, host)
    return { number }
  })

  steer('POST', '/v1/practice/reference', async ({ request, now }) => ({
    version: await changeReference(db, context.codes, checked(ReferenceChange, request.body, 'body'), now),
  }))

  steer('POST', '/v1/practice/sessions/end', async ({ request }) => {
    await endSessions(db, checked(One, request.body, 'body').enterprise)
    return {}
  })
}
