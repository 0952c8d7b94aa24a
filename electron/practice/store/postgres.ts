import pg from 'pg'
import { digestOf } from '../host'
import type { Database, Row, Sql } from './sql'

const INT8 = 20

/** Counters and epoch milliseconds stay below 2^53, so numbers carry them; the driver's default is text. */
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    oid === INT8 && format !== 'binary'
      ? (text: string) => Number(text)
      : pg.types.getTypeParser(oid, format as 'text')) as typeof pg.types.getTypeParser,
}

/** Statements are few and come again and again: prepared once per connection, under a name of their own text. */
const names = new Map<string, string>()
function nameOf(text: string): string {
  const known = names.get(text)
  if (known !== undefined) return known
  const name = digestOf(text).slice(0, 32)
  names.set(text, name)
  return name
}

const run = (on: pg.Pool | pg.PoolClient): Sql => ({
  query: async <R extends Row>(text: string, values?: readonly unknown[]) =>
    (await on.query<R>(values ? { name: nameOf(text), text, values: [...values] } : text)).rows,
})

/** A PostgreSQL server (15 or newer) shared by any number of service processes. */
export async function openPostgres(url: string): Promise<Database> {
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    types,
    application_name: 'yiguan-single-window',
  })
  // An idle connection that breaks is replaced at the next query, which reports what still fails.
  pool.on('error', () => undefined)
  try {
    await pool.query('SELECT 1')
  } catch (error) {
    await pool.end()
    throw error
  }
  return {
    kind: 'postgresql',
    ...run(pool),
    async transaction(work) {
      const client = await pool.connect()
      let broken = false
      try {
        await client.query('BEGIN')
        const result = await work(run(client))
        await client.query('COMMIT')
        return result
      } catch (error) {
        await client.query('ROLLBACK').catch(() => (broken = true))
        throw error
      } finally {
        client.release(broken)
      }
    },
    close: () => pool.end(),
  }
}
