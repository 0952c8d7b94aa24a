import { ServiceError } from '../service-error'
import type { Host } from '../host'
import { lockEnterprise } from '../store/enterprises'
import { listSnapshots, restoreSnapshot, takeSnapshot } from '../store/snapshots'
import type { Database } from '../store/sql'

/** Keep the present state of an enterprise to go back to. @returns the snapshot's number */
export const snapshotOf = (db: Database, enterprise: string, now: number): Promise<number> =>
  db.transaction(async (sql) => {
    await lockEnterprise(sql, enterprise, now)
    return takeSnapshot(sql, enterprise, now)
  })

/**
 * Put an enterprise back to one of its snapshots; 0 is the time before it sent anything.
 * @throws ServiceError when it has no such snapshot
 */
export const restoreTo = (
  db: Database,
  enterprise: string,
  number: number,
  now: number,
  host: Host,
): Promise<void> =>
  db.transaction(async (sql) => {
    await lockEnterprise(sql, enterprise, now)
    const known = await listSnapshots(sql, enterprise)
    if (number !== 0 && !known.some((one) => one.number === number)) {
      throw new ServiceError('unknown-snapshot', { number })
    }
    await restoreSnapshot(sql, enterprise, number || undefined, host.guid())
  })

/** As the fault `restore` does it: the last snapshot, or nothing where none was taken. */
export const restoreLatest = (db: Database, enterprise: string, now: number, host: Host): Promise<void> =>
  db.transaction(async (sql) => {
    await lockEnterprise(sql, enterprise, now)
    const [latest] = await listSnapshots(sql, enterprise)
    await restoreSnapshot(sql, enterprise, latest?.number, host.guid())
  })
