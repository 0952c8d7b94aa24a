import type { Migration } from './migration'

/** Batches that arrive in chunks: what is here survives this process and may be continued at another. */
export const uploads: Migration = {
  name: 'uploads',
  statements: [
    `CREATE TABLE uploads (
      enterprise text NOT NULL,
      batch_id text NOT NULL,
      hash text NOT NULL,
      length bigint NOT NULL,
      received bigint NOT NULL,
      updated_at bigint NOT NULL,
      PRIMARY KEY (enterprise, batch_id)
    )`,
    `CREATE TABLE upload_chunks (
      enterprise text NOT NULL,
      batch_id text NOT NULL,
      position bigint NOT NULL,
      bytes bytea NOT NULL,
      PRIMARY KEY (enterprise, batch_id, position)
    )`,
  ],
}
