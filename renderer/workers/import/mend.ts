import type { RefusedRow } from '#shared/import/api'
import { DataRows } from '#shared/import/data-rows'
import { importFile } from '#shared/import/import'
import { addMended, completeRecord, inOwnRows, mendedFile, withRefusedRows } from '#shared/import/mended-file'
import type { GroupedRecord } from '#shared/import/mended-file'
import { recordContent, recordKey } from '#shared/import/key'
import { readAsHeader } from '#shared/import/recognise'
import { isForexFile, type ImportReport } from '#shared/model/import-report'
import type { Book } from '../../data/book'
import { DataRefusal } from '../../data/errors/refusal'
import { eachFact, readFacts } from '../../data/facts/read'
import type { FactItem } from '../../data/facts/kinds'
import { readErrors } from '../../data/imports/error-block'
import { importLock } from '../../data/imports/lock'
import { openErrorIds, storeMend } from '../../data/imports/mend'
import type { ErrorView, ImportRecord, MendSummary, SentinelPort } from '../../data/port'
import { getRecords } from '../../data/read/records'
import { encodeText } from '../../data/sealing/bytes'
import { inBook } from './in-book'
import type { MarkedTask } from './in-book'
import { isGrouped, MendSink } from './mend-sink'
import { digestText } from './sink'

export type MendAct = { importId: string; why: string } & (
  { act: 'retry' } | { act: 'drop'; rows: readonly string[] }
)
export type MendTask = MarkedTask & MendAct

/** Refused rows of an import that ended: try the mended ones again, or drop some. One at a time with other imports. */
export async function runMend(task: MendTask, sentinel: SentinelPort): Promise<MendSummary> {
  const { database, importId } = task
  return navigator.locks.request(importLock(database), { ifAvailable: true }, async (lock) => {
    if (!lock) throw new DataRefusal('importing', { file: importId })
    return inBook(task, sentinel, async (book) => {
      const [found] = await getRecords(book.context, 'imports', [importId])
      if (found?.record.state !== 'done' || !found.record.report) {
        throw new DataRefusal('import-over', { id: importId })
      }
      const ended = { ...found.record, report: found.record.report }
      return task.act === 'retry' ? retry(book, task, ended) : drop(book, task, ended, task.rows)
    })
  })
}

type Ended = ImportRecord & { report: ImportReport }

/**
 * All open rows are read again, so that an order knows which of its rows are missing still; only those that were
 * mended can go in now, the others come out refused as before.
 */
async function retry(book: Book, { who, why, importId }: MendTask, ended: Ended): Promise<MendSummary> {
  const { context } = book
  const { header = [], kind, map, options, update, report } = ended
  if (isForexFile(kind)) throw new DataRefusal('mend-in-file', { file: ended.file })
  const wanted = { kind, profile: report.profile, ...(map && { map: map as never }) }
  const [recognition] = readAsHeader({ row: 1, cells: [...header] }, wanted)
  const rows = recognition && new DataRows(recognition)
  const allOpen = await readErrors(context, await openErrorIds(context, importId))
  const open = allOpen.filter((row) => {
    return rows?.isRecord({ row: row.row, cells: cellsOf(row) })
  })
  const tried = open.filter(({ mended }) => mended !== undefined).length
  if (tried === 0) return { accepted: 0, duplicates: 0, refused: 0 }
  const sink = new MendSink(context, who, importId, ended)
  const outcome = await importFile({
    bytes: mendedFile(
      header,
      open.map((row) => ({ row: row.row, cells: cellsOf(row) })),
      encodeText,
    ),
    fileName: ended.file,
    kind,
    profile: report.profile,
    ...(map && { map: map as never }),
    options,
    update,
    existing: (keys) => sink.existing(keys),
    digest: digestText,
    decoder: (encoding) => new TextDecoder(encoding),
    sink,
  })
  if (!outcome.ok) {
    const detail = 'refusal' in outcome ? outcome.refusal.rule : 'cancelled'
    throw new DataRefusal('failed', { detail })
  }
  const viewOf = (row: number) => open[row - 2]
  const refusedNow = new Map(sink.refusedRows.map((each) => [viewOf(each.row)!.id, each]))
  const settled = new Map(
    open.filter(({ id }) => !refusedNow.has(id)).map(({ id }) => [id, 'mended'] as const),
  )
  const still = new Set(allOpen.filter(({ id }) => !settled.has(id)).map(({ row }) => row))
  const { facts, joined } = await factsOf(book, kind, sink, (row) => viewOf(row)?.row ?? row, still)
  const refused = open.flatMap((view) => {
    const now = refusedNow.get(view.id)
    return now && view.mended ? [{ fact: view.id, cells: view.mended, errors: inPlace(now, view.row) }] : []
  })
  const after = addMended(report, outcome.report, joined)
  await storeMend(context, who, why, { importId, facts, settled, refused, report: after })
  const { rowsAccepted: accepted, duplicates } = outcome.report
  return { accepted, duplicates, refused: refused.length }
}

