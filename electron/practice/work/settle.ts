import { isListMessage } from '#shared/declaration/dossier-messages'
import { caseFile, type CaseFile } from '../desks/case-file'
import { settleCase, standsAlone } from '../desks/customs'
import { isReturn } from '../desks/filed'
import type { Filed } from '../desks/filed-document'
import type { Timings } from '../desks/step'
import type { Host } from '../host'
import {
  dueDocuments,
  identity,
  isAnyDue,
  linkedDocuments,
  loadContents,
  saveStates,
} from '../store/documents'
import { lockEnterprise } from '../store/enterprises'
import type { Database, Sql } from '../store/sql'
import { receiptRow, recordDecisions } from './record'
import { appendReceipts } from '../store/receipts'
import { unaskedMessages } from '../desks/receipt'

/** Documents looked at in one transaction, and transactions per request: a request never works without an end. */
const CHUNK = 1_000
const CHUNKS = 50

/**
 * Documents with everything that is linked to them, however far: an order leads to its 清单, and only the 清单 to the
 * waybill without which it cannot be decided. What names its 清单 line by line is read in full first.
 */
async function completeFile(sql: Sql, enterprise: string, due: readonly Filed[]): Promise<Filed[]> {
  const known = new Map(due.map((one) => [identity(one), one]))
  for (let fresh = due.filter((one) => !standsAlone(one)); fresh.length > 0;) {
    await loadContents(sql, enterprise, fresh.filter(namesLists))
    const linked = await linkedDocuments(sql, enterprise, fresh)
    fresh = linked.filter((one) => !known.has(identity(one)))
    for (const one of fresh) known.set(identity(one), one)
  }
  return [...known.values()]
}

const namesLists = ({ message }: Filed) => message === 'CEB607' || message === 'CEB701' || isReturn(message)

/**
 * Lists that may be examined now, with the orders and waybills they are compared with, and lists that are summarised or
 * returned: only they are read as a whole.
 */
function underExamination(documents: readonly Filed[], file: CaseFile): Filed[] {
  const lists = documents.filter(
    ({ message, status }) => isListMessage(message) && (status === '2' || status === '3'),
  )
  const compared = lists.flatMap((list) => [
    list,
    ...file.ofOrder(list.orderKey),
    ...file.ofWaybill(list.waybillKey),
  ])
  const summarised = documents
    .filter(({ message }) => message === 'CEB701')
    .flatMap(({ content }) => content.lines ?? [])
    .flatMap(({ invtNo }) => file.listByInvtNo(invtNo) ?? [])
  const returned = documents
    .filter(({ message }) => isReturn(message))
    .flatMap(({ content }) => file.listByInvtNo(content.head.invtNo) ?? [])
  // A tax bill is made of the lines of the import list when that is released.
  const taxed = documents.filter(({ message }) => message === 'CEB621')
  return [...new Set([...compared, ...summarised, ...returned, ...taxed])]
}

/** Work off one chunk inside a transaction that holds the enterprise. @returns whether more may be due */
async function settleChunk(
  sql: Sql,
  enterprise: string,
  now: number,
  timings: Timings,
  host: Host,
): Promise<boolean> {
  const due = await dueDocuments(sql, enterprise, now, CHUNK)
  if (due.length === 0) return false
  const documents = await completeFile(sql, enterprise, due)
  const file = caseFile(documents)
  await loadContents(sql, enterprise, underExamination(documents, file))
  const { decisions, changed, results } = settleCase(file, now, timings)
  // A reader that pages by updated_at must not miss what was due long ago and is only worked off now.
  for (const document of changed) document.updatedAt = now
  await saveStates(sql, enterprise, [...changed])
  await recordDecisions(sql, enterprise, decisions, host)
  const unasked = results.flatMap((told) =>
    unaskedMessages(told, host.guid).map((message) => receiptRow(message, told.at, host)),
  )
  if (unasked.length > 0) await appendReceipts(sql, enterprise, unasked)
  return due.length === CHUNK
}

/**
 * Bring the documents of one enterprise up to `now`. There is no timer: time passes when somebody asks, so processes
 * hold nothing in memory, may be killed at any moment, and any of them may answer the next request.
 */
export async function settle(
  db: Database,
  enterprise: string,
  now: number,
  timings: Timings,
  host: Host,
): Promise<void> {
  // Most questions find nothing to do, and need no lock to see it.
  if (!(await isAnyDue(db, enterprise, now))) return
  for (let chunk = 0; chunk < CHUNKS; chunk += 1) {
    const more = await db.transaction(async (sql) => {
      await lockEnterprise(sql, enterprise, now)
      return settleChunk(sql, enterprise, now, timings, host)
    })
    if (!more) return
  }
}
