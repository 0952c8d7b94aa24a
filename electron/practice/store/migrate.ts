import { migrations } from './migrations'
import type { Database } from './sql'

/** Any constant will do: it only has to be the same in every process. */
const MIGRATION_LOCK = 7_249_610

export class NewerSchema extends Error {
  constructor(found: number, known: number) {
    super(
      `The database has schema ${found}, this program knows ${known}. Nothing was changed; run the newer program. / ` +
        `数据库结构版本 ${found} 高于本程序的 ${known}，未作任何改动，请使用新版本程序。`,
    )
    this.name = 'NewerSchema'
  }
}

/**
 * Bring the schema up, one transaction per migration; processes that start together take turns.
 * @returns the version the database has now
 * @throws NewerSchema, before anything is touched
 */
export async function migrate(db: Database, now: () => number): Promise<number> {
  const known = migrations.length
  await db.transaction(async (sql) => {
    await sql.query('SELECT pg_advisory_xact_lock($1)', [MIGRATION_LOCK])
    await sql.query(
      'CREATE TABLE IF NOT EXISTS schema_version (version int PRIMARY KEY, name text NOT NULL, applied_at bigint NOT NULL)',
    )
  })
  for (;;) {
    const version = await db.transaction(async (sql) => {
      await sql.query('SELECT pg_advisory_xact_lock($1)', [MIGRATION_LOCK])
      const [row] = await sql.query<{ version: number }>(
        'SELECT coalesce(max(version), 0) AS version FROM schema_version',
      )
      const current = row!.version
      if (current > known) throw new NewerSchema(current, known)
      const next = migrations[current]
      if (!next) return current
      for (const statement of next.statements) await sql.query(statement)
      await sql.query('INSERT INTO schema_version VALUES ($1, $2, $3)', [current + 1, next.name, now()])
      return current + 1
    })
    if (version === known) return version
  }
}
