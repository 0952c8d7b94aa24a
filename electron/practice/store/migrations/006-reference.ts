import type { Migration } from './migration'

/** Public tables, the same for everybody. A row says in which version it last changed, so any delta is one range. */
export const reference: Migration = {
  name: 'reference',
  statements: [
    `CREATE TABLE reference_tables (
      name text PRIMARY KEY,
      version int NOT NULL,
      title jsonb NOT NULL,
      updated_at bigint NOT NULL
    )`,
    `CREATE TABLE reference_rows (
      table_name text NOT NULL REFERENCES reference_tables ON DELETE CASCADE,
      key text NOT NULL,
      row jsonb NOT NULL,
      version int NOT NULL,
      dropped boolean NOT NULL,
      PRIMARY KEY (table_name, key)
    )`,
    'CREATE INDEX reference_rows_changed ON reference_rows (table_name, version)',
  ],
}
