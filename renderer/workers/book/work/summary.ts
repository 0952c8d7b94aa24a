import { returnInstant } from '#shared/protocol/receipts'
import { businessKey } from '#shared/protocol/keys'
import { compareSummary } from '#shared/summary/compare'
import { entryIdOf, entryLines } from '#shared/model/customs-entry'
import type { CustomsEntry } from '#shared/model/customs-entry'
import type { EntryNote } from '#shared/summary/read-notes'
import { DUE_DAY, dueOf, type Due } from '#shared/summary/due'
import { groupEntries } from '#shared/summary/group'
import type { Period } from '#shared/summary/period'
import { readHistories } from '../../../data/engine/dossier'
import { DataRefusal } from '../../../data/errors/refusal'
import type {
  ApplicationView,
  CustomsEntryView,
  ListSummary,
  SealedRecord,
  Stored,
  SummaryChoice,
  SummaryPreview,
  SummaryResult,
} from '../../../data/port'
import { allRecords, getRecord, getRecords } from '../../../data/read/records'
import { knownCalendars } from '../../../data/work-calendars'
import { command } from '../../../data/write/command'
import { shown } from '../../summary/preview'
import type { Previewed, PreviewTask } from '../../summary/preview'
import { readSummaryLists } from '../../summary/read'
import type { BookSession } from '../session'
import type { MonthLists } from '../projection/summary-index'

const namesListed = 50
const differencesListed = 500
const atOnce = 500

/** Lists of a month; those an earlier version stored without the time of closing get it from their receipts first. */
export async function monthLists(session: BookSession, period: string): Promise<MonthLists> {
  await dateLists(session)
  return session.projection.summary.month(period)
}

export async function dateLists({ book, projection }: BookSession): Promise<void> {
  const { summary } = projection
  const ids = summary.undated()
  for (let i = 0; i < ids.length; i += atOnce) {
    const part = await getRecords(book.context, 'lists', ids.slice(i, i + atOnce))
    const histories = await readHistories(
      book.context,
      part.map(({ record }) => ({
        message: 'CEB603',
        businessKey: businessKey('CEB603', record.list.documents.inventory.head)!,
      })),
    )
    part.forEach(({ id }, n) => {
      const at = returnInstant(histories[n]?.last?.state.time ?? '')
      if (at) summary.date(id, at)
    })
  }
}

/** Until when months are to be summarised, by the holidays that are known in this book. */
export async function dueDays({ entry }: BookSession): Promise<(period: Period) => Due> {
  const { calendars } = await knownCalendars(entry.kind === 'practice')
  return (period) => dueOf(period, DUE_DAY, calendars)
}

export async function previewOf(
  session: BookSession,
  { period, grouping }: SummaryChoice,
  lists: MonthLists,
  work: (task: PreviewTask) => Promise<Previewed>,
): Promise<SummaryPreview> {
  const { projection } = session
  const previewed = await work({ included: lists.included, simplified: lists.simplified, grouping })
  return {
    period,
    due: (await dueDays(session))(period),
    ...previewed,
    excluded: [...lists.excluded].map(([reason, ids]) => ({
      reason,
      lists: ids.length,
      copNos: ids.slice(0, namesListed).map((id) => projection.lists.get(id)?.copNo ?? id),
    })),
  }
}

/** Every 汇总申请, newest first, each with the 报关单 that came of it. */
export async function applicationViews({ book, projection }: BookSession): Promise<ApplicationView[]> {
  const all = await allRecords(book.context, 'applications')
  return all
    .map((stored) => applicationView(stored, projection.summary.entriesOf(numbersOf(stored.record))))
    .sort((a, b) => (a.copNo < b.copNo ? 1 : -1))
}

const numbersOf = ({ lists }: SealedRecord<'applications'>) => lists.map(({ invtNo }) => invtNo)

function applicationView(
  { id, rev, record }: Stored<SealedRecord<'applications'>>,
  customs: readonly Stored<CustomsEntry>[],
): ApplicationView {
  const { lists, documents, ...rest } = record
  return { ...rest, id, rev, lists: lists.length, parts: documents.length, customs: customs.map(entryView) }
}

