import type { Migration } from './migration'

/**
 * - `returns`: 退货, one record a case; what is sent of it is its dossier.
 * - `taxBills`: 电子税单 as 816 and 818 told them.
 * - `deliveries`: 入库明细单 of supervised sites (711).
 */
export const book006: Migration = {
  version: 6,
  stores: { returns: 'id', taxBills: 'id', deliveries: 'id' },
}
