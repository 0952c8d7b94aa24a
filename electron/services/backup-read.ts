import path from 'node:path'
import type { JournalEntry } from '#shared/protocol/engine/records'
import { BackupAbout, BackupManifest } from '#shared/backup/manifest'
import { BackupReader, FILE_KEY, sha256 } from './backup-file'
import { refuse } from './backup-words'
import { unwrapWithPassword } from './password-wrap'
import { openKey } from './sealed-key'

/** Everything of a backup but its rows, after the whole file was read and compared with its manifest. */
export type BackupContent = {
  about: BackupAbout
  manifest: BackupManifest
  sends: JournalEntry[]
  /** SHA-256 and size of the file. */
  sha256: string
  bytes: number
}

/** The key of a file by the passphrase it was written under. @throws Refusal `backup-passphrase` */
export async function fileKeyOf(reader: BackupReader, passphrase: string): Promise<Buffer> {
  const backupKey = await unwrapWithPassword(reader.header.wrap, passphrase)
  const key = backupKey && openKey(backupKey, reader.header.key, FILE_KEY)
  if (!key) throw refuse('backup-passphrase')
  return key
}

/**
 * Read a whole backup and hold each of its parts against the manifest. Memory does not grow with the file.
 * @throws Refusal as `BackupReader`; `backup-cut` when the manifest is not there, `backup-damaged` when a part is
 *   not what the manifest says
 */
export async function readBackup(file: string, key: Uint8Array): Promise<BackupContent> {
  const reader = await BackupReader.open(file)
  try {
    const texts: Record<'about' | 'sends' | 'manifest', Buffer[]> = { about: [], sends: [], manifest: [] }
    const parts = new Map<string, string[]>()
    for (let frame = await reader.next(key); frame; frame = await reader.next(key)) {
      const { head, bytes } = frame
      if (head.kind === 'rows') {
        const digests = parts.get(head.store) ?? []
        digests.push(sha256(bytes).toString('hex'))
        parts.set(head.store, digests)
      } else texts[head.kind].push(bytes)
    }
    if (texts.manifest.length === 0 || texts.about.length === 0) throw cut(file, reader)
    const manifest = BackupManifest.parse(wholeJson(texts.manifest, () => cut(file, reader)))
    const sends = wholeJson(texts.sends, () => cut(file, reader)) as JournalEntry[]
    for (const { store, parts: expected } of manifest.stores) {
      const found = parts.get(store) ?? []
      if (found.length !== expected.length || found.some((digest, i) => digest !== expected[i])) {
        throw refuse('backup-damaged', { file: path.basename(file), part: store, at: 0 })
      }
    }
    if (sends.length !== manifest.sends) throw cut(file, reader)
    const about = BackupAbout.parse(wholeJson(texts.about, () => cut(file, reader)))
    return { about, manifest, sends, sha256: reader.digest(), bytes: reader.size }
  } finally {
    await reader.close()
  }
}

const cut = (file: string, reader: BackupReader) =>
  refuse('backup-cut', { file: path.basename(file), part: reader.frames })

/** JSON that came in several frames; when the last of them is missing it does not end. */
function wholeJson(frames: readonly Buffer[], refusal: () => Error): unknown {
  try {
    return JSON.parse(Buffer.concat(frames).toString())
  } catch {
    throw refusal()
  }
}

/** Check every checksum of a file without its passphrase; its digest tells whether it is the file that was written. */
export async function checksumsOf(file: string): Promise<{ sha256: string; bytes: number }> {
  const reader = await BackupReader.open(file)
  try {
    while (await reader.next());
    return { sha256: reader.digest(), bytes: reader.size }
  } finally {
    await reader.close()
  }
}
