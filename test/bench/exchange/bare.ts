import pg from 'pg'
import { timed } from '../step'

const tables = ['batches', 'documents', 'document_states', 'document_history', 'receipts'] as const
const PER_STATEMENT = 1000

/**
 * The least a database has to do for the same result: the very rows a run left, put into empty tables of the same form
 * and indexes, a thousand a statement, each statement a transaction that is synced.
 */
export async function bareInsert(url: string): Promise<{ ms: number; rows: number }> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('CREATE SCHEMA bare')
    let ms = 0
    let rows = 0
    for (const table of tables) {
      await client.query(`CREATE TABLE bare.${table} (LIKE public.${table} INCLUDING ALL)`)
      await client.query('BEGIN')
      await client.query(
        `DECLARE source CURSOR WITH HOLD FOR SELECT to_jsonb(t) AS row FROM public.${table} t`,
      )
      await client.query('COMMIT')
      for (;;) {
        const { rows: page } = await client.query<{ row: unknown }>(`FETCH ${PER_STATEMENT} FROM source`)
        if (page.length === 0) break
        const json = JSON.stringify(page.map(({ row }) => row))
        const insert = `INSERT INTO bare.${table} OVERRIDING SYSTEM VALUE
          SELECT * FROM jsonb_populate_recordset(NULL::bare.${table}, $1::jsonb)`
        const done = await timed(() => client.query(insert, [json]))
        ms += done.ms
        rows += page.length
      }
      await client.query('CLOSE source')
    }
    await client.query('DROP SCHEMA bare CASCADE')
    return { ms, rows }
  } finally {
    await client.end()
  }
}
