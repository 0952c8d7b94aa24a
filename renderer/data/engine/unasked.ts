import { decodeMessage } from '#shared/ceb/decode'
import type { CebDocument } from '#shared/model/list'
import { deliveryOf, newerDelivery } from '#shared/import-tax/delivery'
import { joinTaxBills, taxBillOf } from '#shared/import-tax/tax-bill'
import { entryOfResult, joinEntries } from '#shared/model/customs-entry'
import { unasked } from '#shared/protocol/receipts'
import type { Original } from '#shared/protocol/engine/ports'
import type { SealedRecord, SealedTable } from '../port'
import type { Draft } from '../write/draft'

type Table = Extract<SealedTable, 'customsEntries' | 'taxBills' | 'deliveries'>

/** Where what a message tells is kept, how one document is read, and what two tellings say together. */
type Telling<T extends Table> = {
  table: T
  read(document: CebDocument): SealedRecord<T> | undefined
  join(known: SealedRecord<T>, told: SealedRecord<T>): SealedRecord<T>
}
const taxes: Telling<'taxBills'> = { table: 'taxBills', read: taxBillOf, join: joinTaxBills }
const tellings: Readonly<Record<string, Telling<Table>>> = {
  CEB792: { table: 'customsEntries', read: entryOfResult, join: joinEntries } as Telling<Table>,
  CEB816: taxes as Telling<Table>,
  CEB818: taxes as Telling<Table>,
  CEB711: { table: 'deliveries', read: deliveryOf, join: newerDelivery } as Telling<Table>,
}

/**
 * What unasked messages tell, joined into records of their own: repeated or late ones change nothing.
 * @returns how many records of each table are told of
 */
export async function putUnasked(
  draft: Draft,
  messages: readonly { type: string; documents: readonly CebDocument[] }[],
): Promise<Record<Table, number>> {
  const ids: Record<Table, Set<string>> = {
    customsEntries: new Set(),
    taxBills: new Set(),
    deliveries: new Set(),
  }
  for (const { type, documents } of messages) {
    const telling = tellings[type]
    if (!telling) continue
    const { table, read, join } = telling
    for (const document of documents) {
      const told = read(document)
      if (!told) continue
      const id = await draft.idOf(table, told)
      const known = await draft.get(table, id)
      const joined = known ? join(known.record, told) : told
      if (JSON.stringify(joined) !== JSON.stringify(known?.record)) await draft.put(table, joined)
      ids[table].add(id)
    }
  }
  return {
    customsEntries: ids.customsEntries.size,
    taxBills: ids.taxBills.size,
    deliveries: ids.deliveries.size,
  }
}

/**
 * What came unasked among received messages, to be stored in the same transaction as the receipts.
 * @returns undefined when there is none
 */
export function resultsIn(
  originals: readonly Pick<Original, 'message' | 'xml'>[],
): ((draft: Draft) => Promise<void>) | undefined {
  const told = originals.filter(({ message }) => message in unasked).flatMap(({ xml }) => read(xml))
  if (told.length === 0) return undefined
  return async (draft) => void (await putUnasked(draft, told))
}

/** A message that cannot be read is kept as it came, like every other. */
function read(xml: string) {
  try {
    return [decodeMessage(xml).message]
  } catch {
    return []
  }
}
