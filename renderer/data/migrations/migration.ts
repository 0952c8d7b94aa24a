import type { Transaction } from 'dexie'

/**
 * One version of a database. Migrations change stores and indexes only; sealed bodies carry their own form and are
 * brought up when read. `stores` names what changes against the version before (null removes a store).
 */
export type Migration = {
  version: number
  stores: Record<string, string | null>
  upgrade?: (transaction: Transaction) => PromiseLike<void>
}
