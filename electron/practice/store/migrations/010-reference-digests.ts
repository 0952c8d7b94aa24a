import type { Migration } from './migration'

/** What each version of a published table was, by its digest: an update names the one it begins at. */
export const referenceDigests: Migration = {
  name: 'reference-digests',
  statements: [
    `CREATE TABLE reference_digests (
      table_name text NOT NULL REFERENCES reference_tables ON DELETE CASCADE,
      version int NOT NULL,
      digest text NOT NULL,
      PRIMARY KEY (table_name, version)
    )`,
  ],
}
