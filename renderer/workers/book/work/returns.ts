import { directionOfList } from '#shared/returns/case'
import { deadlinesOf } from '#shared/returns/clocks'
import { usualTransport } from '#shared/returns/documents'
import { quantitiesLeft } from '#shared/returns/quantities'
import { actsOnReturn, eventRules, returnEvents, stageOf } from '#shared/returns/routes'
import type { ReturnBook, ReturnStage } from '#shared/returns/routes'
import type { ReturnFault } from '#shared/returns/fault'
import { businessDay } from '#shared/time/shanghai'
import { businessKey } from '#shared/protocol/keys'
import { returnInstant } from '#shared/protocol/receipts'
import { situationOf } from '#shared/protocol/situations'
import { readHistories } from '../../../data/engine/dossier'
import { DataRefusal } from '../../../data/errors/refusal'
import type { ReturnChoice, ReturnSheet, ReturnView, SealedRecord, Stored } from '../../../data/port'
import { eachRecord, getRecord, recordReader } from '../../../data/read/records'
import { command } from '../../../data/write/command'
import { Draft } from '../../../data/write/draft'
import { historiesOf, viewOfList } from '../../declaration/histories'
import { faultsOf, readReturnOf, takenBy } from '../../returns/build'
import type { ReturnOf } from '../../returns/build'
import type { BookSession } from '../session'
import { faultsOfReplacement, replacementSheet } from './replacements'

type StoredList = Stored<SealedRecord<'lists'>>

const readOf = ({ book }: BookSession, list: string): Promise<ReturnOf> =>
  readReturnOf(new Draft(book.context.keys, recordReader(book.context)), list)

/** What is known of a 清单 when something comes back of it. */
export async function returnSheet(session: BookSession, id: string): Promise<ReturnSheet> {
  return sheetOf(session, await readOf(session, id))
}

/** The same of the 清单 that a case belongs to. */
export async function sheetOfReturn(session: BookSession, id: string): Promise<ReturnSheet> {
  const found = await getRecord(session.book.context, 'returns', id)
  if (!found) throw new DataRefusal('missing', { table: 'returns', id })
  return returnSheet(session, found.record.list)
}

async function sheetOf(session: BookSession, of: ReturnOf): Promise<ReturnSheet> {
  const { list, earlier } = of
  const { inventory } = list.record.list.documents
  const direction = directionOfList(inventory)
  const mode = inventory.head['tradeMode'] ?? list.record.list.tradeMode
  const exportedOn = exportDay(session, list)
  const stage = await stageNow(session, list, direction, exportedOn !== '')
  const left = quantitiesLeft(inventory.lines ?? [], takenBy(earlier))
  const replacement = direction === 'export' ? await replacementSheet(session, of) : undefined
  return {
    list: list.id,
    copNo: list.record.list.copNo,
    invtNo: list.record.list.invtNo ?? '',
    orderNo: list.record.list.orderNo,
    direction,
    mode,
    stage,
    acts: Object.fromEntries(
      returnEvents.map((event) => [event, actsOnReturn(event, stage, { direction, mode })]),
    ) as ReturnSheet['acts'],
    releasedOn: await releaseDay(session, list, direction),
    exportedOn: direction === 'export' ? exportedOn || ieDay(list) : '',
    lines: left.map((line, at) => {
      const { itemNo = '', gname = '', unit = '' } = inventory.lines?.[at] ?? {}
      return { ...line, itemNo, gname, unit }
    }),
    transport: usualTransport(inventory),
    ...(replacement && { replacement }),
  }
}

async function stageNow(
  { book, projection }: BookSession,
  list: StoredList,
  direction: 'export' | 'import',
  departed: boolean,
): Promise<ReturnStage> {
  if (list.record.state === 'void') return 'void'
  const view = viewOfList(list.record, await historiesOf(book, [list]))
  if (!view) return 'undeclared'
  const held = projection.summary.applicationOf(list.id)
  const summary =
    held && held.state !== 'draft' && held.state !== 'refused' ? ('applied' as const) : undefined
  return stageOf(situationOf({ ...view, ...(summary && { summary }) }), direction, departed)
}

