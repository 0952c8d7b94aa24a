import type { Text } from '#shared/model/text'
import type { SealedRecord, SealedTable } from './records'

/** A stored record with what is needed to change it: `rev` is given back and checked. */
export type Stored<T> = { id: string; rev: number; record: T }

/** One change of a command. `rev` is the revision that was read; 0 (or absent) for a new record. */
export type Change =
  | {
      [T in SealedTable]: { table: T; op: 'put'; id?: string; rev?: number; record: SealedRecord<T> }
    }[SealedTable]
  | { table: SealedTable; op: 'delete'; id: string; rev: number }

/** What a command wrote: its journal row and the ids in the order of the changes. */
export type Done = { seq: number; ids: string[] }
/** What an undoing did, and the tables whose records it put back. */
export type Undone = Done & { tables: string[] }

export type JournalEntry = {
  seq: number
  at: string
  name: string
  who: string
  why: string
  changes: number
  /** Entries of one officer's act (a bulk edit in parts, an import) share a group. */
  group: string
  undoable: boolean
}
/**
 * Whether the audit chain holds; the first entry at which it does not. `record`: what was changed outside the program,
 * with its name where it can still be read.
 */
export type JournalVerdict =
  | { ok: true; entries: number }
  | { ok: false; seq: number; text: Text; record?: { table: string; id: string; caption?: string } }
