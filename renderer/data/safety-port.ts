import type { BookFacts, Difference, StoreSummary } from '#shared/backup/manifest'
import type { KeepingPort } from './retention-port'
import type { BackupEntry, BackupSummary, BeginBackup } from '#shared/ipc/backup'
import type { Text } from '#shared/model/text'
import type { Done, JournalVerdict } from './stored'
import type { SealedTable } from './records'

export type * from './audit-port'
export type * from './retention-port'

/** Main's part of a backup, as a window lends it. */
export type BackupLink = {
  begin(facts: BeginBackup): Promise<string>
  part(id: string, store: string, bytes: Uint8Array): Promise<void>
  finish(
    id: string,
    facts: BookFacts & { stores: Pick<StoreSummary, 'store' | 'rows'>[] },
  ): Promise<BackupEntry>
  abort(id: string): Promise<void>
}

/** `confirmed`: also of a state with less in it. `moves`: the desk goes to another computer with it. */
export type BackupKind = Pick<BeginBackup, 'confirmed' | 'moves'>

/** The rows of an unlocked backup, as a window lends them. */
export type RestoreLink = { next(): Promise<{ store: string; bytes: Uint8Array } | null> }

/** What a restore for practice found. `journal` is missing when the backup is sealed with other keys than the open book. */
export type DrillReport = {
  isGood: boolean
  stores: number
  rows: number
  parts: number
  differences: Difference[]
  journal?: JournalVerdict
}

/** What main's send journal knows of a batch. */
export type SentDigest = { batchId: string; contentHash: string }
/** Whether the journal is what the batches that left say of it; `witnessed` of them name a place in it. */
export type WitnessVerdict = { ok: true; batches: number; witnessed: number } | { ok: false; text: Text }

/** Told now and then during long work: rows so far, and how many are expected. */
export type RowProgress = { done: number; total: number }

/** A record that was deleted: by which journal entry, by whom, and how it was named. */
export type Deleted = {
  seq: number
  at: string
  who: string
  why: string
  name: string
  table: SealedTable
  id: string
  caption: string
}

/** Data that cannot be lost or altered unseen; part of `BookPort`, the same rules hold. */
export type SafetyPort = KeepingPort & {
  /** Counters that only rise; main decides by them whether a backup is due. */
  watchedCounters(): Promise<Record<string, number>>
  /** The last entries of the journal and where it ends; cheap, for every start. */
  verifyEnd(): Promise<JournalVerdict>
  /** The journal against the batches that left, and those against the send journal of main. */
  verifyWitnessed(sent: readonly SentDigest[]): Promise<WitnessVerdict>
  /** One backup of the whole book. Refused with main's words. */
  backUp(link: BackupLink, kind: BackupKind, progress?: (p: RowProgress) => void): Promise<BackupEntry>
  /** 回收站: what was deleted in the last thirty days and is not there again, the latest first. */
  trash(): Promise<Deleted[]>
  /** Put one of them back as it was. Refused when another record holds its number by now. */
  putBack(deleted: Pick<Deleted, 'seq' | 'table' | 'id'>, why: string): Promise<Done>
  /**
   * Bring what lies under an earlier key under the present one, going on where it was cut off; at once where nothing does.
   * False: nothing was done, because the book is older than what was sent from it.
   */
  renewSeals(progress?: (rows: number) => void): Promise<boolean>
  /** Restore a backup into a database of its own, compare it with what it says, verify its journal, and remove it. */
  drill(link: RestoreLink, summary: BackupSummary, progress?: (p: RowProgress) => void): Promise<DrillReport>
}
