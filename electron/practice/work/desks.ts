import type { Desk, DeskRegistration } from '#shared/protocol/desk-records'
import { ServiceError } from '../service-error'
import { findDesks, markMoved, retireCode, retiredCodes, saveDesk, type StoredDesk } from '../store/desks'
import { lockEnterprise } from '../store/enterprises'
import type { Database, Sql } from '../store/sql'

const published = ({ id, code, name, moved, seenAt }: StoredDesk): Desk => ({
  id,
  code,
  name,
  state: moved ? 'moved' : 'active',
  seenAt: new Date(seenAt).toISOString(),
})

const alphabet = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
const candidates = [...alphabet, ...alphabet.flatMap((a) => alphabet.map((b) => a + b))]

/**
 * A desk says who it is. Its code is its own as long as the enterprise exists: another desk is refused it, also when
 * this one took another code or moved out, because numbers were given out under it.
 * @throws ServiceError `desk-moved`, `desk-code-taken` (with a code that is free)
 */
export async function registerDesk(
  db: Database,
  enterprise: string,
  id: string,
  { code, name }: DeskRegistration,
  now: number,
): Promise<Desk[]> {
  return db.transaction(async (sql) => {
    await lockEnterprise(sql, enterprise, now)
    const desks = await findDesks(sql, enterprise)
    const own = desks.find((desk) => desk.id === id)
    if (own?.moved) throw new ServiceError('desk-moved', { code: own.code || code })
    const taken = new Set([
      ...desks.filter((desk) => desk.id !== id).map((desk) => desk.code),
      ...(await retiredCodes(sql, enterprise)),
    ])
    if (own) taken.delete(own.code)
    if (taken.has(code)) {
      const free = candidates.find((one) => !taken.has(one))
      throw new ServiceError(
        'desk-code-taken',
        { code, free: free ?? '' },
        { body: { ...(free && { free }) } },
      )
    }
    if (own && own.code !== code) await retireCode(sql, enterprise, own.code)
    await saveDesk(sql, enterprise, { id, code, name, seenAt: now })
    return (await findDesks(sql, enterprise)).filter((desk) => desk.code !== '').map(published)
  })
}

/** 已迁出: from now on this desk is refused. Saying it again changes nothing. */
export async function moveDeskOut(
  db: Database,
  enterprise: string,
  id: string,
  now: number,
): Promise<Desk[]> {
  return db.transaction(async (sql) => {
    await lockEnterprise(sql, enterprise, now)
    await markMoved(sql, enterprise, id, now)
    return (await findDesks(sql, enterprise)).filter((desk) => desk.code !== '').map(published)
  })
}

/**
 * A batch names the desk it comes from, when it has one: of a desk that moved out nothing is taken, though its key is
 * that of the enterprise.
 * @throws ServiceError
 */
export async function refuseMovedDesk(sql: Sql, enterprise: string, desk: unknown): Promise<void> {
  if (desk === undefined) return
  const own = (await findDesks(sql, enterprise)).find(({ id }) => id === desk)
  if (own?.moved) throw new ServiceError('desk-moved', { code: own.code })
}

/** @throws ServiceError when the desk moved out, or never said who it is */
export async function requireDesk(sql: Sql, enterprise: string, id: string): Promise<void> {
  const own = (await findDesks(sql, enterprise)).find((desk) => desk.id === id)
  if (!own) throw new ServiceError('desk-unknown')
  if (own.moved) throw new ServiceError('desk-moved', { code: own.code })
}
