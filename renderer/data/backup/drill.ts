import { rowsOf } from '#shared/backup/manifest'
import type { BackupSummary } from '#shared/ipc/backup'
import { Book } from '../book'
import type { DrillReport, RestoreLink, RowProgress } from '../port'
import type { BookKeys } from '../sealing/keys'
import { verifyJournal } from '../write/verify'
import { holdRestored, removeRestored, restoreInto } from './restore'

/**
 * Restore for practice: everything a real restore does but making a book of it. The rows go into a database of their
 * own, are compared by count and digest, the journal is walked with the keys of the open book, and it is removed again.
 */
export function drill(
  keys: BookKeys,
  link: RestoreLink,
  summary: BackupSummary,
  progress: (p: RowProgress) => void = () => undefined,
): Promise<DrillReport> {
  const { schema, stores, keyId } = summary
  const total = rowsOf(stores)
  return holdRestored(async (database) => {
    const source = { schema, stores, next: () => link.next() }
    const differences = await restoreInto(database, source, (done) => progress({ done, total }))
    const isSame = differences.length === 0
    const journal = isSame && keyId === keys.kid ? await walkJournal(database, keys) : undefined
    await removeRestored(database)
    return {
      isGood: isSame && journal?.ok !== false,
      stores: stores.length,
      rows: total,
      parts: stores.reduce((sum, { parts }) => sum + parts.length, 0),
      differences,
      ...(journal && { journal }),
    }
  })
}

/** Its counters belong to no sentinel: a drill raises nothing. */
async function walkJournal(database: string, keys: BookKeys) {
  const sentinel = { read: async () => ({}), advance: async () => undefined }
  const book = await Book.open({ database, keys, sentinel })
  try {
    return await verifyJournal(book.context)
  } finally {
    await book.close()
  }
}
