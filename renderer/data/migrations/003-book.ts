import type { Migration } from './migration'

/**
 * - `applications`: 汇总申请; `claims` = blind numbers of the 清单 a living one names, so that none is summarised twice.
 * - `customsEntries`: 报关单 that came of them, as 792 told it.
 * - `departures`: 总分单; `claims` = blind numbers of the parcels of a living one.
 */
export const book003: Migration = {
  version: 3,
  stores: {
    applications: 'id, *claims',
    customsEntries: 'id',
    departures: 'id, *claims',
  },
}