function entryView({ id, rev, record }: Stored<CustomsEntry>): CustomsEntryView {
  const { sumNo, declSeqNo, told, noted } = record
  const lines = entryLines(record)
  return {
    id,
    rev,
    sumNo,
    declSeqNo,
    entryId: entryIdOf(record),
    decState: told.decState?.value ?? '',
    grossWeight: told.grossWeight?.value ?? '',
    netWeight: told.netWeight?.value ?? '',
    items: new Set(lines.map(({ gseqno }) => gseqno)).size,
    lists: new Set(lines.map(({ invtNo }) => invtNo)).size,
    closedOn: noted?.closedOn ?? '',
    noted: noted?.who ?? '',
  }
}

/** Preview of an application anew against what customs made of it. */
export async function resultOf({ book, projection }: BookSession, id: string): Promise<SummaryResult> {
  const stored = await getRecord(book.context, 'applications', id)
  if (!stored) throw new DataRefusal('missing', { table: 'applications', id })
  const { copNo, lists, grouping } = stored.record
  const read = await readSummaryLists(
    book,
    lists.map((one) => one.id),
  )
  const entries = projection.summary.entriesOf(numbersOf(stored.record))
  const differences = compareSummary(
    read,
    grouping,
    entries.map(({ record }) => record),
  )
  return {
    preview: groupEntries(read, grouping).map((entry) => shown(entry, copNo)),
    differenceCount: differences.length,
    differences: differences.slice(0, differencesListed),
  }
}

/** What a person knows of a 报关单 that no message brought. */
export async function noteEntry(
  { book, who }: BookSession,
  id: string,
  { entryId, closedOn }: { entryId?: string; closedOn?: string },
): Promise<void> {
  const { context } = book
  await command(context, 'summary.note', who, '', async (draft) => {
    const found = await draft.get('customsEntries', id)
    if (!found) throw new DataRefusal('missing', { table: 'customsEntries', id })
    const noted = {
      ...found.record.noted,
      ...(entryId !== undefined && { entryId }),
      ...(closedOn !== undefined && { closedOn }),
      origin: 'typed' as const,
      who,
      at: context.now(),
    }
    await draft.put('customsEntries', { ...found.record, noted }, id)
  })
}

/** 报关单号 and 结关 of a file, noted in one act; a number is matched by 统一编号, else by 报关单号. */
export async function noteEntries(
  { book, who, projection }: BookSession,
  notes: readonly EntryNote[],
): Promise<{ noted: number; unknown: string[] }> {
  const { context } = book
  const ids = new Map<string, string>()
  for (const { id, record } of projection.summary.entries()) {
    const entryId = entryIdOf(record)
    if (entryId) ids.set(entryId, id)
    ids.set(record.declSeqNo, id)
  }
  const found = notes.map((note) => ({ note, id: ids.get(note.declSeqNo) ?? ids.get(note.entryId) }))
  const unknown = found.flatMap(({ note, id }) => (id ? [] : [note.declSeqNo || note.entryId]))
  let noted = 0
  await command(context, 'summary.note', who, '', async (draft) => {
    noted = 0
    for (const { note, id } of found) {
      const known = id && (await draft.get('customsEntries', id))
      if (!id || !known) continue
      const { entryId, closedOn } = note
      const before = known.record.noted
      if ((!entryId || before?.entryId === entryId) && (!closedOn || before?.closedOn === closedOn)) continue
      const now = {
        ...before,
        ...(entryId && { entryId }),
        ...(closedOn && { closedOn }),
        origin: 'file' as const,
        who,
        at: context.now(),
      }
      await draft.put('customsEntries', { ...known.record, noted: now }, id)
      noted += 1
    }
  })
  return { noted, unknown }
}

/** Where the lines of a 清单 went. */
export function listSummary({ projection }: BookSession, list: string): ListSummary {
  const held = projection.summary.applicationOf(list)
  const invtNo = projection.lists.get(list)?.invtNo ?? ''
  const entries = invtNo === '' ? [] : projection.summary.linesOf(invtNo)
  return {
    ...(held && { application: { copNo: held.copNo, state: held.state } }),
    entries: entries.map(({ entry, lines }) => ({
      entryId: entryIdOf(entry),
      declSeqNo: entry.declSeqNo,
      items: lines.map(({ gnum, gseqno, gcode }) => ({ gnum, gseqno, gcode })),
    })),
  }
}
