import { z } from 'zod'
import type { RawRow } from '../../import/rows'
import { headerColumns } from '../headings'
import { RateEntry, RateLibrary } from '../model/common'
import { dayOf, rateOf } from './cells'
import { noTable, refusal, type Refusal } from './refusal'

const fields = ['code', 'name', 'unit', 'levyRate', 'rebateRate', 'specialFlag', 'from', 'to'] as const
type Field = (typeof fields)[number]

/**
 * Headings of a 文库 as it is published and as offices pass it on. The names of the DBF fields were seen second-hand; a file
 * with other names is read with a mapping.
 */
const headings: Readonly<Record<Field, readonly string[]>> = {
  code: ['CODE', 'SPDM', 'CMCODE', '商品代码', '商品编码', '海关商品代码'],
  name: ['NAME', 'SPMC', 'CMNAME', '商品名称'],
  unit: ['UNIT', 'JLDW', 'DWMC', '计量单位', '单位'],
  levyRate: ['ZSSL_SET', 'ZSSL', 'ZSL', 'ZSLV', '征税率', '征税税率', '增值税税率'],
  rebateRate: ['TSL', 'TSLV', 'TSSL', '退税率', '出口退税率'],
  specialFlag: ['TSFLAG', 'TSSPBZ', 'TSBZ', '特殊商品标识', '特殊商品标志'],
  from: ['STARTDATE', 'START_DATE', 'SXQSRQ', 'BEGINDATE', '起始日期', '生效日期', '开始日期', '有效期起'],
  to: ['ENDDATE', 'END_DATE', 'SXZZRQ', '截止日期', '终止日期', '失效日期', '有效期止'],
}
const needed: readonly Field[] = ['code', 'rebateRate']

export type ReadRates = { entries: RateEntry[]; refused: Refusal[]; unknown: string[] }

/** Field → heading of this file, for files whose headings are not known. */
export type ColumnMapping = Partial<Record<Field, string>>

/**
 * The rows of a library from a DBF, a CSV or a sheet. `startsOn`: from when entries hold that name no day of their own; a
 * row without either is refused, because a rate without a date decides nothing.
 */
export function readRateRows(rows: readonly RawRow[], startsOn?: string, map: ColumnMapping = {}): ReadRates {
  const names = Object.fromEntries(
    fields.map((field) => [field, map[field] === undefined ? headings[field] : [map[field]]]),
  ) as Record<Field, readonly string[]>
  const header = headerColumns(rows, names, needed)
  if (!header) return { entries: [], refused: [noTable(['商品代码', '退税率'])], unknown: [] }
  const entries: RateEntry[] = []
  const refused: Refusal[] = []
  for (const { row, cells } of rows) {
    if (row <= header.row || cells.every((cell) => cell.trim() === '')) continue
    const at = (field: Field) => (cells[header.columns.get(field) ?? -1] ?? '').trim()
    const faults = faultsOf(at, row, startsOn)
    if (faults.length > 0) refused.push(...faults)
    else entries.push(entryOf(at, startsOn))
  }
  return { entries, refused, unknown: header.unknown }
}

const flagOf = (text: string): '' | '1' | '2' | undefined =>
  text === '' || text === '0' ? '' : text === '1' || text === '2' ? text : undefined

