import type { Transaction } from 'dexie'
import { CALLS_KEPT_MS, MOST_CALLS } from '#shared/protocol/engine/memory-rows'
import type { MemoryState } from '#shared/protocol/engine/memory-state'
import type { CallRecord, SubmissionHead } from '#shared/protocol/engine/records'
import type { BookContext } from '../context'
import { DataRefusal } from '../errors/refusal'
import { groupBy } from '../group-by'
import { bump } from '../schema/counters'
import type { Counters } from '../schema/counters'
import { sealBytes } from '../sealing/cipher'
import type { Extra } from '../write/commit'
import { batchRow, engineHead, engineRow, outboxRow, receiptRow, sealedRow } from './rows'
import type { Slice } from './slice'

/** What a verb made of its slice. */
export type Difference = {
  submissions: SubmissionHead[]
  dossiers: Map<string, SubmissionHead[]>
  /** Receipts that are new or read anew. */
  facts: number
  extra: Extra
}

const headOf = ({
  document: _document,
  ...head
}: MemoryState['submissions'] extends Map<string, infer S> ? S : never): SubmissionHead => head
const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

/**
 * The writes that turn the slice into what the verb left behind, ready for one transaction. That transaction checks
 * the engine's revision first, so a slice that has been overtaken changes nothing.
 */
export async function difference(
  { keys }: BookContext,
  { state: before, rev }: Slice,
  after: MemoryState,
): Promise<Difference> {
  const changed = [...after.submissions.values()].filter((one) => {
    const was = before.submissions.get(one.id)
    return !was || !same(headOf(was), headOf(one))
  })
  const added = changed.filter(({ id }) => !before.submissions.has(id))
  const batches = [...after.batches.values()].filter((batch) => !same(before.batches.get(batch.id), batch))
  const bytes = [...after.bytes].filter(([id]) => !before.bytes.has(id))
  const facts = [...after.facts.values()].filter((fact) => !same(before.facts.get(fact.id), fact))
  const newFacts = facts.filter(({ id }) => !before.facts.has(id))
  const calls = after.calls.slice(before.calls.length)
  const [engine, outboxRows, documentRows, batchRows, byteRows, receiptRows, originalRows] =
    await Promise.all([
      engineRow(keys, engineHead(after), rev + 1),
      Promise.all(changed.map((one) => outboxRow(keys, headOf(one)))),
      Promise.all(added.map(({ id, document }) => sealedRow(keys, 'documents', id, document))),
      Promise.all(batches.map((batch) => batchRow(keys, batch))),
      Promise.all(
        bytes.map(async ([id, plain]) => ({
          id,
          ...(await sealBytes(keys, 'batchBytes', id, 1, plain as Uint8Array<ArrayBuffer>)),
        })),
      ),
      Promise.all(facts.map((fact) => receiptRow(keys, fact))),
      Promise.all([...after.originals.values()].map((one) => sealedRow(keys, 'originals', one.id, one))),
    ])
  const counters = tally([
    ...changed.map(({ id, stage }) => [before.submissions.get(id)?.stage, stage] as const),
    ...batches.map(
      ({ id, stage }) => [batchCounter(before.batches.get(id)?.stage), batchCounter(stage)] as const,
    ),
  ])
  const extra: Extra = {
    tables: [
      'engine',
      'outbox',
      'documents',
      'batches',
      'batchBytes',
      'receipts',
      'originals',
      'calls',
      'counters',
    ],
    changes: {
      outbox: changed.map(({ dossier }) => dossier),
      ...(batches.length > 0 && { batches: 'many' }),
      ...(facts.length > 0 && { receipts: facts.map(({ id }) => id) }),
    },
    watched: { outbox: added.length, receipts: newFacts.length },
    async run(tx) {
      const found: { rev: number } | undefined = await tx.table('engine').get('engine')
      if ((found?.rev ?? 0) !== rev) throw overtaken(rev, found?.rev ?? 0)
      await tx.table('engine').put(engine)
      await tx.table('outbox').bulkPut(outboxRows)
      await tx.table('documents').bulkAdd(documentRows)
      await tx.table('batches').bulkPut(batchRows)
      await tx.table('batchBytes').bulkAdd(byteRows)
      await tx.table('receipts').bulkPut(receiptRows)
      await tx.table('originals').bulkPut(originalRows)
      await tx.table('calls').bulkAdd(calls)
      if (calls.length > 0) await forgetCalls(tx, calls)
      await bump(tx, counters)
    },
  }
  const touched = new Set(changed.map(({ dossier }) => dossier))
  const members = [...after.submissions.values()].map(headOf).filter(({ dossier }) => touched.has(dossier))
  return {
    submissions: changed.map(headOf),
    dossiers: groupBy(members, ({ dossier }) => dossier),
    facts: facts.length,
    extra,
  }
}

const overtaken = (expected: number, found: number) =>
  new DataRefusal('stale', { table: 'engine', id: 'engine', expected, found })
export const isOvertaken = (error: unknown): boolean =>
  error instanceof DataRefusal && error.code === 'stale' && error.params.table === 'engine'

export const batchCounter = (stage: string | undefined) => stage && `batches:${stage}`
export const stageCounter = (stage: string) => `outbox:${stage}`

function tally(moves: readonly (readonly [string | undefined, string | undefined])[]): Counters {
  const counters: Counters = {}
  const add = (name: string | undefined, n: number) => {
    if (name === undefined) return
    const key = name.startsWith('batches:') ? name : stageCounter(name)
    counters[key] = (counters[key] ?? 0) + n
  }
  for (const [from, to] of moves) {
    add(from, -1)
    add(to, 1)
  }
  return counters
}

/** Rows about requests are kept for a time, and no more than so many. */
async function forgetCalls(tx: Transaction, calls: readonly CallRecord[]): Promise<void> {
  const table = tx.table<unknown, number>('calls')
  const newest = Math.max(...calls.map(({ at }) => Date.parse(at)))
  await table
    .where('at')
    .below(new Date(newest - CALLS_KEPT_MS).toISOString())
    .delete()
  const [last] = await table.orderBy('n').reverse().limit(1).primaryKeys()
  await table
    .where('n')
    .belowOrEqual((last ?? 0) - MOST_CALLS)
    .delete()
}
