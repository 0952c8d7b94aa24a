import { validityOf } from '#shared/evidence/validity'
import type { BookPort, EvidenceView, SealedRecord, Stored } from '../../data/port'

/** A paper as it stands on a day; undefined once it is gone, and for an authorisation, which is kept elsewhere. */
export async function paperOn(
  port: Pick<BookPort, 'get'>,
  id: string,
  on: string,
): Promise<EvidenceView | undefined> {
  const stored = (await port.get('evidence', id)) as Stored<SealedRecord<'evidence'>> | undefined
  if (!stored) return undefined
  const { rev, record: document } = stored
  return { id, rev, document, validity: validityOf(document, on) }
}
