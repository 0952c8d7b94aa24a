import type { BackupEntry, BackupSummary } from '#shared/ipc/backup'
import { backUp, readCounters } from '../../data/backup/back-up'
import { drill } from '../../data/backup/drill'
import type * as Port from '../../data/port'
import { renewSeals } from '../../data/write/renew-seals'
import { putBack, trash } from '../../data/write/trash'
import { verifyEnd } from '../../data/write/verify'
import { verifyWitnessed } from '../../data/write/witness'
import { KeepingHost } from './keeping-host'
import { refuseAlone } from './second-officer'

/** The book as something to be kept: its backups, and whether it is as the program left it. */
export class SafetyHost extends KeepingHost implements Port.BookPort {
  /** Throws where an act waits for another officer; see `refuseAlone`. */
  async secondOfficer(call: string, asked: readonly unknown[]): ReturnType<typeof refuseAlone> {
    return refuseAlone(await this.settled(), call, asked)
  }

  watchedCounters(): Promise<Record<string, number>> {
    return readCounters(this.session.book.context)
  }

  verifyEnd(): Promise<Port.JournalVerdict> {
    return verifyEnd(this.session.book.context)
  }

  verifyWitnessed(sent: readonly Port.SentDigest[]): Promise<Port.WitnessVerdict> {
    return verifyWitnessed(this.session.book.context, sent)
  }

  backUp(
    link: Port.BackupLink,
    kind: Port.BackupKind,
    progress?: (p: Port.RowProgress) => void,
  ): Promise<BackupEntry> {
    return backUp(this.session.book.context, link, kind, progress)
  }

  trash(): Promise<Port.Deleted[]> {
    return trash(this.session.book.context)
  }

  putBack(deleted: Pick<Port.Deleted, 'seq' | 'table' | 'id'>, why: string): Promise<Port.Done> {
    return putBack(this.session.book.context, this.session.who, deleted, why)
  }

  async renewSeals(progress?: (rows: number) => void): Promise<boolean> {
    const { book } = this.session
    if (book.health.state === 'suspect') return false
    await renewSeals(book.context, progress)
    return true
  }

  drill(
    link: Port.RestoreLink,
    summary: BackupSummary,
    progress?: (p: Port.RowProgress) => void,
  ): Promise<Port.DrillReport> {
    return drill(this.session.book.context.keys, link, summary, progress)
  }
}
