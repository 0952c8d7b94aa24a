import type { FilingKind } from '#shared/protocol/api'
import { filingMessage } from '#shared/protocol/dependencies'
import type { FiledAttempt } from '#shared/filing/attempts'
import { readHistories, readQueued } from '../../data/engine/dossier'
import type { FilingStore } from './store'

/** Keys whose histories are read at once: the slice of the store they lie in is held in memory. */
const atOnce = 500

/** Every attempt at these filings, first to last, with what was filed. Keys that were never filed are absent. */
export async function attemptsOf(
  { context }: FilingStore,
  kind: FilingKind,
  keys: readonly string[],
): Promise<Map<string, FiledAttempt[]>> {
  const message = filingMessage(kind)
  const found = new Map<string, FiledAttempt[]>()
  for (let at = 0; at < keys.length; at += atOnce) {
    const part = keys.slice(at, at + atOnce).map((businessKey) => ({ message, businessKey }))
    const histories = await readHistories(context, part)
    const ids = histories.flatMap(({ attempts }) => attempts.map(({ id }) => id))
    const documents = await readQueued(context, ids)
    for (const { businessKey, attempts } of histories) {
      const own = attempts
        .filter(({ stage }) => stage !== 'cancelled')
        .sort((a, b) => a.attempt - b.attempt)
        .map((one) => ({ ...one, document: documents.get(one.id) ?? { head: {} } }))
      if (own.length > 0) found.set(businessKey, own)
    }
  }
  return found
}
