import { READER_VERSION, type ReceiptFact } from '#shared/protocol/receipts'
import type { BookContext } from '../context'
import { receiptColumns, type ReceiptColumns } from './receipt-columns'
import { openAll, type ReceiptRow } from './rows'

/** Receipts opened at once. */
const chunk = 1000
const key = 'receipts columns'
type Progress = { key: string; version: number; after?: string }

/**
 * Put the clear columns right of receipts that an older version stored, or that were read by older tables. Once for each
 * version of the reading: it goes on where it was cut off, and a row that was written anew meanwhile is right already.
 * Not journalled: nothing that anybody said or did changes.
 */
export async function indexReceipts({ connections, keys }: BookContext): Promise<void> {
  for (;;) {
    const progress = await connections.run('strict', (db) => db.table<Progress>('meta').get(key))
    const isBegun = progress?.version === READER_VERSION
    if (isBegun && progress.after === undefined) return
    const from = isBegun ? progress.after! : ''
    const rows = await connections.run('strict', (db) =>
      db.table<ReceiptRow>('receipts').where('id').above(from).limit(chunk).toArray(),
    )
    const facts = await openAll<ReceiptFact>(keys, 'receipts', rows)
    const right = new Map(facts.map((fact) => [fact.id, receiptColumns(fact)]))
    const wrong = rows.filter((row) => !isRight(row, right.get(row.id)!))
    const after = rows.length < chunk ? undefined : rows.at(-1)!.id
    await connections.run('strict', (db) =>
      db.transaction('rw', ['meta', 'receipts'], async (tx) => {
        const now: (ReceiptRow | undefined)[] = await tx.table('receipts').bulkGet(wrong.map(({ id }) => id))
        const still = wrong.filter((row, i) => sameBody(row, now[i]))
        await tx.table('receipts').bulkPut(still.map((row) => withColumns(row, right.get(row.id)!)))
        await tx.table('meta').put({ key, version: READER_VERSION, ...(after !== undefined && { after }) })
      }),
    )
  }
}

const isRight = (row: ReceiptRow, { seq, refused, unknown }: ReceiptColumns) =>
  row.seq === seq && row.refused === refused && row.unknown === unknown

const sameBody = ({ body }: ReceiptRow, other: ReceiptRow | undefined) =>
  other?.body.length === body.length && body.every((byte, i) => other.body[i] === byte)

function withColumns(row: ReceiptRow, columns: ReceiptColumns): ReceiptRow {
  const { seq: _seq, refused: _refused, unknown: _unknown, ...rest } = row
  return { ...rest, ...columns }
}
