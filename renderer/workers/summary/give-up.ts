import { businessKey } from '#shared/protocol/keys'
import { returnMessage } from '#shared/returns/case'
import type { Book } from '../../data/book'
import { readHistories } from '../../data/engine/dossier'
import { BookStore } from '../../data/engine/store'
import { DataRefusal } from '../../data/errors/refusal'
import type { SealedRecord } from '../../data/port'
import { allRecords, getRecord } from '../../data/read/records'
import { command } from '../../data/write/command'
import { accountFor } from '../engine/account'
import type { PartsTable } from '../declaration/parts-queue'

const messageOf = (table: PartsTable, record: SealedRecord<PartsTable>): string => {
  if ('direction' in record) return returnMessage(record)
  return table === 'applications' ? 'CEB701' : 'CEB607'
}
const actNames: Readonly<Record<PartsTable, string>> = {
  applications: 'summary.void',
  departures: 'departure.void',
  returns: 'return.void',
}

/** Take every part out of the queue; refused when one has left, because customs is to see all or nothing. */
export async function takeBackParts(
  book: Book,
  who: string,
  table: PartsTable,
  id: string,
  why: string,
): Promise<void> {
  const { context } = book
  const [enterprise] = await allRecords(context, 'enterprise')
  if (!enterprise) throw new DataRefusal('no-enterprise')
  const record = await recordOf(book, table, id)
  const message = messageOf(table, record)
  const documents = record.documents.map(({ head }) => ({
    message,
    businessKey: businessKey(message, head)!,
  }))
  const histories = await readHistories(context, documents)
  const waiting = histories.flatMap(({ last }) => last ?? [])
  const left = waiting.some(({ stage }) => stage !== 'queued' && stage !== 'waiting')
  if (waiting.length === 0 || left) throw new DataRefusal('parts-left', { copNo: record.copNo })
  const store = new BookStore(context, accountFor(enterprise.record))
  // The first part last: customs takes no part without it.
  for (const { id: submission } of [...waiting].reverse()) {
    if (!(await store.cancel(submission, context.now(), who, why))) {
      throw new DataRefusal('parts-left', { copNo: record.copNo })
    }
  }
}

/** Give up what customs does not hold; what it named is free again, its number is not used twice. */
export async function voidParts(
  book: Book,
  who: string,
  table: PartsTable,
  id: string,
  why: string,
): Promise<void> {
  await command(book.context, actNames[table], who, why, async (draft) => {
    const found = await draft.get(table, id)
    if (!found) throw new DataRefusal('missing', { table, id })
    const { state, copNo } = found.record
    if (state !== 'draft' && state !== 'refused' && state !== 'noted')
      throw new DataRefusal('summary-stands', { copNo })
    await draft.put(table, { ...found.record, state: 'void' } as never, id)
  })
}

async function recordOf({ context }: Book, table: PartsTable, id: string): Promise<SealedRecord<PartsTable>> {
  const found = await getRecord(context, table, id)
  if (!found) throw new DataRefusal('missing', { table, id })
  return found.record
}
