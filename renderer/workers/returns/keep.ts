import { returnMessage } from '#shared/returns/case'
import type { ReturnCase } from '#shared/returns/case'
import type { ReplacementLink } from '#shared/returns/replacement'
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
import { caseOf, choiceAsKept, faultsOf, readReturnOf, withDocument } from './build'
import type { ReturnOf } from './build'

/** `replacement`: of a 换货, its order, which is there by now. */
export type KeepReturn = {
  choice: ReturnChoice
  sheet: ReturnSheet
  send: boolean
  replacement?: ReplacementLink
}

/**
 * Write a return down. What is declared is checked in full, by the rules of returns and by those of its message; with `send` it
 * goes into the queue in the same transaction.
 */
export async function keepReturn(
  book: Book,
  who: string,
  { choice, sheet, send, replacement }: KeepReturn,
): Promise<ReturnKept> {
  refuseAct(choice, sheet)
  const sources = await loadSources(book)
  const now = book.context.now()
  const build = async (copNo: string, draft: Draft): Promise<ReturnCase> => {
    const of = await readReturnOf(draft, choice.list)
    refuseChoice(choice, of, sheet, now)
    const made = caseOf(choice, of, sheet, copNo, now, replacement)
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

/** @throws when the 清单 as it stands now does not allow the act */
function refuseAct({ event, act }: Pick<ReturnChoice, 'event' | 'act'>, sheet: ReturnSheet): void {
  if (!sheet.acts[event].includes(act))
    throw new DataRefusal('return-act', { copNo: sheet.copNo, act: returnActTexts[act].zh })
}

function refuseChoice(choice: ReturnChoice, of: ReturnOf, sheet: ReturnSheet, now: string): void {
  const fault = faultsOf(choice, of, sheet, now).find(({ severity }) => severity === 'refuse')
  if (fault) throw refusalOf(fault)
}

function refuseFaulty(record: ReturnCase, sources: Sources, now: string): void {
  const sent = record.documents.map((document) => ({ message: returnMessage(record), document }))
  const fault = firstFault(sent, sources, now)
  if (fault) throw refusalOf(fault)
}

export type SendReturn = { id: string; sheet: ReturnSheet; why: string }

/**
 * Send a return that was only written down, was taken back, or came back: same number, same goods, judged once more, as its
 * 清单 may have been withdrawn or a term may have ended meanwhile. What customs never took in is new again, what it turned down
 * goes as the zone sets it.
 */
export async function sendReturn(
  book: Book,
  who: string,
  { id, sheet, why }: SendReturn,
): Promise<ReturnKept> {
  const stored = await getRecord(book.context, 'returns', id)
  if (!stored) throw new DataRefusal('missing', { table: 'returns', id })
  const { record } = stored
  if (record.state !== 'draft' && record.state !== 'refused')
    throw new DataRefusal('summary-stands', { copNo: record.copNo })
  refuseAct(record, sheet)
  const sources = await loadSources(book)
  const now = book.context.now()
  const rejected = record.state === 'refused' && record.answer?.code === '100'
  const appType = rejected ? sources.zone.rejectedAppType : '1'
  const build = async (_copNo: string, draft: Draft): Promise<ReturnCase> => {
    const { list, earlier } = await readReturnOf(draft, record.list)
    const others = earlier.filter((one) => one.id !== id)
    refuseChoice(choiceAsKept(record), { list, earlier: others }, sheet, now)
    return withDocument(record, list, appType, now)
  }
  const { batchNo } = await queueParts(book, who, why, sources, 'return.declare', [
    { table: 'returns' as const, message: returnMessage(record), copNo: record.copNo, build },
  ])
  return { id, copNo: record.copNo, batchNo }
}