const cellsOf = (row: ErrorView): string[] => row.mended ?? row.cells
const inPlace = ({ errors }: RefusedRow, row: number) => errors.map((error) => ({ ...error, row }))

/** Facts as they go into the book: a record that is there already, without these rows, is completed. */
async function factsOf(
  book: Book,
  kind: ImportRecord['kind'],
  sink: MendSink,
  rowOf: (row: number) => number,
  still: ReadonlySet<number>,
): Promise<{ facts: FactItem[]; joined: Record<string, number> }> {
  const facts: FactItem[] = []
  const joined: Record<string, number> = {}
  const own = isGrouped(kind) ? await readFacts(book.context, kind, [...sink.ownRecords.values()]) : []
  const stored = new Map<string, GroupedRecord>(own.map(({ id, record }) => [id, record]))
  for (const item of sink.items) {
    const { record } = item
    if (record.record !== 'order' && record.record !== 'invoice') {
      facts.push(item)
      continue
    }
    const mended = inOwnRows(record, rowOf)
    const id = sink.ownRecords.get(item.key)
    const before = id === undefined ? undefined : stored.get(id)
    if (id === undefined || !before) {
      facts.push({ ...item, record: mended })
      continue
    }
    joined[record.kind] = (joined[record.kind] ?? 0) + 1
    const missing = [...(before.refusedRows ?? []), ...(mended.refusedRows ?? [])]
    const complete = withRefusedRows(
      completeRecord(before, mended),
      missing.filter((row) => still.has(row)),
    )
    facts.push({ ...(await itemOf(complete, item.key)), replaces: id })
  }
  return { facts, joined }
}

const itemOf = async (record: GroupedRecord, key: string): Promise<FactItem> => ({
  key,
  record,
  digest: await digestText(recordContent(record)),
})

/** Rows the officer gives up: a record that lacked only these is complete without them. */
async function drop(
  book: Book,
  { who, why, importId }: MendTask,
  ended: Ended,
  ids: readonly string[],
): Promise<MendSummary> {
  const { context } = book
  const views = (await readErrors(context, ids)).filter(({ state }) => state === 'open')
  const rows = new Set(views.map(({ row }) => row))
  const facts: FactItem[] = []
  if (isGrouped(ended.kind)) {
    for await (const chunk of eachFact(context, ended.kind, [importId])) {
      for (const { id, record } of chunk) {
        if (!record.refusedRows?.some((row) => rows.has(row))) continue
        const complete = withRefusedRows(
          record,
          record.refusedRows.filter((row) => !rows.has(row)),
        )
        facts.push({ ...(await itemOf(complete, recordKey(complete))), replaces: id })
      }
    }
  }
  const settled = new Map(views.map(({ id }) => [id, 'dropped'] as const))
  await storeMend(context, who, why, { importId, facts, settled, refused: [], report: ended.report })
  return { accepted: 0, duplicates: 0, refused: 0 }
}
