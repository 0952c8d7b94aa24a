import type { Migration } from './migration'
import { partitions } from './partitions'

/**
 * Every table that grows is partitioned by enterprise, so every key starts with it. `last_seq` numbers the receipts
 * of one enterprise without gaps under its row lock: a sequence would let a reader pass a number whose transaction
 * commits later, and the receipt behind it would never be read.
 */
export const exchange: Migration = {
  name: 'exchange',
  statements: [
    `CREATE TABLE enterprises (
      code text PRIMARY KEY,
      last_seq bigint NOT NULL DEFAULT 0,
      public_key text,
      created_at bigint NOT NULL
    )`,
    `CREATE TABLE batches (
      enterprise text NOT NULL,
      id text NOT NULL,
      hash text NOT NULL,
      bytes bytea NOT NULL,
      answer text NOT NULL,
      received_at bigint NOT NULL,
      PRIMARY KEY (enterprise, id)
    ) PARTITION BY HASH (enterprise)`,
    ...partitions('batches'),
    `CREATE TABLE documents (
      enterprise text NOT NULL,
      message text NOT NULL,
      business_key text NOT NULL,
      status text NOT NULL,
      attempt int NOT NULL,
      guid text NOT NULL,
      digest text NOT NULL,
      app_time text NOT NULL,
      batch_id text NOT NULL,
      order_key text,
      waybill_key text,
      pre_no text,
      invt_no text,
      taken_in boolean NOT NULL,
      withdrawn boolean NOT NULL,
      content jsonb NOT NULL,
      next_at bigint,
      updated_at bigint NOT NULL,
      PRIMARY KEY (enterprise, message, business_key)
    ) PARTITION BY HASH (enterprise)`,
    ...partitions('documents'),
    'CREATE INDEX documents_due ON documents (enterprise, next_at) WHERE next_at IS NOT NULL',
    'CREATE INDEX documents_order ON documents (enterprise, order_key)',
    'CREATE INDEX documents_waybill ON documents (enterprise, waybill_key)',
    'CREATE INDEX documents_invt_no ON documents (enterprise, invt_no) WHERE invt_no IS NOT NULL',
    'CREATE INDEX documents_updated ON documents (enterprise, updated_at, message, business_key)',
    'CREATE SEQUENCE history_serial',
    `CREATE TABLE document_history (
      enterprise text NOT NULL,
      message text NOT NULL,
      business_key text NOT NULL,
      position bigint NOT NULL DEFAULT nextval('history_serial'),
      attempt int NOT NULL,
      status text NOT NULL,
      at bigint NOT NULL,
      info text NOT NULL,
      PRIMARY KEY (enterprise, message, business_key, position)
    ) PARTITION BY HASH (enterprise)`,
    ...partitions('document_history'),
    `CREATE TABLE receipts (
      enterprise text NOT NULL,
      seq bigint NOT NULL,
      id text NOT NULL,
      message text NOT NULL,
      issued_at bigint NOT NULL,
      xml text NOT NULL,
      PRIMARY KEY (enterprise, seq)
    ) PARTITION BY HASH (enterprise)`,
    ...partitions('receipts'),
    'CREATE SEQUENCE pre_no_serial',
    'CREATE SEQUENCE invt_no_serial',
    `CREATE TABLE faults (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      enterprise text,
      operation text NOT NULL,
      kind text NOT NULL,
      value int,
      remaining int NOT NULL
    )`,
    'CREATE TABLE settings (name text PRIMARY KEY, value jsonb NOT NULL)',
  ],
}
