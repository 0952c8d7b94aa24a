import type { Migration } from './migration'
import { partitions } from './partitions'

/**
 * Desks of an enterprise, the codes they gave up, and the records they exchange: one row for each record, which moves to
 * the end of the feed with each version. `desk_marks` keeps what stood at each number of the feed, so that a cursor of a
 * state that is gone is noticed.
 */
export const desks: Migration = {
  name: 'desks',
  statements: [
    `CREATE TABLE desks (
      enterprise text NOT NULL,
      id text NOT NULL,
      code text NOT NULL,
      name text NOT NULL,
      seen_at bigint NOT NULL,
      moved_at bigint,
      PRIMARY KEY (enterprise, id)
    )`,
    `CREATE UNIQUE INDEX desks_code ON desks (enterprise, code) WHERE code <> ''`,
    'CREATE TABLE desk_codes (enterprise text NOT NULL, code text NOT NULL, PRIMARY KEY (enterprise, code))',
    `CREATE TABLE desk_records (
      enterprise text NOT NULL,
      name text NOT NULL,
      version int NOT NULL,
      seq bigint NOT NULL,
      desk text NOT NULL,
      stored_at bigint NOT NULL,
      content text NOT NULL,
      PRIMARY KEY (enterprise, name)
    ) PARTITION BY HASH (enterprise)`,
    ...partitions('desk_records'),
    'CREATE INDEX desk_records_feed ON desk_records (enterprise, seq)',
    `CREATE TABLE desk_marks (
      enterprise text NOT NULL,
      seq bigint NOT NULL,
      mark text NOT NULL,
      PRIMARY KEY (enterprise, seq)
    ) PARTITION BY HASH (enterprise)`,
    ...partitions('desk_marks'),
  ],
}
