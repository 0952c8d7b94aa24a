import type { Transaction } from 'dexie'
import type { BookContext } from '../context'
import type { ImportStored } from '../records'

/** Where a running import stands on disk; written in the transaction of each chunk. Clear: it holds only figures. */
export type ImportProgressRow = ImportStored & {
  key: string
  blocks: number
  errorBlocks: number
  /** Random name of the last chunk: tells a repetition of it from the chunk of another writer. */
  chunk: string
}

const keyOf = (importId: string) => `import ${importId}`
export const noProgress = (importId: string): ImportProgressRow => ({
  key: keyOf(importId),
  records: 0,
  replaced: 0,
  refused: 0,
  blocks: 0,
  errorBlocks: 0,
  chunk: '',
})

export async function readProgress(context: BookContext, importId: string): Promise<ImportProgressRow> {
  const row = await context.connections.run('relaxed', (db) => db.table('meta').get(keyOf(importId)))
  return (row as ImportProgressRow | undefined) ?? noProgress(importId)
}

export function progressIn(tx: Transaction, importId: string): PromiseLike<ImportProgressRow | undefined> {
  return tx.table('meta').get(keyOf(importId))
}

export const dropProgress = (tx: Transaction, importId: string) => tx.table('meta').delete(keyOf(importId))

export const storedOf = ({ records, replaced, refused }: ImportStored): ImportStored => ({
  records,
  replaced,
  refused,
})
