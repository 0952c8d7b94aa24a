import type { Transaction } from 'dexie'

/** How many records a table holds, kept in the transaction that changes them: bulk tables are never counted. */
export type Counters = Record<string, number>

/** Counters that only ever grow; main keeps their highest values outside IndexedDB. */
export const watchedCounters = ['journal', 'facts', 'lists', 'outbox', 'receipts'] as const
export type WatchedCounter = (typeof watchedCounters)[number]
const ever = (name: WatchedCounter) => `ever:${name}`

/** Change counters inside a transaction that includes the table `counters`. */
export async function bump(tx: Transaction, deltas: Counters): Promise<void> {
  const names = Object.keys(deltas).filter((name) => deltas[name] !== 0)
  const rows: ({ n: number } | undefined)[] = await tx.table('counters').bulkGet(names)
  await tx
    .table('counters')
    .bulkPut(names.map((name, i) => ({ name, n: (rows[i]?.n ?? 0) + (deltas[name] ?? 0) })))
}

export async function bumpWatched(tx: Transaction, deltas: Partial<Record<WatchedCounter, number>>) {
  const named = Object.entries(deltas).map(([name, n]) => [ever(name as WatchedCounter), n])
  await bump(tx, Object.fromEntries(named) as Counters)
}

/** The watched counters as they stand in the database. */
export async function readWatched(tx: Transaction): Promise<Record<string, number>> {
  const rows: ({ n: number } | undefined)[] = await tx.table('counters').bulkGet(watchedCounters.map(ever))
  return Object.fromEntries(watchedCounters.map((name, i) => [name, rows[i]?.n ?? 0]))
}