function faultsOf(at: (field: Field) => string, row: number, startsOn: string | undefined): Refusal[] {
  const faults: Refusal[] = []
  const bad = (field: Field, why: [string, string], fix: [string, string]) =>
    faults.push(
      refusal({ row, field, value: at(field) }, ['这一行不能用', 'This row is not taken'], why, fix),
    )
  const code = at('code').replace(/\.0+$/, '')
  if (!/^\d{4,14}$/.test(code)) {
    bad(
      'code',
      ['商品代码应为 4 至 14 位数字', 'A goods code has 4 to 14 digits'],
      ['改正商品代码', 'Correct the code'],
    )
  }
  if (rateOf(at('rebateRate')) === undefined) {
    bad('rebateRate', ['退税率不是数字', 'The rebate rate is no number'], ['填写退税率', 'Give the rate'])
  }
  if (at('levyRate') !== '' && rateOf(at('levyRate')) === undefined) {
    bad('levyRate', ['征税率不是数字', 'The levy rate is no number'], ['填写征税率', 'Give the rate'])
  }
  if (flagOf(at('specialFlag')) === undefined) {
    bad('specialFlag', ['标识应为空、1 或 2', 'The mark is empty, 1 or 2'], ['核对文库', 'Check the library'])
  }
  if ((at('from') !== '' && !dayOf(at('from'))) || (at('from') === '' && startsOn === undefined)) {
    bad(
      'from',
      ['没有生效日期', 'No day from which it holds'],
      ['补列，或填写文库生效日', 'Map the column or give the day'],
    )
  }
  if (at('to') !== '' && !dayOf(at('to'))) {
    bad('to', ['失效日期不是日期', 'The last day is no day'], ['核对文库', 'Check the library'])
  }
  return faults
}

function entryOf(at: (field: Field) => string, startsOn: string | undefined): RateEntry {
  const [levyRate, to] = [rateOf(at('levyRate')), dayOf(at('to'))]
  return {
    code: at('code').replace(/\.0+$/, ''),
    ...(at('name') !== '' && { name: at('name') }),
    ...(at('unit') !== '' && { unit: at('unit') }),
    ...(levyRate !== undefined && { levyRate }),
    rebateRate: rateOf(at('rebateRate'))!,
    specialFlag: flagOf(at('specialFlag'))!,
    from: dayOf(at('from')) ?? startsOn!,
    // A last day in the far future is how the tables write "open".
    to: to === undefined || to >= '2099-01-01' ? null : to,
  }
}

const LibraryJson = z.union([RateLibrary, z.array(RateEntry)])

/** A library as JSON: ours with version and day, or the bare list of entries. Throws a SyntaxError for what is no JSON. */
export function readRateJson(text: string): { library: RateLibrary } | { refused: Refusal[] } {
  const read = LibraryJson.safeParse(JSON.parse(text.replace(/^\ufeff/, '')))
  if (read.success) {
    return { library: Array.isArray(read.data) ? { version: '', entries: read.data } : read.data }
  }
  const refused = read.error.issues
    .slice(0, 20)
    .map(({ path, message }) =>
      refusal(
        { row: 0, field: path.join('.') },
        ['JSON 不是文库的结构', 'The JSON is not a library'],
        [message, message],
        ['按 {version, published, entries} 提供', 'Give it as {version, published, entries}'],
      ),
    )
  return { refused }
}

const sameEntry = (a: RateEntry, b: RateEntry): boolean =>
  JSON.stringify(Object.entries(a).sort()) === JSON.stringify(Object.entries(b).sort())

/**
 * A library after a newer version: where a code has a new entry, the older one that is still open ends the day before; its
 * past stays, so that old exports find their rate. Reading the same version twice changes nothing.
 */
export function withVersion(library: RateLibrary, newer: RateLibrary): RateLibrary {
  const byCode = new Map<string, RateEntry[]>()
  for (const entry of library.entries) byCode.set(entry.code, [...(byCode.get(entry.code) ?? []), entry])
  for (const entry of [...newer.entries].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))) {
    const known = byCode.get(entry.code) ?? []
    if (known.some((one) => sameEntry(one, entry))) continue
    const kept = known.flatMap((one) => {
      if (one.from === entry.from) return []
      const overlaps = one.from < entry.from && (one.to === null || one.to >= entry.from)
      return overlaps ? [{ ...one, to: dayBefore(entry.from) }] : [one]
    })
    byCode.set(entry.code, [...kept, entry])
  }
  const entries = [...byCode.values()]
    .flat()
    .sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : a.from < b.from ? -1 : 1))
  return {
    version: newer.version,
    ...(newer.published !== undefined && { published: newer.published }),
    entries,
  }
}

const dayBefore = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
