import type { RecordKind } from '../model/import-report'
import type { Order } from '../model/order'
import type { ImportedRecord, RefusedRow } from './api'
import { bindMapping, bindProfile } from './binding'
import { assemblerFor } from './build/index'
import { fieldTables } from './fields/index'
import { Grouper } from './group'
import type { ImportOptions, Mapping } from './profile'
import { findProfile, genericProfile } from './profiles/index'
import { RowReader } from './read-row'
import { RowStage } from './row-stage'

export type MendRequest = {
  kind: RecordKind
  /** Profile of the report, mapping and header of the import that refused the rows. */
  profile: string
  map?: Mapping
  header: readonly string[]
  /** Options of that import with what its whole file decided (`ImportOutcome.decided`). */
  options: ImportOptions
  /** Corrected rows, with the row numbers of their file. */
  rows: readonly { row: number; cells: readonly string[] }[]
}

/**
 * Read refused rows again after an officer corrected their cells. What was refused once more comes back with its
 * reasons. A row that only an earlier row of its file could complete (the currency of a settlement) must carry it.
 */
export function mendRows(request: MendRequest): { records: ImportedRecord[]; refused: RefusedRow[] } {
  const { kind, header, options, map } = request
  const profile = findProfile(request.profile) ?? genericProfile(kind)
  const binding = map ? bindMapping(fieldTables[kind], map, header).binding : bindProfile(profile, header)
  const rules = {
    decimal: options.decimal,
    dateOrder: options.dateOrder,
    timezone: profile.timezone ?? options.timezone,
    cutIds: new Set<string>(),
  }
  const assembler = assemblerFor({ profile, binding, options })
  const stage = new RowStage(new RowReader(binding, rules, header.length), assembler, undefined)
  const grouper = new Grouper(undefined)
  const refused: RefusedRow[] = []
  for (const { row, cells } of [...request.rows].sort((a, b) => a.row - b.row)) {
    const result = stage.take({ row, cells: [...cells] })
    if (result.refused) refused.push(result.refused)
    if (result.line) void grouper.add(result.line)
  }
  const records = grouper.held().flatMap((group) => assembler.assemble(group, () => {}))
  return { records: records.map(({ record }) => record), refused }
}

/**
 * An order together with rows of it that were refused at first. The stored head stays; the part fills what it lacks.
 * Lines stand in the order of the file; `refusedRows` keeps the rows that are still missing.
 */
export function completeOrder(stored: Order, part: Order): Order {
  const mended = new Set(part.lines.map((line) => line.row))
  const { refusedRows = [], ...rest } = stored
  const left = refusedRows.filter((row) => !mended.has(row))
  const lines = [...stored.lines.filter((line) => !mended.has(line.row)), ...part.lines]
  return {
    ...part,
    ...rest,
    lines: lines.sort((a, b) => a.row - b.row),
    source: {
      profile: stored.source.profile,
      firstRow: Math.min(stored.source.firstRow, part.source.firstRow),
      lastRow: Math.max(stored.source.lastRow, part.source.lastRow),
    },
    ...(left.length > 0 ? { refusedRows: left } : {}),
  }
}
