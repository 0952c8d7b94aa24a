import { decodeMessage } from '#shared/ceb/decode'
import { entryOfResult, joinEntries } from '#shared/summary/customs-entry'
import type { Original } from '#shared/protocol/engine/ports'
import type { Draft } from '../write/draft'

/**
 * What 汇总结果单 (792) among received messages tell of 报关单, to be stored in the same transaction as the receipts. They
 * answer no document, so they are joined into a record of their own: repeated or late ones change nothing.
 * @returns undefined when there is none
 */
export function resultsIn(
  originals: readonly Pick<Original, 'message' | 'xml'>[],
): ((draft: Draft) => Promise<void>) | undefined {
  const told = originals.filter(({ message }) => message === 'CEB792').flatMap(({ xml }) => read(xml))
  if (told.length === 0) return undefined
  return async (draft) => {
    for (const entry of told) {
      const known = await draft.get('customsEntries', await draft.idOf('customsEntries', entry))
      const joined = known ? joinEntries(known.record, entry) : entry
      if (JSON.stringify(joined) !== JSON.stringify(known?.record)) await draft.put('customsEntries', joined)
    }
  }
}

/** A message that cannot be read is kept as it came, like every other. */
function read(xml: string) {
  try {
    return decodeMessage(xml).message.documents.flatMap((document) => entryOfResult(document) ?? [])
  } catch {
    return []
  }
}
