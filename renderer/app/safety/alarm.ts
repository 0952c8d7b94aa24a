import { ageInDays, newest } from '#shared/backup/keep'
import type { BackupState } from '#shared/ipc/backup'
import type { BookKind } from '#shared/model/enterprise'

/** What stands in the frame until somebody sees to it; the worst first. */
export const alarms = ['journal', 'bookShort', 'failed', 'backupShort', 'unset', 'old', 'bookLow'] as const
export type Alarm = (typeof alarms)[number]

/** After so many days with work done and no backup it is said everywhere, not only in the room. */
const oldDays = 3

/** The last backup whose file is there. */
export const lastGood = ({ backups }: BackupState) => newest(backups.filter(({ missing }) => !missing))

/** The one thing about the safety of a book that an officer must see wherever he is; undefined when there is none. */
export function alarmOf(
  state: BackupState,
  journalHolds: boolean,
  kind: BookKind,
  now: string,
): Alarm | undefined {
  const { disk, failure, ready, due } = state
  const last = lastGood(state)
  const isOld = ready && due && (!last || ageInDays(last.at, now) >= oldDays)
  const raised: Record<Alarm, boolean> = {
    journal: !journalHolds,
    bookShort: disk.book === 'short',
    failed: failure !== null,
    backupShort: ready && disk.backup === 'short',
    // A practice book may go without; nobody is told about it at every turn.
    unset: !ready && kind === 'real',
    old: isOld,
    bookLow: disk.book === 'low',
  }
  return alarms.find((alarm) => raised[alarm])
}
