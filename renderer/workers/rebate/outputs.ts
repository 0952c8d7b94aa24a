import { calendarFile, calendarOf } from '#shared/rebate/deadlines/calendar'
import { precheckOf } from '#shared/rebate/book/claim'
import type { BatchFacts } from '#shared/rebate/book/claim'
import { batchSheet } from '#shared/rebate/book/print'
import { deadlinesOfLines } from '#shared/rebate/book/line-terms'
import { runOf } from '#shared/rebate/book/run'
import type { RunResult } from '#shared/rebate/book/run-result'
import {
  claimTables,
  findingsTable,
  paperCase,
  noPapers,
  papersTable,
  receiptsTable,
} from '#shared/rebate/book/tables'
import { completeness, declarationInName, keptUntil } from '#shared/rebate/filing-papers'
import { PrecheckFile } from '#shared/model/rebate/precheck'
import type { RebatePapers } from '#shared/rebate/book/records'
import type { ExportTable } from '#shared/rebate/tables/table'
import type { Language } from '#shared/model/text'
import type { PrintDocument } from '#shared/print/document'
import { DataRefusal } from '../../data/errors/refusal'
import type * as Port from '../../data/port'
import { command } from '../../data/write/command'
import { resultOf, runNamed } from './check'
import { batchFacts, linesAndPapers, today } from './facts'
import { enterpriseOf } from './store'
import type { RebateStore } from './store'
import { numberOfBatch } from './views'

/** Facts of a batch with what the newest run found; without one it is made now and not kept. */
function judged(store: RebateStore, id: string): { facts: BatchFacts; result: RunResult } {
  const run = runNamed(store, id)
  const facts = batchFacts(store, id, run?.record.asOf ?? today(store))
  return { facts, result: run ? resultOf(store, run) : runOf(facts) }
}

export function tablesOf(
  store: RebateStore,
  id: string,
  which: Port.RebateTables,
  language: Language,
): ExportTable[] {
  const { facts, result } = judged(store, id)
  const dealt = store.batch(id).record.dealt
  switch (which) {
    case 'claim':
      return claimTables(facts)
    case 'receipts':
      return [receiptsTable(facts)]
    case 'papers':
      return [papersTable(facts)]
    case 'findings':
      return [
        findingsTable(
          facts,
          result.findings.map((found) => ({ ...found, reason: dealt[found.id]?.reason ?? '' })),
          language,
        ),
      ]
  }
}

/** Facts of a batch as its newest run judged them, with the rates of its goods alone. */
export function factsFile(store: RebateStore, id: string): PrecheckFile {
  const facts = batchFacts(store, id, runNamed(store, id)?.record.asOf ?? today(store))
  const codes = [...new Set(facts.lines.map(({ item }) => item.hsCode))]
  const entries = facts.library.entries.filter(({ code }) =>
    codes.some((hs) => hs.startsWith(code) || code.startsWith(hs)),
  )
  const given = precheckOf(facts)
  // Parsing leaves out what the book knows beyond the form.
  return PrecheckFile.parse({ ...given, library: { ...facts.library, entries } })
}

/** The same in the form that `yiguan precheck rebate` reads. */
export function exchangeOf(store: RebateStore, id: string): Port.RebateExchange {
  return {
    fileName: `rebate-${numberOfBatch(store.batch(id))}.json`,
    text: `${JSON.stringify(factsFile(store, id), null, 2)}\n`,
  }
}

export function calendarFileOf(store: RebateStore, id: string, language: Language): string {
  const of = { asOf: today(store), batch: store.batch(id).record, ...linesAndPapers(store, id) }
  const entries = deadlinesOfLines(of).flatMap(({ key, deadlines }) =>
    calendarOf({ id: key, label: key }, deadlines),
  )
  return calendarFile(entries, store.book.context.now(), language)
}

export async function printOf(
  store: RebateStore,
  id: string,
  language: Language,
  software: string,
): Promise<PrintDocument> {
  const { facts, result } = judged(store, id)
  const enterprise = await enterpriseOf(store.book)
  const dealt = store.batch(id).record.dealt
  return batchSheet(
    facts,
    result,
    {
      book: enterprise?.book ?? 'practice',
      language,
      dealt: new Map(Object.entries(dealt).map(([key, { reason }]) => [key, reason])),
    },
    {
      maker: store.who,
      printer: store.who,
      now: store.book.context.now(),
      software,
      tables: [facts.library.version],
    },
  )
}

/** The meter of every 报关单 of a batch. */
export function papersOf(store: RebateStore, id: string, asOf: string): Port.RebatePapersView[] {
  const { record: batch } = store.batch(id)
  const lines = store.linesOf(id)
  return [...new Set(lines.map(({ record }) => record.no))].map((no) => {
    const stored = store.papersOf(no)
    const record = stored?.record ?? noPapers(no, batch.kind)
    const claimedOn = lines
      .filter((line) => line.record.no === no)
      .flatMap((line) => line.record.history.findLast(({ event }) => event === 'declare')?.on ?? [])[0]
    const meter = completeness(paperCase(record, claimedOn), asOf)
    return {
      declarationNo: no,
      ...meter,
      keptUntil: claimedOn === undefined ? '' : keptUntil(claimedOn),
      record,
      rev: stored?.rev ?? 0,
    }
  })
}

export async function putPapers(store: RebateStore, record: RebatePapers, rev: number, why: string) {
  const stored = store.papersOf(record.declarationNo)
  await command(store.book.context, 'rebate.papers', store.who, why, [
    { table: 'rebatePapers', op: 'put', ...(stored && { id: stored.id }), rev, record },
  ])
}

export function placePapers(store: RebateStore, names: readonly string[]): [string, string][] {
  const known = new Set([...store.items.values()].map(({ item }) => item.no))
  return names.map((name) => [name, declarationInName(name, known) ?? ''])
}

/** Refused when there is nothing to claim: a batch without lines has no tables. */
export function refuseEmpty(store: RebateStore, id: string): void {
  if (store.linesOf(id).length === 0) {
    throw new DataRefusal('no-claim-lines', { batch: numberOfBatch(store.batch(id)) })
  }
}
