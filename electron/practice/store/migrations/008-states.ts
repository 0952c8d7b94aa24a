import type { Migration } from './migration'
import { partitions } from './partitions'

/**
 * Where a document stands moves five times, what it says does not: apart, a step writes one narrow row and three
 * indexes instead of the declared content and nine. `head` holds the few fields that receipts repeat and desks go by, so
 * the content is read for examining only.
 */
export const states: Migration = {
  name: 'states',
  statements: [
    `CREATE TABLE document_states (
      enterprise text NOT NULL,
      message text NOT NULL,
      business_key text NOT NULL,
      status text NOT NULL,
      taken_in boolean NOT NULL,
      withdrawn boolean NOT NULL,
      next_at bigint,
      updated_at bigint NOT NULL,
      PRIMARY KEY (enterprise, message, business_key)
    ) PARTITION BY HASH (enterprise)`,
    ...partitions('document_states'),
    `INSERT INTO document_states
      SELECT enterprise, message, business_key, status, taken_in, withdrawn, next_at, updated_at FROM documents`,
    "ALTER TABLE documents ADD COLUMN head jsonb NOT NULL DEFAULT '{}'",
    `UPDATE documents SET head = (SELECT coalesce(jsonb_object_agg(key, value), '{}') FROM jsonb_each(content -> 'head')
      WHERE key IN ('ebpCode', 'ebcCode', 'orderNo', 'payNo', 'logisticsCode', 'logisticsNo', 'agentCode', 'copNo',
        'statisticsFlag', 'invtNo', 'customsCode'))`,
    `ALTER TABLE documents DROP COLUMN status, DROP COLUMN taken_in, DROP COLUMN withdrawn, DROP COLUMN next_at,
      DROP COLUMN updated_at`,
    'CREATE INDEX document_states_due ON document_states (enterprise, next_at) WHERE next_at IS NOT NULL',
    'CREATE INDEX document_states_updated ON document_states (enterprise, updated_at, message, business_key)',
  ],
}
