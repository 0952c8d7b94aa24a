import { bindMapping, namesOf, type Binding } from '../../import/binding'
import { normalizeHeader, trimmed } from '../../table/clean/text'
import { columnNames, indexHeader, isPosition, positions } from '../../import/header'
import type { ColumnSource, Mapping } from '../../table/mapping'
import { isBlank, type RawRow } from '../../table/rows'
import type { RowError } from '../../model/import-report'
import { settlementFields } from './fields'
import { layouts, mappedLedger, mappedPlatform, type Layout } from './layouts'
import { settlementProblem } from './problems'

/** Preambles of statements are long; a header further down is no header. */
const HEAD_ROWS = 60

/** How a table is read: which row is its header, by which layout, which column is which field. */
export type Recognition = { layout: Layout; headerRow: number; header: string[]; binding: Binding }

/** The name under which a mapping of columns is remembered: the header itself, in any order and spelling of blanks. */
export const headerKey = (header: readonly string[]): string =>
  header.map(normalizeHeader).sort().join('\u001f')

const signed = (names: ReadonlySet<string>) => (layout: Layout) =>
  layout.signature.every((name) => names.has(normalizeHeader(name)))

/** Field → column of this header: the columns of the layout, and by the names of the fields where it is open. */
function columnsOf({ columns, open }: Pick<Layout, 'columns' | 'open'>, header: readonly string[]): Mapping {
  const find = indexHeader(header)
  const there = (source: ColumnSource): boolean => {
    if (typeof source === 'string') return find(source) !== undefined
    if ('constant' in source) return true
    return ('join' in source ? source.join : source.sum).some((name) => find(name) !== undefined)
  }
  const found: Record<string, ColumnSource> = {}
  const taken = new Set<number>()
  for (const [field, def] of Object.entries(settlementFields)) {
    const own = columns[field]?.find(there)
    if (own !== undefined) found[field] = own
    if (own !== undefined || !open) continue
    const name = namesOf(field, def).find((one) => {
      const column = find(one)
      return column !== undefined && !taken.has(column)
    })
    if (name === undefined) continue
    taken.add(find(name) ?? -1)
    found[field] = name
  }
  return found
}

const needed: readonly (readonly string[])[] = [
  ['amount', 'paidOut', 'net'],
  ['happenedAt', 'settlementId'],
]
const dateNames = ['交易日期', '交易日', '入账日期', '记账日期', '日期', 'transaction date', 'date']
const timeNames = ['交易时间', '入账时间', '时间', 'transaction time', 'time']
const TIME_ALONE = /^\d{1,2}(:?\d{2}){1,2}$/

/** Where a bank writes the time of day in a column of its own, the day stands beside it. */
function timeBeside(header: readonly string[], below: readonly RawRow[]): ColumnSource | undefined {
  const find = indexHeader(header)
  const [date, time] = [dateNames, timeNames].map((names) => names.find((name) => find(name) !== undefined))
  if (date === undefined || time === undefined) return undefined
  const cells = below.slice(0, HEAD_ROWS).map((row) => trimmed(row.cells[find(time) ?? -1] ?? ''))
  const first = cells.find((cell) => cell !== '')
  if (first === undefined || !TIME_ALONE.test(first)) return undefined
  return first.includes(':') ? { join: [date, time] } : date
}

const missingOf = (binding: Binding): string[] =>
  needed.filter((group) => !group.some((field) => binding.index.has(field))).map(([first = '']) => first)

const labels = (fields: readonly string[]): string =>
  fields.map((field) => settlementFields[field]?.label.zh ?? field).join('、')

/** Files of nobody's layout: lines of settlements when they name one and carry no balance, else a ledger. */
const mappedLayout = ({ index }: Binding): Layout =>
  index.has('settlementId') && !index.has('balance') ? mappedPlatform : mappedLedger

/**
 * The header among the first rows and how to read what is under it: by mapping where one is given, else by the layout
 * with most signs, else by the names of fields. What is missing comes back as a problem, with the fullest header found.
 */
export function recognise(
  rows: readonly RawRow[],
  map?: Mapping,
): Recognition | { problem: RowError; header: string[] } {
  let best: (Recognition & { score: number }) | undefined
  // A mapping by positions alone is for a file without a header.
  const headless =
    map !== undefined && Object.values(map).every((one) => typeof one === 'string' && isPosition(one))
  let nearest: { header: string[]; row: number; missing: string[]; fields: number } | undefined
  for (const [at, row] of rows.slice(0, HEAD_ROWS).entries()) {
    if (isBlank(row) || (!map && row.cells.length < 2)) continue
    const header = headless ? positions(row.cells.length) : columnNames(row.cells)
    const names = new Set(header.map(normalizeHeader))
    const bound = (layout: Layout, mapping: Mapping, bonus: number) => {
      const { binding, absent } = bindMapping(settlementFields, mapping, header)
      const missing = map && absent.length > 0 ? absent.map(({ field }) => field) : missingOf(binding)
      const fields = binding.fields.filter(({ columns }) => columns.length > 0).length
      if (missing.length > 0) {
        if (fields > (nearest?.fields ?? -1)) nearest = { header, row: row.row, missing, fields }
        return
      }
      const score = bonus + fields
      const chosen = layout === mappedLedger ? mappedLayout(binding) : layout
      if (score > (best?.score ?? 0)) {
        best = { layout: chosen, headerRow: headless ? 0 : row.row, header, binding, score }
      }
    }
    if (map) bound(mappedLedger, map, 0)
    else {
      for (const layout of layouts.filter(signed(names))) {
        bound(layout, columnsOf(layout, header), 1000 * layout.signature.length)
      }
      const beside = timeBeside(header, rows.slice(at + 1))
      const own = columnsOf(mappedLedger, header)
      bound(mappedLedger, beside === undefined ? own : { ...own, happenedAt: beside }, 0)
    }
  }
  if (best) return best
  const missing = labels(nearest?.missing ?? needed.map(([first = '']) => first))
  const rule = map ? 'settlement.map-column' : 'settlement.unknown-layout'
  return {
    problem: settlementProblem(rule, nearest?.row ?? 1, '', '', { missing }),
    header: nearest?.header ?? [],
  }
}
