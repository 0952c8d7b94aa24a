import { returnMessage } from '#shared/returns/case'
import type { ReturnCase } from '#shared/returns/case'
import { returnActTexts } from '#shared/returns/routes'
import type { Book } from '../../data/book'
import { DataRefusal } from '../../data/errors/refusal'
import type { ReturnChoice, ReturnKept, ReturnSheet } from '../../data/port'
import { getRecord } from '../../data/read/records'
import { command } from '../../data/write/command'
import type { Draft } from '../../data/write/draft'
import { firstFault } from '../declaration/first-fault'
import { copNumbers } from '../declaration/numbering'
import { queueParts, refusalOf } from '../declaration/parts-queue'
import { loadSources } from '../declaration/sources'
import type { Sources } from '../declaration/sources'
import { caseOf, faultsOf, readReturnOf, withDocument } from './build'

export type KeepReturn = { choice: ReturnChoice; sheet: ReturnSheet; send: boolean }

/**
 * Write a return down. What is declared is checked in full, by the rules of returns and by those of its message; with `send` it
 * goes into the queue in the same transaction.
 */
export async function keepReturn(
  book: Book,
  who: string,
  { choice, sheet, send }: KeepReturn,
): Promise<ReturnKept> {
  if (!sheet.acts[choice.event].includes(choice.act))
    throw new DataRefusal('return-act', { copNo: sheet.copNo, act: returnActTexts[choice.act].zh })
  const sources = await loadSources(book)
  const now = book.context.now()
  const build = async (copNo: string, draft: Draft): Promise<ReturnCase> => {
    const of = await readReturnOf(draft, choice.list)
    const fault = faultsOf(choice, of, sheet, now).find(({ severity }) => severity === 'refuse')
    if (fault) throw refusalOf(fault)
    const made = caseOf(choice, of, sheet, copNo, now)
    refuseFaulty(made, sources, now)
    return made
  }
  if (send && choice.act === 'return') {
    const message = sheet.direction === 'export' ? 'CEB213' : 'CEB625'
    const { copNos, batchNo } = await queueParts(book, who, choice.reason, sources, 'return.declare', [
      { table: 'returns' as const, message, copNo: undefined, build },
    ])
    return kept(copNos[0]!, batchNo)
  }
  let copNo = ''
  const done = await command(book.context, 'return.note', who, choice.reason, async (draft) => {
    const numbers = await copNumbers(book.context, draft, sources.enterprise.value)
    copNo = numbers.next()
    const id = await draft.put('returns', await build(copNo, draft))
    await numbers.keep()
    return [id]
  })
  return { ...kept(copNo, ''), id: done.ids[0] ?? '' }
}

const kept = (copNo: string, batchNo: string): ReturnKept => ({ id: '', copNo, batchNo })

function refuseFaulty(record: ReturnCase, sources: Sources, now: string): void {
  const sent = record.documents.map((document) => ({ message: returnMessage(record), document }))
  const fault = firstFault(sent, sources, now)
  if (fault) throw refusalOf(fault)
}

/**
 * Send a return that was only written down, was taken back, or came back: same number, same goods. What customs never took in is
 * new again, what it turned down goes as the zone sets it.
 */
export async function sendReturn(book: Book, who: string, id: string, why: string): Promise<ReturnKept> {
  const stored = await getRecord(book.context, 'returns', id)
  if (!stored) throw new DataRefusal('missing', { table: 'returns', id })
  const { record } = stored
  if (record.state !== 'draft' && record.state !== 'refused')
    throw new DataRefusal('summary-stands', { copNo: record.copNo })
  const list = await getRecord(book.context, 'lists', record.list)
  if (!list) throw new DataRefusal('missing', { table: 'lists', id: record.list })
  const sources = await loadSources(book)
  const rejected = record.state === 'refused' && record.answer?.code === '100'
  const appType = rejected ? sources.zone.rejectedAppType : '1'
  const { batchNo } = await queueParts(book, who, why, sources, 'return.declare', [
    {
      table: 'returns' as const,
      message: returnMessage(record),
      copNo: record.copNo,
      build: () => withDocument(record, list, appType, book.context.now()),
    },
  ])
  return { id, copNo: record.copNo, batchNo }
}
