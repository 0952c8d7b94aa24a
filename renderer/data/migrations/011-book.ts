import type { Migration } from './migration'

/** `pieces`: 特殊商品 piece by piece and consignments that travel cold, each with the stations it passed. */
export const book011: Migration = { version: 11, stores: { pieces: 'id' } }
