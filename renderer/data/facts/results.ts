import type { OrderMatch } from '#shared/matching/break'
import type { BookContext } from '../context'
import type { ResultBlock } from '../schema/stored'
import { bringUp, currentForm } from '../sealing/bodies'
import { open, seal } from '../sealing/cipher'
import { groupBy } from '../group-by'
import { blockOf, idRange, positionOf } from './fact-id'

/** Results of 对碰 lie in blocks under the ids of the order blocks they belong to, position by position. */
type ResultBody = (OrderMatch | null)[]

const blocksAtOnce = 20

/**
 * Store results, replacing those of the same orders and leaving all others. Results are derived, so the commit is
 * relaxed; a block that was written meanwhile is read again.
 */
export async function saveResults(context: BookContext, results: readonly OrderMatch[]): Promise<void> {
  const byBlock = groupBy(results, ({ order }) => blockOf(order))
  const ids = [...byBlock.keys()]
  for (let i = 0; i < ids.length; i += blocksAtOnce) {
    const part = new Map(ids.slice(i, i + blocksAtOnce).map((id) => [id, byBlock.get(id)!]))
    while (!(await writeBlocks(context, part)));
  }
  context.feed.publish({ results: results.length > 2000 ? 'many' : results.map(({ order }) => order) })
}

async function writeBlocks(
  { connections, keys }: BookContext,
  changes: ReadonlyMap<string, readonly OrderMatch[]>,
): Promise<boolean> {
  const ids = [...changes.keys()]
  const before = await connections.run('relaxed', (db) => db.table<ResultBlock>('results').bulkGet(ids))
  const after = await Promise.all(
    ids.map(async (id, i): Promise<ResultBlock> => {
      const was = before[i]
      const body = was ? await openResults(keys, was) : []
      for (const result of changes.get(id)!) body[positionOf(result.order)] = result
      const filled = Array.from(body, (result) => result ?? null)
      return {
        id,
        rev: (was?.rev ?? 0) + 1,
        ...(await seal(keys, 'results', id, currentForm('results'), filled)),
      }
    }),
  )
  return connections.run('relaxed', (db) =>
    db.transaction('rw', 'results', async (tx) => {
      const present: (ResultBlock | undefined)[] = await tx.table('results').bulkGet(ids)
      if (present.some((row, i) => (row?.rev ?? 0) !== (before[i]?.rev ?? 0))) return false
      await tx.table('results').bulkPut(after)
      return true
    }),
  )
}

async function openResults(keys: BookContext['keys'], row: ResultBlock): Promise<ResultBody> {
  return bringUp('results', row.id, row.v, await open(keys, 'results', row.id, row)) as ResultBody
}

/** Results of these orders; orders that were never matched are absent. */
export async function readResults(
  { connections, keys }: BookContext,
  orders: readonly string[],
): Promise<Map<string, OrderMatch>> {
  const ids = [...new Set(orders.map(blockOf))]
  const found = new Map<string, OrderMatch>()
  const wanted = new Set(orders)
  for (let i = 0; i < ids.length; i += blocksAtOnce) {
    const part = ids.slice(i, i + blocksAtOnce)
    const rows = await connections.run('relaxed', (db) => db.table<ResultBlock>('results').bulkGet(part))
    for (const row of rows) {
      for (const result of row ? await openResults(keys, row) : []) {
        if (result && wanted.has(result.order)) found.set(result.order, result)
      }
    }
  }
  return found
}

/** All results of the orders of one import, in chunks. */
export async function* eachResult(
  { connections, keys }: BookContext,
  importId: string,
): AsyncGenerator<OrderMatch[]> {
  for (let [after, end] = idRange(importId); ;) {
    const rows = await connections.run('relaxed', (db) =>
      db
        .table<ResultBlock>('results')
        .where('id')
        .between(after, end, false, false)
        .limit(blocksAtOnce)
        .toArray(),
    )
    if (rows.length === 0) return
    after = rows.at(-1)!.id
    const bodies = await Promise.all(rows.map((row) => openResults(keys, row)))
    yield bodies.flat().filter((result) => result !== null)
  }
}
