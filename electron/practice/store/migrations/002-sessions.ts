import type { Migration } from './migration'

/**
 * Who may come in from another machine, and who is in. Small tables that are asked by digest, so they are not
 * partitioned. Secrets are kept as digests: a copied database opens nothing.
 */
export const sessions: Migration = {
  name: 'sessions',
  statements: [
    `CREATE TABLE accounts (
      enterprise text PRIMARY KEY,
      requests_per_second int,
      created_at bigint NOT NULL
    )`,
    `CREATE TABLE account_keys (
      enterprise text NOT NULL REFERENCES accounts ON DELETE CASCADE,
      public_key text NOT NULL,
      PRIMARY KEY (enterprise, public_key)
    )`,
    `CREATE TABLE enrolments (
      code_digest text PRIMARY KEY,
      enterprise text NOT NULL REFERENCES accounts ON DELETE CASCADE
    )`,
    `CREATE TABLE challenges (
      challenge text PRIMARY KEY,
      enterprise text NOT NULL,
      public_key text NOT NULL,
      expires_at bigint NOT NULL
    )`,
    'CREATE INDEX challenges_end ON challenges (expires_at)',
    `CREATE TABLE sessions (
      token_digest text PRIMARY KEY,
      refresh_digest text NOT NULL UNIQUE,
      enterprise text NOT NULL,
      expires_at bigint NOT NULL,
      refreshable_until bigint NOT NULL
    )`,
    'CREATE INDEX sessions_end ON sessions (refreshable_until)',
  ],
}
