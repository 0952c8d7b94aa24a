import type { BookContext } from '../context'
import { idRange } from '../facts/fact-id'
import { keyedId } from '../sealing/blind'
import { purgePart } from '../write/purge'
import { removeImport } from './end'

/**
 * Destroy what one file brought, with all that was laid over it and what is known of the file itself. Refused as `removeImport`
 * is where a record still rests on it. Cut off half way the import counts no more and its rows go at the next opening.
 * @param orders ids of its orders, for what was matched by hand
 */
export async function destroyImport(
  context: BookContext,
  who: string,
  why: string,
  importId: string,
  orders: readonly string[],
  about: Record<string, string | number>,
): Promise<void> {
  await removeImport(context, who, importId, why, 'undone', 'system.purge-import')
  const { connections, keys } = context
  const [from, to] = idRange(importId)
  const overlays = (await connections.run('strict', (db) =>
    db.transaction('rw', 'overlays', 'replaced', async (tx) => {
      await tx.table('replaced').where('id').between(from, to).delete()
      return tx.table('overlays').where('fact').between(from, to).primaryKeys()
    }),
  )) as string[]
  const matches = await Promise.all(orders.map((order) => keyedId(keys, 'matches', [order])))
  const records = [
    { table: 'imports' as const, id: importId },
    ...overlays.map((id) => ({ table: 'overlays' as const, id })),
    ...matches.map((id) => ({ table: 'matches' as const, id })),
  ]
  await purgePart(context, who, why, { records, dossiers: [], about })
}
