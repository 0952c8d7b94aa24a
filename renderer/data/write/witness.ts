import { fillText } from '#shared/model/text'
import type { BatchHead } from '#shared/protocol/engine/records'
import { readPackage } from '#shared/protocol/package'
import type { BookContext } from '../context'
import type { SealedRow } from '../engine/rows'
import { texts } from '../errors/texts'
import type { SentDigest, WitnessVerdict } from '../port'
import type { JournalRow } from '../schema/stored'
import { sha256Hex } from '../sealing/bytes'
import { open, openBytes } from '../sealing/cipher'

/**
 * The journal against what left this machine. Each batch names where the journal ended when it was fixed; its bytes are
 * what the send journal outside the database holds the digest of, and what the single window keeps. Whoever rewrites the
 * chain, even with the keys of the book, cannot rewrite those.
 */
export async function verifyWitnessed(
  context: BookContext,
  sent: readonly SentDigest[],
): Promise<WitnessVerdict> {
  const { connections, keys } = context
  const digests = new Map(sent.map(({ batchId, contentHash }) => [batchId, contentHash]))
  const ids = await connections.run('strict', (db) => db.table('batchBytes').toCollection().primaryKeys())
  let witnessed = 0
  for (const id of ids as string[]) {
    const [row, stored] = await connections.run('strict', (db) =>
      Promise.all([db.table<SealedRow>('batchBytes').get(id), db.table<SealedRow>('batches').get(id)]),
    )
    if (!row || !stored) continue
    const bytes = await openBytes(keys, 'batchBytes', id, row)
    const { createdAt } = (await open(keys, 'batches', id, stored)) as BatchHead
    const left = digests.get(id)
    if (left !== undefined && left !== (await sha256Hex(bytes))) {
      return { ok: false, text: fillText(texts['batch-witness'], { batch: id, at: createdAt }) }
    }
    const { manifest } = await readPackage(bytes, { digest: sha256Hex })
    if (!manifest.journal) continue
    const { seq, hash } = manifest.journal
    const entry = await connections.run('strict', (db) => db.table<JournalRow>('journal').get(seq))
    if ((entry?.hash ?? '') !== hash) {
      return { ok: false, text: fillText(texts['journal-witness'], { seq, batch: id, at: createdAt }) }
    }
    witnessed++
  }
  return { ok: true, batches: ids.length, witnessed }
}
