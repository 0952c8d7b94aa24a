import type { Migration } from './migration'
import { partitions } from './partitions'

/**
 * Filings with every version, and the files that go with what is declared. `last_filing` numbers changes of filings as
 * `last_seq` numbers receipts. `generation` names the history of an enterprise: it is new after a restore, so a cursor of
 * a state that is gone is told from one of the present.
 */
export const filings: Migration = {
  name: 'filings',
  statements: [
    'ALTER TABLE enterprises ADD COLUMN last_filing bigint NOT NULL DEFAULT 0',
    "ALTER TABLE enterprises ADD COLUMN generation text NOT NULL DEFAULT '0'",
    `CREATE TABLE filings (
      enterprise text NOT NULL,
      kind text NOT NULL,
      key text NOT NULL,
      version int NOT NULL,
      base int NOT NULL,
      digest text NOT NULL,
      content jsonb NOT NULL,
      state text NOT NULL,
      reasons jsonb NOT NULL,
      seq bigint NOT NULL,
      next_at bigint,
      updated_at bigint NOT NULL,
      PRIMARY KEY (enterprise, kind, key)
    )`,
    'CREATE INDEX filings_changed ON filings (enterprise, seq)',
    'CREATE INDEX filings_due ON filings (enterprise, next_at) WHERE next_at IS NOT NULL',
    `CREATE TABLE filing_history (
      enterprise text NOT NULL,
      kind text NOT NULL,
      key text NOT NULL,
      seq bigint NOT NULL,
      version int NOT NULL,
      state text NOT NULL,
      reasons jsonb NOT NULL,
      content jsonb NOT NULL,
      at bigint NOT NULL,
      PRIMARY KEY (enterprise, kind, key, seq)
    )`,
    `CREATE TABLE attachments (
      enterprise text NOT NULL,
      sha256 text NOT NULL,
      type text NOT NULL,
      bytes bytea NOT NULL,
      received_at bigint NOT NULL,
      PRIMARY KEY (enterprise, sha256)
    ) PARTITION BY HASH (enterprise)`,
    ...partitions('attachments'),
  ],
}
