import type { Filing, FilingAnswer, FilingKind, FilingPage } from '#shared/protocol/api'
import { review } from '../desks/registry'
import { digestOf } from '../host'
import { ServiceError } from '../service-error'
import { lockEnterprise } from '../store/enterprises'
import {
  dueFilings,
  filingsAfter,
  findFiling,
  generationOf,
  saveFilings,
  type StoredFiling,
} from '../store/filings'
import type { Database, Sql } from '../store/sql'
import type { ServiceContext } from './context'

export type PutFiling = {
  enterprise: string
  kind: FilingKind
  key: string
  base: number
  content: Record<string, unknown>
}

/** Filings looked at in one transaction, and transactions per request. */
const CHUNK = 500
const CHUNKS = 50

/** JSON with sorted names: the same content has the same digest whatever order its fields came in. */
const digest = (content: unknown) =>
  digestOf(
    JSON.stringify(content, (_name, value: unknown) =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
        : value,
    ),
  )

export const published = (filing: StoredFiling): Filing => ({
  kind: filing.kind,
  key: filing.key,
  version: filing.version,
  state: filing.state,
  content: filing.content,
  updatedAt: new Date(filing.updatedAt).toISOString(),
  reasons: filing.reasons,
})

/**
 * File a version. The request that made the newest version gets its answer again.
 * @throws ServiceError `version-differs` with the newest version when this one was edited from another
 */
export function putFiling(
  db: Database,
  { enterprise, kind, key, base, content }: PutFiling,
  now: number,
  { timings }: ServiceContext,
): Promise<FilingAnswer> {
  const made = digest(content)
  return db.transaction(async (sql) => {
    await lockEnterprise(sql, enterprise, now)
    const newest = await findFiling(sql, enterprise, kind, key)
    if (newest && newest.base === base && newest.digest === made) {
      return { version: newest.version, state: newest.state }
    }
    if ((newest?.version ?? 0) !== base) {
      if (!newest) throw new ServiceError('filing-unknown', { key, base })
      const body = { theirs: published(newest) }
      throw new ServiceError('version-differs', { key, base, version: newest.version }, { body })
    }
    const version = base + 1
    const state = 'received'
    const received: StoredFiling = {
      kind,
      key,
      version,
      base,
      digest: made,
      content,
      state,
      reasons: [],
      nextAt: now + timings.forward,
      updatedAt: now,
    }
    await saveFilings(sql, enterprise, [received])
    return { version, state }
  })
}

function advance(filing: StoredFiling, { codes, timings }: ServiceContext): StoredFiling {
  const at = filing.nextAt!
  const { nextAt: _due, ...standing } = filing
  if (filing.state === 'received') {
    return { ...standing, state: 'in-review', nextAt: at + timings.examine, updatedAt: at }
  }
  const reasons = review(filing, codes)
  return { ...standing, state: reasons.length > 0 ? 'returned' : 'approved', reasons, updatedAt: at }
}

/** Bring the filings of one enterprise up to `now`; as with documents, time passes when somebody asks. */
export async function settleFilings(
  db: Database,
  enterprise: string,
  now: number,
  context: ServiceContext,
): Promise<void> {
  if ((await dueFilings(db, enterprise, now, 1)).length === 0) return
  const step = async (sql: Sql) => {
    await lockEnterprise(sql, enterprise, now)
    const due = await dueFilings(sql, enterprise, now, CHUNK)
    await saveFilings(
      sql,
      enterprise,
      due.map((filing) => advance(filing, context)),
    )
    return due.length > 0
  }
  for (let chunk = 0; chunk < CHUNKS; chunk += 1) {
    if (!(await db.transaction(step))) return
  }
}

/** One page of filings that changed after a cursor; a cursor of a state that is gone begins at the start. */
export async function filingPage(
  db: Database,
  enterprise: string,
  { cursor = '', limit }: { cursor?: string | undefined; limit: number },
): Promise<FilingPage> {
  const generation = await generationOf(db, enterprise)
  const [, known, seq] = /^([0-9A-F-]{1,36})\.(\d{1,15})$/.exec(cursor) ?? []
  if (cursor !== '' && known === undefined) throw new ServiceError('bad-request', { detail: 'cursor' })
  const after = known === generation ? Number(seq) : 0
  const found = await filingsAfter(db, enterprise, after, limit + 1)
  const page = found.slice(0, limit)
  return {
    filings: page.map(published),
    cursor: `${generation}.${page.at(-1)?.seq ?? after}`,
    more: found.length > page.length,
  }
}
