import { MemoryStore } from '#shared/protocol/engine/memory-store'
import type { BatchHead, JournalEntry, SubmissionHead } from '#shared/protocol/engine/records'
import type { BookContext } from '../context'
import { open } from '../sealing/cipher'
import { openAll, stateOf } from './rows'
import type { BatchRow, EngineHead, EngineRow, OutboxRow } from './rows'
import { readPlain, rowsBy } from '../connection/lookup'

/** Every batch of the book, newest first. Batches are few: one holds a hundred documents or more. */
export async function readBatches({ connections, keys }: BookContext): Promise<BatchHead[]> {
  const rows = await connections.run('strict', (db) => db.table<BatchRow>('batches').toArray())
  const heads = await openAll<BatchHead>(keys, 'batches', rows)
  return heads.sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1))
}

/** Batches that have their answer, as the engine names them, behind one; for the account of the book. */
export async function readAnswered(
  { connections, keys }: BookContext,
  account: string,
  after: string,
  limit: number,
): Promise<string[]> {
  const raw = await connections.run('strict', (db) =>
    db.transaction('r', ['engine', 'batches'], async (tx) => {
      const engine: EngineRow | undefined = await tx.table('engine').get('engine')
      const rows: BatchRow[] = await tx.table('batches').where('stage').equals('answered').toArray()
      return { engine, rows }
    }),
  )
  const head = raw.engine && ((await open(keys, 'engine', 'engine', raw.engine)) as EngineHead)
  const state = stateOf(account, head)
  for (const batch of await openAll<BatchHead>(keys, 'batches', raw.rows)) state.batches.set(batch.id, batch)
  return new MemoryStore(state).answered(after, limit)
}

/**
 * What a send journal tells a book: `unknown` batches, and `unsent` ones, of which nothing has left as far as the book knows. No
 * content is opened for it.
 */
export async function newsIn(
  { connections }: BookContext,
  entries: readonly JournalEntry[],
): Promise<{ unknown: JournalEntry[]; unsent: JournalEntry[] }> {
  const [known, fixed] = await connections.run('strict', (db) => {
    const batches = db.table<BatchRow, string>('batches')
    return Promise.all([
      batches.toCollection().primaryKeys(),
      batches.where('stage').equals('fixed').primaryKeys(),
    ])
  })
  const [all, unsent] = [new Set(known), new Set(fixed)]
  return {
    unknown: entries.filter(({ batchId }) => !all.has(batchId)),
    unsent: entries.filter(({ batchId }) => unsent.has(batchId)),
  }
}

/** What travels in these batches. */
export async function readMembers(
  { connections, keys }: BookContext,
  batches: readonly string[],
): Promise<SubmissionHead[]> {
  const rows = await connections.run('strict', (db) =>
    readPlain(db, ['outbox'], (stores) => rowsBy<OutboxRow>(stores('outbox').index('batch'), batches)),
  )
  return openAll<SubmissionHead>(keys, 'outbox', rows)
}

/** Every submission of the book whose row is wanted, in chunks. */
export async function* eachSubmission(
  { connections, keys }: BookContext,
  isWanted: (row: OutboxRow) => boolean = () => true,
  chunk = 500,
): AsyncGenerator<SubmissionHead[]> {
  for (let after = ''; ;) {
    const rows = await connections.run('strict', (db) =>
      db.table<OutboxRow>('outbox').where('id').above(after).limit(chunk).toArray(),
    )
    if (rows.length === 0) return
    after = rows.at(-1)!.id
    yield await openAll<SubmissionHead>(keys, 'outbox', rows.filter(isWanted))
  }
}
