import type { ReceiptPage, ServiceReceipt } from '#shared/protocol/api'
import type { ActiveFaults } from '../faults/switch'
import { ServiceError } from '../service-error'
import { receiptIdAt, receiptsAfter, receiptsBefore, type StoredReceipt } from '../store/receipts'
import type { Database } from '../store/sql'

/** The place behind one receipt. Its id is in the cursor so that a service restored to an older state notices. */
type Cursor = { seq: number; id: string }

const START: Cursor = { seq: 0, id: '' }
const DEFAULT_REPEATS = 5

const encodeCursor = ({ seq, id }: Cursor) => (seq === 0 ? '' : `${seq}.${id}`)

function decodeCursor(text: string | undefined): Cursor {
  if (!text) return START
  const [, seq, id] = /^(\d{1,15})\.([0-9A-F-]{36})$/.exec(text) ?? []
  if (seq === undefined || id === undefined) throw new ServiceError('bad-request', { detail: 'cursor' })
  return { seq: Number(seq), id }
}

/** False for a cursor of a state that is no longer here. */
async function isStanding(db: Database, enterprise: string, { seq, id }: Cursor): Promise<boolean> {
  return seq === 0 || (await receiptIdAt(db, enterprise, seq)) === id
}

const published = ({ seq, id, message, issuedAt, xml }: StoredReceipt): ServiceReceipt => ({
  seq,
  id,
  message,
  receivedAt: new Date(issuedAt).toISOString(),
  xml,
})

/**
 * One page of receipts after a cursor. Faults may repeat or reorder what it holds; the cursor stays right all the same.
 * @throws ServiceError for a text that never was a cursor
 */
export async function receiptPage(
  db: Database,
  enterprise: string,
  wanted: { cursor?: string; limit: number },
  faults: ActiveFaults,
): Promise<ReceiptPage> {
  const known = decodeCursor(wanted.cursor)
  // From the start again then: known receipts are told by their id, none is lost.
  const restarted = !(await isStanding(db, enterprise, known))
  const cursor = restarted ? START : known
  const found = await receiptsAfter(db, enterprise, cursor.seq, wanted.limit + 1)
  const page = found.slice(0, wanted.limit)
  const receipts = page.map(published)
  if (faults.has('duplicate')) {
    const older = await receiptsBefore(db, enterprise, cursor.seq, faults.get('duplicate') ?? DEFAULT_REPEATS)
    receipts.push(...page.map(published), ...older.map(published))
  }
  if (faults.has('reorder')) receipts.reverse()
  return {
    receipts,
    cursor: encodeCursor(page.at(-1) ?? cursor),
    more: found.length > page.length,
    restarted,
  }
}
