import type { Migration } from './migration'

/**
 * 出口退税.
 * - `rebateBatches`, `rebateLines`, `rebateLinks`: 批次, exported items as far as anything was done about their refund, 关联号.
 *   Lines and links name the imports they rest on, so that none of those is undone under them.
 * - `rebateRuns`: pre-checks, each with what it found, by batch.
 * - `rebatePapers`: 备案单证 and other papers of a 报关单.
 */
export const book007: Migration = {
  version: 7,
  stores: {
    rebateBatches: 'id',
    rebateLines: 'id, *imports',
    rebateLinks: 'id, *imports',
    rebateRuns: 'id, batch',
    rebatePapers: 'id',
  },
}
