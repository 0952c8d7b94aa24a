import type { Seal } from '../sealing/cipher'

/** A record as it lies in IndexedDB: sealed body, revision, and the few clear columns its table declares. */
export type StoredRow = Seal & { id: string; rev: number } & Record<string, unknown>

/** A fact's slim row; the fact itself is in the block its id names. */
export type SlimRow = { id: string; nums: string[]; kind?: string; day?: string; by?: string }

export type BlockRow = Seal & { id: string }
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
