import type { Break } from '#shared/matching/break'
import type { BookContext } from '../context'
import type { ResultBlock } from '../schema/stored'
import { bringUp, currentForm } from '../sealing/bodies'
import { open, seal } from '../sealing/cipher'
import { blockId, idRange } from './fact-id'

/** A payment or waybill that no order claims; `fact` is its id. */
export type Orphan = Break & { fact: string }

/** Import ids have twelve characters, so these blocks lie beside those of every import. */
const place = 'orphans'
const perBlock = 500

/** Replace all orphans by those of the present run. They are derived, so the commit is relaxed. */
export async function saveOrphans(
  { connections, keys, feed }: BookContext,
  orphans: readonly Orphan[],
): Promise<void> {
  const blocks: ResultBlock[] = []
  for (let i = 0; i < orphans.length; i += perBlock) {
    const id = blockId(place, i / perBlock)
    const sealed = await seal(keys, 'results', id, currentForm('results'), orphans.slice(i, i + perBlock))
    blocks.push({ id, rev: 1, ...sealed })
  }
  const [from, to] = idRange(place)
  await connections.run('relaxed', (db) =>
    db.transaction('rw', 'results', async (tx) => {
      await tx.table('results').where('id').between(from, to, false, false).delete()
      await tx.table('results').bulkPut(blocks)
    }),
  )
  feed.publish({ orphans: 'many' })
}

export async function readOrphans({ connections, keys }: BookContext): Promise<Orphan[]> {
  const [from, to] = idRange(place)
  const rows = await connections.run('relaxed', (db) =>
    db.table<ResultBlock>('results').where('id').between(from, to, false, false).toArray(),
  )
  const bodies = await Promise.all(
    rows.map(async (row) => bringUp('results', row.id, row.v, await open(keys, 'results', row.id, row))),
  )
  return bodies.flat() as Orphan[]
}
