import type { Migration } from './migration'

/**
 * A book as first released. Clear columns and what they are for:
 * - `blocks`: imported facts, some 200 to a block; `nums` = the blind numbers of all of them, sorted, so that they say
 *   nothing about who stands where. A fact's id is import.block.position: block and import need no index of their own.
 * - `replaced`: facts that a newer one took the place of (更新), which is named.
 * - `results`: one sealed block of 对碰 results for each block of orders, under the same id.
 * - `errors`: refused rows; also import.block.position.
 * - `lists`: `claims` = blind order and waybill numbers a living 清单 holds, so that a second one is found at once;
 *   `imports` = imports it was made from, which may not be undone any more.
 * - `outbox`: one attempt to hand in one document; `doc`, `dossier`, `mark` are blind, `guids` are
 *   random ids that receipts repeat. Contents lie in `documents`.
 * - `receipts` are facts read from the messages in `originals`; both only grow.
 */
export const book001: Migration = {
  version: 1,
  stores: {
    meta: 'key',
    counters: 'name',
    blocks: 'id, *nums',
    replaced: 'id',
    errors: 'id',
    errorBlocks: 'id',
    results: 'id',
    imports: 'id, state',
    enterprise: 'id',
    goods: 'id',
    templates: 'id',
    mappings: 'id',
    settings: 'id',
    overlays: 'id, fact',
    matches: 'id',
    lists: 'id, *claims, *imports',
    journal: 'seq, group',
    engine: 'id',
    outbox: 'id, doc, dossier, mark, batch, *guids, [stage+place]',
    documents: 'id',
    batches: 'id, stage, ghost',
    batchBytes: 'id',
    receipts: 'id, doc, guid',
    originals: 'id',
    calls: '++n, at',
  },
}
