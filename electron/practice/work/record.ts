import { encodeMessage } from '#shared/ceb/encode'
import type { CebMessage } from '#shared/ceb/message'
import type { Decision } from '../desks/customs'
import { receiptMessage } from '../desks/receipt'
import type { Host } from '../host'
import { appendHistory, type HistoryEntry } from '../store/documents'
import { appendReceipts } from '../store/receipts'
import type { Sql } from '../store/sql'

/** Turn a message into a row of the receipts table. */
export function receiptRow(message: CebMessage, issuedAt: number, host: Host) {
  return { id: host.guid(), message: message.type, issuedAt, xml: encodeMessage(message) }
}

/** Keep decisions: one receipt and one line of history each. `guid` of a refused submission differs from what stands. */
export async function recordDecisions(
  sql: Sql,
  enterprise: string,
  decisions: readonly (Decision & { guid?: string })[],
  host: Host,
): Promise<void> {
  const receipts = decisions.map(({ document, at, status, info, guid = document.guid }) =>
    receiptRow(receiptMessage(document, { status, info, at, guid }, host.guid()), at, host),
  )
  const history = decisions.map(({ document, at, status, info }): HistoryEntry => {
    const { message, businessKey, attempt } = document
    return { message, businessKey, attempt, status, at, info }
  })
  await appendReceipts(sql, enterprise, receipts)
  await appendHistory(sql, enterprise, history)
}
