import { refusalOf } from '../../import/file-refusals'
import { FileFault } from '../../table/file-fault'
import type { FileRefusal } from '../../import/ports'
import type { Bytes, StreamDecoder, Encoding } from '../../table/ports'
import type { ImportOptions, QuestionId } from '../../import/profile'
import type { Mapping } from '../../table/mapping'
import type { RawRow } from '../../table/rows'
import { EncodingSniffer } from '../../table/text/encoding'
import type { RowError } from '../../model/import-report'
import { bankFormat, readBankFile } from '../import/read-bank-file'
import { readBankTable } from '../import/bank-table'
import { readBankQuotes } from '../import/bank-quotes'
import { problem } from '../import/problems'
import { rateProblem } from '../import/rate-problems'
import { readSafeRates } from '../import/safe-rates'
import { settle } from '../settlement/balance'
import { settlementFields } from '../settlement/fields'
import { readSettlement, type SettlementFile, type SettlementReading } from '../settlement/read-settlement'
import { tableRows } from '../settlement/table-rows'
import type { ForexFileKind } from './facts'
import { bankDrafts, quoteDrafts, rateDrafts, settlementDrafts, type FactDraft } from './drafts'

/** A file of the cashier's room as read, before it meets the book. Refused rows come with their cells. */
export type ForexFile = {
  /** Format or layout that read it. */
  profile: string
  encoding: string
  sheet: string
  header: string[]
  mapping: Mapping
  drafts: FactDraft[]
  /** Rows of the file that say again what another row of it said. */
  repeated: number
  refused: RowError[]
  remarks: RowError[]
  questions: QuestionId[]
  rows: readonly RawRow[]
}
export type ForexReading = { ok: true; file: ForexFile } | { ok: false; refusal: FileRefusal }

export type ForexSource = {
  bytes: Bytes
  fileName: string
  kind: ForexFileKind
  map?: Mapping | undefined
  options?: ImportOptions | undefined
  decoder(encoding: Encoding): StreamDecoder
}

/** Statements and settlements are read as a whole; a larger file is none. */
export const LARGEST: Readonly<Record<ForexFileKind, number>> = {
  bank: 64 * 1024 * 1024,
  settlement: 256 * 1024 * 1024,
  'safe-rates': 4 * 1024 * 1024,
  'bank-quotes': 4 * 1024 * 1024,
}

type Table = { name: string; rows: readonly RawRow[] }
type Tables = { encoding: string; tables: readonly Table[] }

/** Read a file of one kind. Of several sheets the one that is asked for, else the first that is readable. Never throws for a bad file. */
export async function readForexFile(source: ForexSource): Promise<ForexReading> {
  const { bytes, kind, fileName, options = {} } = source
  try {
    if ((bytes.size ?? 0) > LARGEST[kind]) {
      throw new FileFault('file.too-large', { detail: `${LARGEST[kind] / 1024 / 1024} MB` })
    }
    if ((bytes.size ?? 1) === 0) throw new FileFault('file.empty')
    const text = kind === 'bank' ? await bankText(source) : undefined
    if (text) return text
    const read = await tableRows(bytes, source.decoder)
    const asked = read.tables.filter(({ name }) => options.sheet === undefined || name === options.sheet)
    const tables: Tables = { encoding: read.encoding, tables: asked.length > 0 ? asked : read.tables }
    if (kind === 'bank') return bankTable(source, tables)
    if (kind === 'settlement') return settlementTable(source, tables)
    return kind === 'safe-rates' ? rateTable(source, tables) : quoteTable(source, tables)
  } catch (error) {
    if (error instanceof FileFault) return { ok: false, refusal: refusalOf(error, fileName, kind) }
    throw error
  }
}

const noMapping: Mapping = {}

/** MT940, MT103 and camt; undefined for everything else. */
async function bankText({ bytes, decoder }: ForexSource): Promise<ForexReading | undefined> {
  const sniffer = new EncodingSniffer()
  const parts: Uint8Array[] = []
  for await (const part of bytes.open()) {
    sniffer.push(part)
    parts.push(part)
  }
  const { encoding } = sniffer.verdict()
  const stream = decoder(encoding)
  const text = parts.map((part) => stream.decode(part, { stream: true })).join('') + stream.decode()
  if (bankFormat(text) === undefined) return undefined
  const read = readBankFile(text)
  const rows = text.split('\n').map((line, at) => ({ row: at + 1, cells: [line.trimEnd()] }))
  const { drafts, repeated } = bankDrafts(read)
  const lines = new Set(
    read.statements.flatMap(({ line, entries }) => [line, ...entries.map((one) => one.line)]),
  )
  const [refused, remarks] = apart(read.problems, lines)
  return {
    ok: true,
    file: {
      profile: read.format,
      encoding,
      sheet: '',
      header: [],
      mapping: noMapping,
      drafts,
      repeated,
      refused,
      remarks,
      questions: [],
      rows,
    },
  }
}

/** Said of what was taken. Everything else at a line that was not taken refuses it. */
const remarkRules =
  /^(bank\.(not-balanced|gap|batch-sum|day)|settlement\.(no-total|totals-differ|currencies-differ|not-balanced|net|break|account-not-balanced|payout-differs))$/

function apart(
  problems: readonly RowError[],
  taken: ReadonlySet<number>,
): [refused: RowError[], remarks: RowError[]] {
  const isRemark = ({ rule, row }: RowError) => remarkRules.test(rule) || taken.has(row)
  return [problems.filter((one) => !isRemark(one)), problems.filter(isRemark)]
}

