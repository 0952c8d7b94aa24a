import { z } from 'zod'
import { BookFacts, StoreSummary } from '../backup/manifest'
import { PART_BYTES } from '../backup/rows'
import { BookKind } from '../model/enterprise'
import { bookId, bytes, channel, handle, nothing } from './channel'
import { BookEntry } from './vault'

const text = z.object({ zh: z.string(), en: z.string() })
const part = bytes.refine((b) => b.byteLength <= PART_BYTES, 'part above 1 MB')
/** What a person types; long enough that guessing it on a stolen file does not pay. */
export const Passphrase = z.string().min(10).max(200)
const password = z.string().min(8).max(200)

/** One backup that was written and read back. `place` is shown only. */
export const BackupEntry = z.object({
  id: handle,
  at: z.string(),
  place: z.string(),
  bytes: z.int(),
  rows: z.int(),
  /** Its file is not there, or has another size: the disk is away, or somebody removed it. */
  missing: z.boolean(),
  /** When its checksums were last looked at; when it was last restored for practice, and whether that went well. */
  checkedAt: z.string(),
  drilledAt: z.string().optional(),
  drill: z.enum(['ok', 'failed']).optional(),
  /** It moves the desk to another computer. */
  moves: z.boolean().optional(),
})
export type BackupEntry = z.infer<typeof BackupEntry>

const Room = z.enum(['ok', 'low', 'short'])

/** How a book stands with its backups. */
export const BackupState = z.object({
  /** A passphrase is set, so that backups can be written. */
  ready: z.boolean(),
  place: z.string(),
  /** The place lies inside the profile: gone with the disk that the book is on. */
  beside: z.boolean(),
  backups: z.array(BackupEntry),
  due: z.boolean(),
  failure: z.object({ at: z.string(), text }).nullable(),
  /** Free megabytes where backups go and where the book lies. */
  disk: z.object({ backup: Room, backupFreeMb: z.int(), book: Room, bookFreeMb: z.int() }),
})
export type BackupState = z.infer<typeof BackupState>

/** What a backup is begun with. */
export const BeginBackup = z.object({
  ...BookFacts.shape,
  rows: z.int().nonnegative(),
  confirmed: z.boolean(),
  moves: z.boolean(),
})
export type BeginBackup = z.infer<typeof BeginBackup>

/** What is in a backup whose passphrase was given; nothing secret. */
export const BackupSummary = z.object({
  book: z.string(),
  kind: BookKind,
  label: z.string(),
  officer: z.string(),
  keyId: z.string(),
  createdAt: z.string(),
  software: z.string(),
  ...BookFacts.shape,
  stores: z.array(StoreSummary),
  sends: z.int(),
  /** It brings a desk to this computer, with the keys it signs with; else it is a copy of the book alone. */
  moves: z.object({ signs: z.boolean(), certificate: z.boolean() }).nullable(),
})
export type BackupSummary = z.infer<typeof BackupSummary>

/**
 * Backups: main owns file, passphrase, keys and checks; the rows come from the window's worker, part by part, as they lie
 * sealed in the database. A window never names a path.
 */
export const backup = {
  /** `counters` of the open book decide whether one is due. */
  'backup.state': channel([bookId, z.record(z.string(), z.int().nonnegative())], BackupState),
  /** The passphrase of all backups from now on; those written before keep theirs. */
  'backup.setPassphrase': channel([bookId, Passphrase], nothing),
  /** Choose where backups go; null when nothing was chosen. */
  'backup.chooseFolder': channel([bookId], z.object({ place: z.string() }).nullable()),
  /**
   * Begin one; refused with `backup-shrunk` when there is less than in the last one, unless that was confirmed. One that
   * `moves` the desk takes its keys along, and is refused before the desk moved out.
   */
  'backup.begin': channel([bookId, BeginBackup], handle),
  'backup.part': channel([handle, z.string().min(1).max(60), part], nothing),
  /** Written, read back and compared; only then it counts. */
  'backup.finish': channel(
    [
      handle,
      z.object({ ...BookFacts.shape, stores: z.array(StoreSummary.pick({ store: true, rows: true })) }),
    ],
    BackupEntry,
  ),
  'backup.abort': channel([handle], nothing),
  /** Look at every checksum of one backup again. */
  'backup.check': channel([bookId, handle], BackupEntry),
  /** Keep what a restore for practice found. */
  'backup.drilled': channel([bookId, handle, z.boolean()], nothing),

  /** One of this book's own backups, for a restore for practice. */
  'restore.openOwn': channel([bookId, handle], handle),
  /** A file that the officer chooses; null when none. */
  'restore.choose': channel(
    [],
    z.object({ handle, name: z.string(), bytes: z.int(), createdAt: z.string() }).nullable(),
  ),
  /** Read the whole file under its passphrase and say what is in it. */
  'restore.unlock': channel([handle, z.string().max(200)], BackupSummary),
  /** The next part of rows; null behind the last one, and then from the first again. */
  'restore.next': channel([handle], z.object({ store: z.string(), bytes }).nullable()),
  /** The rows lie in `database` and were compared: make it a book of this machine under this password. */
  'restore.adopt': channel(
    [handle, z.object({ database: z.string().regex(/^restored-[0-9a-f-]{36}$/), password })],
    BookEntry,
  ),
  'restore.close': channel([handle], nothing),
}
