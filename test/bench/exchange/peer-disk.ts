import type pg from 'pg'
import type { PeerDocument, PeerReceipt } from './peer-schema'

type Stored = (PeerDocument | PeerReceipt) & { _deleted?: boolean }
type Pushed = { newDocumentState: Stored; assumedMasterState?: Stored }
type Checkpoint = { seq: number }

/** What the client of a replication asks its master, as RxDB names it. */
export type Master = {
  masterWrite(rows: Pushed[]): Promise<Stored[]>
  masterChangesSince(
    checkpoint: Checkpoint | undefined,
    limit: number,
  ): Promise<{ documents: Stored[]; checkpoint: Checkpoint | undefined }>
}

/**
 * The master of one collection in a table of PostgreSQL: the least that keeps the promises of the replication. A push is
 * one transaction, synced before it is answered; a row that is not what the client took it for is a conflict.
 */
export async function diskMaster(
  pool: pg.Pool,
  table: string,
): Promise<Master & { add(rows: Stored[]): Promise<void> }> {
  await pool.query(`CREATE TABLE ${table} (id text PRIMARY KEY, seq bigserial NOT NULL, data jsonb NOT NULL)`)
  await pool.query(`CREATE INDEX ${table}_seq ON ${table} (seq)`)
  const insert = `INSERT INTO ${table} (id, data)
    SELECT r->>'id', r FROM jsonb_array_elements($1::jsonb) AS r
    ON CONFLICT (id) DO UPDATE SET data = excluded.data, seq = nextval('${table}_seq_seq')`
  return {
    async add(rows) {
      await pool.query(insert, [JSON.stringify(rows)])
    },
    async masterWrite(rows) {
      const client = await pool.connect()
      try {
        await client.query('BEGIN')
        const { rows: known } = await client.query<{ id: string; data: Stored }>(
          `SELECT id, data FROM ${table} WHERE id = ANY($1) FOR UPDATE`,
          [rows.map(({ newDocumentState }) => newDocumentState.id)],
        )
        const held = new Map(known.map(({ id, data }) => [id, data]))
        const isConflict = ({ newDocumentState: { id }, assumedMasterState }: Pushed) =>
          held.has(id) && held.get(id)!.status !== assumedMasterState?.status
        const fresh = rows.filter((row) => !isConflict(row)).map(({ newDocumentState }) => newDocumentState)
        if (fresh.length > 0) await client.query(insert, [JSON.stringify(fresh)])
        await client.query('COMMIT')
        return rows.filter(isConflict).map(({ newDocumentState: { id } }) => held.get(id)!)
      } catch (error) {
        await client.query('ROLLBACK')
        throw error
      } finally {
        client.release()
      }
    },
    async masterChangesSince(checkpoint, limit) {
      const { rows } = await pool.query<{ seq: string; data: Stored }>(
        `SELECT seq, data FROM ${table} WHERE seq > $1 ORDER BY seq LIMIT $2`,
        [checkpoint?.seq ?? 0, limit],
      )
      const last = rows.at(-1)
      return {
        documents: rows.map(({ data }) => ({ _deleted: false, ...data })),
        checkpoint: last ? { seq: Number(last.seq) } : checkpoint,
      }
    },
  }
}
