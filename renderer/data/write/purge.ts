import type { Transaction } from 'dexie'
import type { BatchHead, Stage } from '#shared/protocol/engine/records'
import type { BookContext } from '../context'
import { readDossiers, type DossierRows } from '../engine/dossier-rows'
import { batchCounter, stageCounter } from '../engine/write'
import { DataRefusal } from '../errors/refusal'
import type { SealedTable } from '../records'
import { bump, type Counters } from '../schema/counters'
import type { JournalRow } from '../schema/stored'
import { command } from './command'
import type { Extra } from './commit'
import { PURGE, purgedRows, purgesKey } from './purged'

/** Records that go for good, and those among them whose id is the dossier of what was sent of them. */
export type PurgePart = {
  records: readonly { table: SealedTable; id: string }[]
  dossiers: readonly string[]
  about: Record<string, string | number>
}

const stripKey = 'purge-strip'
const chunk = 200
/** Attempts that are at their end. Whatever else somebody decided, nothing that may still move is destroyed. */
const ended: ReadonlySet<Stage> = new Set(['accepted', 'done', 'rejected', 'cancelled'])

/**
 * Destroy one part: the records, all that was sent of them, and all receipts about them, in one transaction with one entry of
 * the journal, which keeps which rows went and the digests they had. `strip` then takes out what the journal itself still
 * holds of them. Refused with `purge-unsent` where an attempt is not at its end.
 */
export async function purgePart(
  context: BookContext,
  who: string,
  why: string,
  part: PurgePart,
): Promise<void> {
  const sent = await readDossiers(context, part.dossiers)
  const moving = sent.heads.find(({ stage }) => !ended.has(stage))
  if (moving) throw new DataRefusal('purge-unsent', { message: moving.message, number: moving.businessKey })
  await command(
    context,
    PURGE,
    who,
    why,
    async (draft) => {
      for (const { table, id } of part.records) if (await draft.get(table, id)) await draft.delete(table, id)
    },
    { about: part.about, extra: engineRows(sent) },
  )
}

function engineRows({ heads, facts, batches }: DossierRows): Extra {
  const ids = heads.map(({ id }) => id)
  const originals = [...new Set(facts.map(({ id }) => id.slice(0, id.lastIndexOf('#'))))]
  return {
    tables: [
      'engine',
      'outbox',
      'documents',
      'receipts',
      'originals',
      'batches',
      'batchBytes',
      'counters',
      'meta',
    ],
    changes: { outbox: 'many', receipts: 'many', ...(batches.size > 0 && { batches: 'many' }) },
    async run(tx) {
      // Whoever read a slice with these rows in it reads anew.
      const engine: { rev: number } | undefined = await tx.table('engine').get('engine')
      if (engine) await tx.table('engine').update('engine', { rev: engine.rev + 1 })
      const gone = heads.reduce<Counters>((sum, { stage }) => less(sum, stageCounter(stage)), {})
      await tx.table('outbox').bulkDelete(ids)
      await tx.table('documents').bulkDelete(ids)
      await tx.table('receipts').bulkDelete(facts.map(({ id }) => id))
      await bump(tx, await dropBatches(tx, batches.values(), gone))
      await dropOriginals(tx, originals)
      const { seq } = (await tx.table('meta').get('journal')).value as { seq: number }
      const known = ((await tx.table('meta').get(purgesKey))?.value ?? []) as number[]
      await tx.table('meta').put({ key: purgesKey, value: [...known, seq] })
      await tx.table('meta').put({ key: stripKey, value: 0 })
    },
  }
}

const less = (sum: Counters, name: string | undefined): Counters =>
  name === undefined ? sum : { ...sum, [name]: (sum[name] ?? 0) - 1 }

/** A batch goes with the last of its documents; until then its bytes are the proof of the others. */
async function dropBatches(tx: Transaction, batches: Iterable<BatchHead>, gone: Counters): Promise<Counters> {
  let counters = gone
  for (const { id, stage } of batches) {
    if ((await tx.table('outbox').where('batch').equals(id).first()) !== undefined) continue
    await tx.table('batches').delete(id)
    await tx.table('batchBytes').delete(id)
    counters = less(counters, batchCounter(stage))
  }
  return counters
}

/** A received message goes with the last receipt that was read from it. */
async function dropOriginals(tx: Transaction, ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    const left = await tx.table('receipts').where('id').startsWith(`${id}#`).first()
    if (left === undefined) await tx.table('originals').delete(id)
  }
}

/**
 * Take the earlier rows of what was purged out of the journal. May be cut off at any time; taken up again at the next opening.
 * The entries stay with the digests, so the chain holds.
 */
export async function strip(context: BookContext): Promise<void> {
  const { connections } = context
  const place = async () =>
    (await connections.run('strict', (db) => db.table('meta').get(stripKey)))?.value as number | undefined
  if ((await place()) === undefined) return
  const purged = await purgedRows(context)
  const stays = (seq: number) => (one: JournalRow['before'][number]) =>
    (purged.get(`${one.table} ${one.row.id}`) ?? 0) < seq
  for (;;) {
    const after = (await place()) ?? 0
    const isDone = await connections.run('strict', (db) =>
      db.transaction('rw', 'journal', 'meta', async (tx) => {
        const journal = tx.table<JournalRow>('journal')
        const rows = await journal.where('seq').above(after).limit(chunk).toArray()
        const last = rows.at(-1)
        if (!last) {
          await tx.table('meta').delete(stripKey)
          return true
        }
        const thinner = rows
          .map((row) => ({ ...row, before: row.before.filter(stays(row.seq)) }))
          .filter(({ before }, i) => before.length < rows[i]!.before.length)
        await journal.bulkPut(thinner)
        await tx.table('meta').put({ key: stripKey, value: last.seq })
        return false
      }),
    )
    if (isDone) return
  }
}
