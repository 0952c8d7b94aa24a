import type { Migration } from './migration'

/** Older states of an enterprise that it can be put back to, row by row as they were. */
export const snapshots: Migration = {
  name: 'snapshots',
  statements: [
    `CREATE TABLE snapshots (
      enterprise text NOT NULL,
      number int NOT NULL,
      taken_at bigint NOT NULL,
      PRIMARY KEY (enterprise, number)
    )`,
    `CREATE TABLE snapshot_rows (
      enterprise text NOT NULL,
      number int NOT NULL,
      origin text NOT NULL,
      content jsonb NOT NULL
    )`,
    'CREATE INDEX snapshot_rows_of ON snapshot_rows (enterprise, number, origin)',
  ],
}
