import type { BatchHead, SubmissionHead } from '#shared/protocol/engine/records'
import type { BookContext } from '../context'
import { openAll } from './rows'
import type { BatchRow, OutboxRow } from './rows'
import { readPlain, rowsBy } from '../connection/lookup'

/** Every batch of the book, newest first. Batches are few: one holds a hundred documents or more. */
export async function readBatches({ connections, keys }: BookContext): Promise<BatchHead[]> {
  const rows = await connections.run('strict', (db) => db.table<BatchRow>('batches').toArray())
  const heads = await openAll<BatchHead>(keys, 'batches', rows)
  return heads.sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1))
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

/** Every submission of the book, in chunks. */
export async function* eachSubmission(
  { connections, keys }: BookContext,
  chunk = 500,
): AsyncGenerator<SubmissionHead[]> {
  for (let after = ''; ;) {
    const rows = await connections.run('strict', (db) =>
      db.table<OutboxRow>('outbox').where('id').above(after).limit(chunk).toArray(),
    )
    if (rows.length === 0) return
    after = rows.at(-1)!.id
    yield await openAll<SubmissionHead>(keys, 'outbox', rows)
  }
}
