import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import type { JournalEntry } from '#shared/protocol/engine/records'
import { SendJournal as JournalFile } from '../single-window/journal'
import type { SendJournal } from './exchange'
import type { KeyStore } from './key-store'

type Sealing = Pick<KeyStore, 'seal' | 'open'>

/**
 * The send journal of each book as one file, opened when the book first exchanges anything. The account names the
 * enterprise, so it is sealed by the machine; `sealing` is asked for when it is first needed, once the key store is
 * ready.
 */
export function createSendJournals(
  directory: string,
  sealing: () => Sealing,
): SendJournal & {
  /** Take over entries of another installation or a backup; gives the number that were new. */
  merge(bookId: string, entries: readonly JournalEntry[]): Promise<number>
  close(): Promise<void>
} {
  const open = new Map<string, Promise<JournalFile>>()

  function journalOf(bookId: string): Promise<JournalFile> {
    const known = open.get(bookId)
    if (known) return known
    const opening = mkdir(directory, { recursive: true }).then(() =>
      JournalFile.open(path.join(directory, `${bookId}.journal`)),
    )
    open.set(bookId, opening)
    // A disk that is full now may have room later.
    opening.catch(() => open.delete(bookId))
    return opening
  }

  return {
    append: async (bookId, entry) =>
      (await journalOf(bookId)).append({ ...entry, account: sealing().seal(entry.account) }),
    entries: async (bookId) =>
      (await (await journalOf(bookId)).entries()).map((entry) => ({
        ...entry,
        account: accountOf(sealing(), entry.account),
      })),
    merge: async (bookId, entries) =>
      (await journalOf(bookId)).merge(
        entries.map((entry) => ({ ...entry, account: sealing().seal(entry.account) })),
      ),
    async close() {
      const all = await Promise.allSettled(open.values())
      await Promise.all(all.map((one) => (one.status === 'fulfilled' ? one.value.close() : undefined)))
    },
  }
}

/** What another machine sealed belongs to no account of this one; that the batch was sent is known all the same. */
function accountOf(sealing: Sealing, sealed: string): string {
  try {
    return sealing.open(sealed)
  } catch {
    return ''
  }
}