/** The day the goods left, as the carrier told it; '' while nobody ticked it. */
function exportDay({ projection }: BookSession, { id, record }: StoredList): string {
  const told = projection.overlay(id, 'told')?.ticks['CEB509']
  const left = told ?? projection.parcels.departureOf(record.list.logisticsNo)?.departure.left
  return left ? businessDay(left.at) : ''
}

/** 进出口日期 of the 清单, until a departure is known. */
function ieDay({ record }: StoredList): string {
  const text = record.list.documents.inventory.head['ieDate'] ?? ''
  return /^\d{8}$/.test(text) ? text.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3') : ''
}

/** The day of 放行 (800), else of 结关 (899), by the receipts of the 清单. */
async function releaseDay(
  { book }: BookSession,
  { record }: StoredList,
  direction: 'export' | 'import',
): Promise<string> {
  const message = direction === 'export' ? 'CEB603' : 'CEB621'
  const key = businessKey(message, record.list.documents.inventory.head)
  if (!key) return ''
  const [history] = await readHistories(book.context, [{ message, businessKey: key }])
  const at = (code: string) => history?.facts.find(({ status }) => status === code)?.time
  const instant = returnInstant(at('800') ?? at('899') ?? '')
  return instant ? businessDay(instant) : ''
}

export async function checkReturn(session: BookSession, choice: ReturnChoice): Promise<ReturnFault[]> {
  const of = await readOf(session, choice.list)
  const found = faultsOf(choice, of, await sheetOf(session, of), session.book.context.now())
  return [...found, ...(await faultsOfReplacement(session, choice, of.list))]
}

/** Every case, newest first. */
export async function returnViews({ book }: BookSession): Promise<ReturnView[]> {
  const today = businessDay(book.context.now())
  const views: ReturnView[] = []
  for await (const chunk of eachRecord(book.context, 'returns')) {
    views.push(...chunk.map((stored) => viewOf(stored, today)))
  }
  return views.sort((a, b) => (a.copNo < b.copNo ? 1 : -1))
}

function viewOf({ id, rev, record }: Stored<SealedRecord<'returns'>>, today: string): ReturnView {
  const { documents: _documents, ...rest } = record
  const running = record.act === 'return' && record.state !== 'accepted' && record.state !== 'void'
  const open =
    record.state === 'void'
      ? []
      : eventRules[record.event].consequences
          .map(({ book }) => book)
          .filter((book) => record.settled[book] === undefined)
  return { ...rest, id, rev, deadlines: running ? deadlinesOf(record, today) : [], open }
}

async function change(
  { book, who }: BookSession,
  name: string,
  id: string,
  note: string,
  apply: (record: SealedRecord<'returns'>, at: string) => SealedRecord<'returns'>,
): Promise<void> {
  const { context } = book
  await command(context, name, who, note, async (draft) => {
    const found = await draft.get('returns', id)
    if (!found) throw new DataRefusal('missing', { table: 'returns', id })
    await draft.put('returns', apply(found.record, context.now()))
  })
}

/** What a return means for another book was settled there, by a person. */
export const settleReturn = (session: BookSession, id: string, book: ReturnBook, note: string) =>
  change(session, 'return.settle', id, note, (record, at) => ({
    ...record,
    settled: { ...record.settled, [book]: { who: session.who, at, ...(note && { note }) } },
  }))

/** 215 理货, told by the site. */
export const tallyReturn = (session: BookSession, id: string, note: string) =>
  change(session, 'return.tally', id, note, (record, at) => ({
    ...record,
    tallied: { how: 'ticked', who: session.who, at, ...(note && { note }) },
  }))
