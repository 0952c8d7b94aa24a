import type { BatchRow } from '#shared/declaration/print/batch-table'
import { everyRow } from '../../../app/list/pages'
import { showTime } from '../../../components/time'
import type { BookPort, PageQuery, SealedRecord, Stored } from '../../../data/port'
import { stateKey } from '../lists/states'

const atOnce = 50

export type Printed = { rows: BatchRow[]; batchNo: string }
export type Query = (offset: number, limit: number) => PageQuery<'lists'>
/** Words for a key of `stateKey`. */
export type StateWords = (key: string) => string

/** Where a 清单 stands in words, the raw code beside them. */
export function stateText({ state, answer, withdrawal }: SealedRecord<'lists'>, words: StateWords): string {
  const key = stateKey({ state, withdrawal: withdrawal?.state ?? '' })
  return [words(key), answer?.code].filter(Boolean).join(' ')
}

/** When it came to stand there, as printed. */
const since = ({ answeredAt, queuedAt, list }: SealedRecord<'lists'>): string =>
  showTime(answeredAt ?? queuedAt ?? list.builtAt).slice(0, 16)

/**
 * The 清单 behind a query in its order, read in full. The batch number is what they share, several joined; '' as soon
 * as one of them was never queued, so that the whole print says so.
 */
export async function printedRows(port: BookPort, query: Query, words: StateWords): Promise<Printed> {
  const ids = (await everyRow((offset, limit) => port.page<'lists'>(query(offset, limit)))).map(
    ({ id }) => id,
  )
  const records: SealedRecord<'lists'>[] = []
  for (let i = 0; i < ids.length; i += atOnce) {
    const part = await Promise.all(ids.slice(i, i + atOnce).map((id) => port.get('lists', id)))
    records.push(
      ...part.flatMap((stored) => (stored as Stored<SealedRecord<'lists'>> | undefined)?.record ?? []),
    )
  }
  const batches = [...new Set(records.map(({ batchNo }) => batchNo ?? ''))]
  return {
    rows: records.map((record) => ({
      list: record.list,
      state: stateText(record, words),
      at: since(record),
    })),
    batchNo: batches.includes('') ? '' : batches.join('、'),
  }
}
