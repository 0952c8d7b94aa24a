import { print } from '#shared/model/json'
import { nameOf } from '#shared/model/merge-record'
import type {
  DeskRecord,
  DeskRecordAnswer,
  DeskRecordPage,
  DeskRecordPush,
  DeskRecordResult,
} from '#shared/protocol/desk-records'
import type { Host } from '../host'
import { ServiceError } from '../service-error'
import {
  deskMarkAt,
  deskRecordsAfter,
  findDeskRecords,
  saveDeskRecords,
  type StoredDeskRecord,
} from '../store/desk-records'
import { lockEnterprise } from '../store/enterprises'
import type { Database } from '../store/sql'
import { requireDesk } from './desks'

const published = ({ version, desk, storedAt, content }: Omit<StoredDeskRecord, 'seq'>): DeskRecord => ({
  version,
  desk,
  storedAt: new Date(storedAt).toISOString(),
  content,
})

/**
 * Take in what a desk has edited. A record is stored when it was made with knowledge of what the service holds;
 * otherwise the desk gets that, and merges: the service keeps, it does not decide. What is stored already is stored.
 * @throws ServiceError `desk-unknown`, `desk-moved`
 */
export async function takeDeskRecords(
  db: Database,
  enterprise: string,
  { desk, records }: DeskRecordPush,
  now: number,
  host: Host,
): Promise<DeskRecordAnswer> {
  return db.transaction(async (sql) => {
    await lockEnterprise(sql, enterprise, now)
    await requireDesk(sql, enterprise, desk)
    const held: Map<string, Omit<StoredDeskRecord, 'seq'>> = await findDeskRecords(
      sql,
      enterprise,
      records.map(({ content }) => nameOf(content)),
    )
    const stored = new Map<string, Omit<StoredDeskRecord, 'seq'>>()
    const results = records.map(({ base, content }): DeskRecordResult => {
      const name = nameOf(content)
      const theirs = held.get(name)
      if (theirs && print(theirs.content) === print(content))
        return { outcome: 'stored', version: theirs.version }
      if (base !== (theirs?.version ?? 0)) {
        // A base above ours is of a service that was restored since; without a record there is nothing to differ from.
        if (theirs) return { outcome: 'differs', theirs: published(theirs) }
      }
      const next = { name, version: (theirs?.version ?? 0) + 1, desk, storedAt: now, content }
      held.set(name, next)
      stored.set(name, next)
      return { outcome: 'stored', version: next.version }
    })
    await saveDeskRecords(sql, enterprise, [...stored.values()], host.guid)
    return { results }
  })
}

type Place = { seq: number; mark: string }
const start: Place = { seq: 0, mark: '' }
const encode = ({ seq, mark }: Place) => (seq === 0 ? '' : `${seq}.${mark}`)

function decode(text: string | undefined): Place {
  if (!text) return start
  const [, seq, mark] = /^(\d{1,15})\.([0-9A-F-]{36})$/.exec(text) ?? []
  if (seq === undefined || mark === undefined) throw new ServiceError('bad-request', { detail: 'cursor' })
  return { seq: Number(seq), mark }
}

/**
 * One page of what desks stored, each record once with its newest content. A cursor that is not known any more begins
 * at the start and says so: joining is idempotent, skipping would lose.
 * @throws ServiceError for a text that never was a cursor, and for a desk that may not ask
 */
export async function deskRecordPage(
  db: Database,
  enterprise: string,
  { desk, cursor, limit }: { desk: string; cursor?: string; limit: number },
): Promise<DeskRecordPage> {
  await requireDesk(db, enterprise, desk)
  const asked = decode(cursor)
  const isKnown = asked.seq === 0 || (await deskMarkAt(db, enterprise, asked.seq)) === asked.mark
  const from = isKnown ? asked : start
  const found = await deskRecordsAfter(db, enterprise, from.seq, limit + 1)
  const page = found.slice(0, limit)
  const last = page.at(-1)
  const mark = last && (await deskMarkAt(db, enterprise, last.seq))
  return {
    records: page.map(published),
    cursor: encode(last && mark ? { seq: last.seq, mark } : from),
    more: found.length > page.length,
    restarted: !isKnown,
  }
}
