import type { Migration } from './migration'

/**
 * Receipts by the number the service gave them, so that pages of them are read newest first without opening the others:
 * `seq` of all, `refused` and `unknown` the same number of those that turn down, or carry a code no table here has.
 */
export const book005: Migration = {
  version: 5,
  stores: { receipts: 'id, doc, guid, seq, refused, unknown' },
}