function bankTable({ options = {}, map, fileName }: ForexSource, { encoding, tables }: Tables): ForexReading {
  for (const { name, rows } of tables) {
    const read = readBankTable(rows, options, map)
    if (!read) continue
    const { drafts, repeated } = bankDrafts(read)
    const taken = new Set(read.statements.flatMap(({ entries }) => entries.map(({ line }) => line)))
    const [refused, remarks] = apart(read.problems, taken)
    const file = { profile: 'table', encoding, sheet: name, header: read.header, mapping: read.mapping }
    const nameless = options.account === undefined && read.statements.some(({ account }) => account === '')
    const questions: QuestionId[] = nameless ? ['account'] : []
    return { ok: true, file: { ...file, drafts, repeated, refused, remarks, questions, rows } }
  }
  const found = tables.map(({ rows }) => readSettlement(rows, options, map))
  return { ok: false, refusal: unread(fileName, found, problem('bank.unknown-format', 1)) }
}

function settlementTable(
  { options = {}, map, fileName }: ForexSource,
  { encoding, tables }: Tables,
): ForexReading {
  const found = tables.map(({ name, rows }) => ({ name, rows, read: readSettlement(rows, options, map) }))
  for (const { name, rows, read } of found) {
    if ('unreadable' in read) continue
    const settled = settle(read)
    const { drafts, repeated } = settlementDrafts(read, settled)
    return {
      ok: true,
      file: {
        profile: read.layout.id,
        encoding,
        sheet: name,
        header: read.header,
        mapping: read.mapping,
        drafts,
        repeated,
        refused: read.refused,
        remarks: [...read.remarks, ...settled.problems],
        questions: [...read.questions, ...placeQuestions(read, options)],
        rows,
      },
    }
  }
  return {
    ok: false,
    refusal: unread(
      fileName,
      found.map(({ read }) => read),
    ),
  }
}

/** Whose money it is: the shop of a settlement, the account of a ledger, where neither the file nor anybody says so. */
function placeQuestions({ layout, rows }: SettlementFile, { shop, account }: ImportOptions): QuestionId[] {
  if (layout.level === 'platform') return !shop && rows.some((row) => row.shop === '') ? ['shop'] : []
  return !account && rows.some((row) => row.account === '') ? ['account'] : []
}

function rateTable({ options = {}, map, fileName }: ForexSource, { encoding, tables }: Tables): ForexReading {
  const told = { source: options.source ?? fileName, ...(options.month && { month: options.month }) }
  const columns = Object.fromEntries(
    Object.entries(map ?? {}).filter((pair): pair is [string, string] => typeof pair[1] === 'string'),
  )
  const found = tables.map(({ name, rows }) => ({
    name,
    rows,
    ...readSafeRates(rows, { ...told, map: columns }),
  }))
  const one = found.find(({ table }) => table) ?? found[0]
  const [first = rateProblem('rate.no-table', 0)] = one?.problems ?? []
  const asks = first.rule === 'rate.no-month'
  if (!one?.table && !asks) return { ok: false, refusal: plain(fileName, first) }
  return {
    ok: true,
    file: {
      profile: 'safe-rates',
      encoding,
      sheet: one?.name ?? '',
      header: [],
      mapping: map ?? noMapping,
      ...rateDrafts(one?.table),
      refused: asks ? [] : (one?.problems ?? []).filter(({ rule }) => rule === 'rate.row'),
      remarks: (one?.problems ?? []).filter(({ rule }) => rule === 'rate.twice'),
      questions: asks ? ['month'] : [],
      rows: one?.rows ?? [],
    },
  }
}

function quoteTable({ options = {}, fileName }: ForexSource, { encoding, tables }: Tables): ForexReading {
  const { bank = '', unit, quotedAt } = options
  const told = { bank, ...(unit && { unit }), ...(quotedAt && { at: quotedAt }) }
  const found = tables.map(({ name, rows }) => ({ name, rows, ...readBankQuotes(rows, told) }))
  const one = found.find(({ quotes }) => quotes.length > 0) ?? found[0]
  const [first = rateProblem('rate.no-table', 0)] = one?.problems ?? []
  const asks = first.rule === 'rate.no-unit'
  if (!one || (one.quotes.length === 0 && !asks)) return { ok: false, refusal: plain(fileName, first) }
  const questions: QuestionId[] = [
    ...(bank === '' ? ['bank' as const] : []),
    ...(asks ? ['unit' as const] : []),
  ]
  return {
    ok: true,
    file: {
      profile: 'bank-quotes',
      encoding,
      sheet: one.name,
      header: [],
      mapping: noMapping,
      ...quoteDrafts(one.quotes),
      refused: asks ? [] : one.problems,
      remarks: [],
      questions,
      rows: one.rows,
    },
  }
}

/** A table that is none of its kind, with its columns and the fields to map them to. */
function unread(file: string, found: readonly SettlementReading[], instead?: RowError): FileRefusal {
  const closest = found.find((one) => 'unreadable' in one && one.header.length > 0) ?? found[0]
  const unreadable = closest && 'unreadable' in closest ? closest : undefined
  return {
    ...plain(file, instead ?? unreadable?.unreadable ?? problem('bank.unknown-format', 1)),
    columns: unreadable?.header ?? [],
    fields: Object.entries(settlementFields).map(([field, { label, required = false }]) => ({
      field,
      label,
      required,
    })),
  }
}

const plain = (file: string, { rule, message, fix }: RowError): FileRefusal => ({
  file,
  rule,
  message,
  fix,
  columns: [],
  missing: [],
  fields: [],
  map: {},
})
