import { caseFile } from '../desks/case-file'
import { settleCase } from '../desks/customs'
import type { Timings } from '../desks/step'
import type { Host } from '../host'
import { dueDocuments, identity, linkedDocuments, saveDocuments } from '../store/documents'
import { lockEnterprise } from '../store/enterprises'
import type { Database, Sql } from '../store/sql'
import { recordDecisions } from './record'

/** Documents looked at in one transaction, and transactions per request: a request never works without an end. */
const CHUNK = 200
const CHUNKS = 50

/** Work off one chunk inside a transaction that holds the enterprise. @returns whether more may be due */
async function settleChunk(
  sql: Sql,
  enterprise: string,
  now: number,
  timings: Timings,
  host: Host,
): Promise<boolean> {
  const due = await dueDocuments(sql, enterprise, now, CHUNK)
  if (due.length === 0) return false
  const linked = await linkedDocuments(sql, enterprise, due)
  const file = caseFile([...new Map([...linked, ...due].map((one) => [identity(one), one])).values()])
  const { decisions, changed } = settleCase(file, now, timings)
  // A reader that pages by updated_at must not miss what was due long ago and is only worked off now.
  for (const document of changed) document.updatedAt = now
  await saveDocuments(sql, enterprise, [...changed])
  await recordDecisions(sql, enterprise, decisions, host)
  return due.length === CHUNK
}

/**
 * Bring the documents of one enterprise up to `now`. There is no timer: time passes when somebody asks, so processes
 * hold nothing in memory, may be killed at any moment, and any of them may answer the next request.
 */
export async function settle(
  db: Database,
  enterprise: string,
  now: number,
  timings: Timings,
  host: Host,
): Promise<void> {
  for (let chunk = 0; chunk < CHUNKS; chunk += 1) {
    const more = await db.transaction(async (sql) => {
      await lockEnterprise(sql, enterprise, now)
      return settleChunk(sql, enterprise, now, timings, host)
    })
    if (!more) return
  }
}
