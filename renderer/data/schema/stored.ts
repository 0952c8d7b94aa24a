import type { Seal } from '../sealing/cipher'

/** A record as it lies in IndexedDB: sealed body, revision, and the few clear columns its table declares. */
export type StoredRow = Seal & { id: string; rev: number } & Record<string, unknown>

/** Facts of one block under one seal, and the blind numbers by which the block is found. */
export type BlockRow = Seal & { id: string; nums: string[] }
/** A fact and the newer one that took its place. */
export type ReplacedRow = { id: string; by: string }
export type ErrorBlock = Seal & { id: string }
export type ResultBlock = Seal & { id: string; rev: number }
export type ErrorSlim = { id: string; row: number; state: 'open' | 'mended' | 'dropped' }

export type JournalRow = Seal & {
  seq: number
  at: string
  name: string
  group: string
  /** Hash of the entry before; '' for the first. */
  prev: string
  hash: string
  /** The rows as they were, still sealed, so that the act can be taken back. */
  before: { table: string; row: StoredRow }[]
}
