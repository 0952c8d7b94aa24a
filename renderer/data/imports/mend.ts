import type { ImportReport, RowError } from '#shared/model/import-report'
import type { BookContext } from '../context'
import { DataRefusal } from '../errors/refusal'
import { factsPerBlock, sealBlock } from '../facts/block'
import { blockId, factId, idRange } from '../facts/fact-id'
import type { FactItem, FactKind } from '../facts/kinds'
import { getRecords } from '../read/records'
import type { ErrorState, ImportRecord } from '../records'
import { bump } from '../schema/counters'
import type { BlockRow, ErrorSlim, ReplacedRow } from '../schema/stored'
import { keyedId } from '../sealing/blind'
import { command } from '../write/command'
import type { Draft } from '../write/draft'
import { putCells } from './error-block'
import { readProgress, storedOf } from './progress'

/** What came of refused rows that were tried again, or dropped. */
export type Mend = {
  importId: string
  /** Facts the rows became; a completed order replaces the one that lacked them. */
  facts: readonly FactItem[]
  /** Refused rows that are settled now: id of the row → how. */
  settled: ReadonlyMap<string, Exclude<ErrorState, 'open'>>
  /** Rows that are refused still, with the reasons of this trial. */
  refused: readonly { fact: string; cells: string[]; errors: RowError[] }[]
  report: ImportReport
}

/** What an officer laid over an order stays with it when a completed one takes its place. */
const keptAspects = ['cancelled', 'reinstated', 'class', 'mode', 'note'] as const

/**
 * Add facts to an import that has ended and settle refused rows of it: one transaction, so that a row is never both
 * refused and in the book. They belong to the import and go with it when it is undone.
 */
export async function storeMend(context: BookContext, who: string, why: string, mend: Mend): Promise<void> {
  const { importId, facts, settled, refused, report } = mend
  const found = (await getRecords(context, 'imports', [importId]))[0]
  if (found?.record.state !== 'done') throw new DataRefusal('import-over', { id: importId })
  const { kind } = found.record
  const progress = await readProgress(context, importId)
  const { blocks, replaced } = await sealFacts(context, kind as FactKind, importId, progress.blocks, facts)
  const next = {
    ...progress,
    records: progress.records + facts.length,
    replaced: progress.replaced + replaced.length,
    blocks: progress.blocks + blocks.length,
    chunk: blocks.length > 0 ? crypto.randomUUID() : progress.chunk,
  }
  await command(
    context,
    'import.mend',
    who,
    why,
    async (draft) => {
      const now = await draft.get('imports', importId)
      if (now?.record.state !== 'done') throw new DataRefusal('import-over', { id: importId })
      for (const { id, by } of replaced) await keepOverlays(context, draft, id, by)
      for (const row of refused) await putCells(context, draft, row)
      const ended: ImportRecord = {
        ...now.record,
        report,
        stored: storedOf(next),
        settled: countSettled(now.record.settled, settled),
      }
      return [await draft.put('imports', ended, importId)]
    },
    {
      group: importId,
      about: { rows: settled.size, records: facts.length },
      extra: {
        tables: ['blocks', 'replaced', 'errors', 'meta', 'counters'],
        watched: { facts: facts.length },
        changes: { facts: [importId] },
        async run(tx) {
          await tx.table('blocks').bulkAdd(blocks)
          await tx.table('replaced').bulkPut(replaced)
          await tx.table('meta').put(next)
          if (kind !== 'goods') await bump(tx, { [kind]: facts.length - replaced.length })
          const rows: (ErrorSlim | undefined)[] = await tx.table('errors').bulkGet([...settled.keys()])
          await tx
            .table('errors')
            .bulkPut(rows.flatMap((row) => (row ? [{ ...row, state: settled.get(row.id)! }] : [])))
        },
      },
    },
  )
}

async function sealFacts(
  { keys }: BookContext,
  kind: FactKind,
  importId: string,
  firstBlock: number,
  facts: readonly FactItem[],
): Promise<{ blocks: BlockRow[]; replaced: ReplacedRow[] }> {
  const blocks: BlockRow[] = []
  const replaced: ReplacedRow[] = []
  for (let at = 0; at < facts.length; at += factsPerBlock) {
    const number = firstBlock + blocks.length
    const part = facts.slice(at, at + factsPerBlock)
    part.forEach(({ replaces }, i) => {
      if (replaces) replaced.push({ id: replaces, by: factId(blockId(importId, number), i) })
    })
    blocks.push(await sealBlock(keys, kind, importId, number, part))
  }
  return { blocks, replaced }
}

async function keepOverlays({ keys }: BookContext, draft: Draft, from: string, to: string): Promise<void> {
  for (const aspect of keptAspects) {
    const overlay = await draft.get('overlays', await keyedId(keys, 'overlays', [from, aspect]))
    if (overlay) await draft.put('overlays', { ...overlay.record, fact: to })
  }
}

function countSettled(
  before: ImportRecord['settled'] = { mended: 0, dropped: 0 },
  settled: Mend['settled'],
): NonNullable<ImportRecord['settled']> {
  const count = (state: ErrorState) => [...settled.values()].filter((each) => each === state).length
  return { mended: before.mended + count('mended'), dropped: before.dropped + count('dropped') }
}

/** Refused rows of an import that are still open, without their cells; in file order. */
export async function openErrorIds({ connections }: BookContext, importId: string): Promise<string[]> {
  const [from, to] = idRange(importId)
  const rows = await connections.run('strict', (db) =>
    db.table<ErrorSlim>('errors').where('id').between(from, to).toArray(),
  )
  return rows.filter(({ state }) => state === 'open').map(({ id }) => id)
}
