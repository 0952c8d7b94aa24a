import type { ImportReport } from '#shared/model/import-report'
import type { BookContext } from '../context'
import { DataRefusal } from '../errors/refusal'
import { idRange } from '../facts/fact-id'
import { getRecords } from '../read/records'
import type { ImportRecord, ImportState } from '../records'
import { bump } from '../schema/counters'
import type { Counters } from '../schema/counters'
import { command } from '../write/command'
import { undo } from '../write/undo'
import { listImports } from './begin'
import { dropProgress, readProgress, storedOf } from './progress'

/**
 * Close an import that came to its end: strict, so all its relaxed chunks are on disk with it. `decided` is what the
 * whole file settled about its way of writing; rows of it that are mended later are read the same way.
 */
export async function finishImport(
  context: BookContext,
  who: string,
  importId: string,
  report: ImportReport,
  header: readonly string[],
  decided: Readonly<Record<string, string>> = {},
): Promise<void> {
  const stored = storedOf(await readProgress(context, importId))
  await command(
    context,
    'import.finish',
    who,
    report.file,
    async (draft) => {
      const found = await draft.get('imports', importId)
      if (found?.record.state !== 'running') throw new DataRefusal('import-over', { id: importId })
      const ended: ImportRecord = {
        ...found.record,
        state: 'done',
        endedAt: context.now(),
        header: [...header],
        options: { ...decided, ...found.record.options },
        stored,
        report,
      }
      return [await draft.put('imports', ended, importId)]
    },
    {
      group: importId,
      about: stored,
      extra: {
        tables: [],
        run: () => Promise.resolve(),
        watched: { facts: stored.records },
        changes: { facts: [importId] },
      },
    },
  )
}

/**
 * Take out exactly what an import brought: its facts, refused rows and match results. The decision is one strict
 * transaction, from which on nothing of it counts; the rows then go in chunks, taken up again after a kill. Refused
 * while a 清单 that is not void was made from it.
 */
export async function removeImport(
  context: BookContext,
  who: string,
  importId: string,
  why: string,
  as: Extract<ImportState, 'cancelled' | 'undone'>,
  name = as === 'undone' ? 'import.undo' : 'import.cancel',
): Promise<void> {
  const found = (await getRecords(context, 'imports', [importId]))[0]
  if (!found || found.record.state === 'undone' || found.record.state === 'cancelled') return
  await refuseUsed(context, importId)
  if (found.record.kind === 'goods') await undoGoods(context, who, importId, why)
  const stored = storedOf(found.record.stored ?? (await readProgress(context, importId)))
  const counters: Counters = { errors: -stored.refused }
  if (found.record.kind !== 'goods') counters[found.record.kind] = stored.replaced - stored.records
  await command(
    context,
    name,
    who,
    why,
    async (draft) => {
      const now = await draft.get('imports', importId)
      if (!now) throw new DataRefusal('missing', { table: 'imports', id: importId })
      return [
        await draft.put('imports', { ...now.record, state: as, endedAt: context.now(), stored }, importId),
      ]
    },
    {
      group: importId,
      about: stored,
      extra: {
        tables: ['lists', ...rebateTables, ...forexTables],
        changes: { facts: [importId] },
        async run(tx) {
          const used = await tx.table('lists').where('imports').equals(importId).first()
          if (used) throw new DataRefusal('used-in-list', { lists: used.id })
          for (const table of rebateTables) {
            if (await tx.table(table).where('imports').equals(importId).first()) {
              throw new DataRefusal('used-in-claim')
            }
          }
          for (const table of forexTables) {
            if (await tx.table(table).where('imports').equals(importId).first()) {
              throw new DataRefusal('used-in-receipt')
            }
          }
          await bump(tx, counters)
        },
      },
    },
  )
  await purgeImport(context, importId)
}

/** Tables whose rows name the imports they rest on: 报关单 items and invoices that stand in a 批次. */
const rebateTables = ['rebateLines', 'rebateLinks'] as const
/** Claimed receipts and ties of movements. */
const forexTables = ['forexCredits', 'forexTies'] as const

async function refuseUsed(context: BookContext, importId: string): Promise<void> {
  const ids = await context.connections.run('strict', (db) =>
    db.table('lists').where('imports').equals(importId).limit(20).primaryKeys(),
  )
  if (ids.length === 0) return
  const lists = await getRecords(context, 'lists', ids as string[])
  throw new DataRefusal('used-in-list', { lists: lists.map(({ record }) => record.list.copNo).join(', ') })
}

/** Goods are a master, not facts: what the import changed goes back through the journal. */
async function undoGoods(context: BookContext, who: string, importId: string, why: string): Promise<void> {
  const group = goodsGroup(importId)
  const entries = await context.connections.run('strict', (db) =>
    db.table('journal').where('group').equals(group).count(),
  )
  if (entries > 0) await undo(context, who, group, why)
}
export const goodsGroup = (importId: string): string => `${importId} goods`

const blocksAtOnce = 20

/** Remove the rows of an import that no longer counts; may be cut off and called again at any time. */
export async function purgeImport({ connections }: BookContext, importId: string): Promise<void> {
  const tables = ['blocks', 'errorBlocks', 'errors', 'results']
  for (;;) {
    const left = await connections.run('relaxed', (db) =>
      db.transaction('rw', [...tables, 'meta'], async (tx) => {
        const [from, to] = idRange(importId)
        const blocks = await tx
          .table('blocks')
          .where('id')
          .between(from, to)
          .limit(blocksAtOnce)
          .primaryKeys()
        const errorBlocks = await tx
          .table('errorBlocks')
          .where('id')
          .between(from, to)
          .limit(blocksAtOnce)
          .primaryKeys()
        for (const id of errorBlocks as string[]) {
          await tx
            .table('errors')
            .where('id')
            .between(...idRange(id))
            .delete()
        }
        await tx.table('results').bulkDelete(blocks)
        await tx.table('blocks').bulkDelete(blocks)
        await tx.table('errorBlocks').bulkDelete(errorBlocks)
        if (blocks.length + errorBlocks.length === 0) await dropProgress(tx, importId)
        return blocks.length + errorBlocks.length
      }),
    )
    if (left === 0) return
  }
}

/** Finish removals that a kill cut off. */
export async function resumePurges(context: BookContext): Promise<void> {
  for (const { id, record } of await listImports(context)) {
    if (record.state === 'cancelled' || record.state === 'undone') await purgeImport(context, id)
  }
}
