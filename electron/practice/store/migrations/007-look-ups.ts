import type { Migration } from './migration'

/** What verifications are asked by: numbers that are not part of a key. */
export const lookUps: Migration = {
  name: 'look-ups',
  statements: [
    'CREATE INDEX documents_pre_no ON documents (enterprise, pre_no) WHERE pre_no IS NOT NULL',
    `CREATE INDEX documents_waybill_no ON documents (enterprise, (content -> 'head' ->> 'logisticsNo'))
      WHERE message = 'CEB505'`,
    `CREATE INDEX filings_uscc ON filings ((content ->> 'uscc')) WHERE kind = 'enterprise'`,
    `CREATE INDEX filings_enterprise ON filings (key) WHERE kind = 'enterprise'`,
  ],
}
