import type { Migration } from './migration'

/**
 * - `gatePasses`: 核放单 of goods that left a bonded zone before they were declared.
 * - `exportEntries`: 报关单 of 一般贸易 and of B2B, as they were declared outside.
 */
export const book004: Migration = {
  version: 4,
  stores: { gatePasses: 'id', exportEntries: 'id' },
}
