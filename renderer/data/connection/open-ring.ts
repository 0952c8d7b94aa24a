import type { FormerKey } from '#shared/ipc/vault'
import { DataRefusal } from '../errors/refusal'
import type { BookKeys, Ring } from '../sealing/keys'
import { carryRing, importFormer } from '../sealing/ring'
import type { Connections } from './connections'

/** How far the pass is that brings every row under the present key; absent: none is left. */
export type Renewal = {
  /** The key before, which others may still have the book open under. */
  from: string
  table: string
  /** Primary key of the last row that was looked at; absent: the table is not begun. */
  after?: string | number
}
export const renewalKey = 'renewal'
type Known = { kid?: string; ring: FormerKey[]; renewal?: Renewal }

async function readKnown({ connections }: { connections: Connections }): Promise<Known> {
  const rows = await connections.run('strict', (db) =>
    db.table<{ value: unknown } | undefined>('meta').bulkGet(['kid', 'ring', renewalKey]),
  )
  const [kid, ring, renewal] = rows.map((row) => row?.value)
  return { kid: kid as string, ring: (ring as FormerKey[]) ?? [], renewal: renewal as Renewal }
}

/**
 * Check the keys against the book: a new one is theirs from now on, one that lies under the key before theirs begins to be
 * renewed, any other is refused with `wrong-key` and left as it is.
 * @returns the earlier keys that its rows were written with
 */
export async function openRing(connections: Connections, keys: BookKeys): Promise<Ring> {
  for (;;) {
    const known = await readKnown({ connections })
    if (known.kid === keys.kid) {
      const ring = await Promise.all(
        known.ring.map(async (one) => [one.keyId, await importFormer(keys.data, one)] as const),
      )
      return { keys: new Map(ring), renewing: known.renewal !== undefined }
    }
    const former = keys.former.find(({ keyId }) => keyId === known.kid)
    if (known.kid !== undefined && !former) {
      throw new DataRefusal('wrong-key', { found: known.kid, given: keys.kid })
    }
    const ring = former ? await carryRing(keys, former, known.ring) : []
    const rows = [
      { key: 'kid', value: keys.kid },
      { key: 'ring', value: ring },
      ...(former ? [{ key: renewalKey, value: { from: former.keyId, table: '' } }] : []),
    ]
    // Another window may have come first.
    await connections.run('strict', (db) =>
      db.transaction('rw', 'meta', async (tx) => {
        if ((await tx.table('meta').get('kid'))?.value === known.kid) await tx.table('meta').bulkPut(rows)
      }),
    )
  }
}
