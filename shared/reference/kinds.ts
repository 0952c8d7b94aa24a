import { z } from 'zod'
import { codeTableNames } from '../codes/names'
import { isCodeTable } from '../codes/own'
import type { CodeTableId } from '../codes/table'
import { ControlList } from '../control/list'
import { listHead, listOfRows, tableOfList } from '../control/list-rows'
import { day } from '../model/field'
import { fieldFaults, type FieldFault } from '../model/field-fault'
import { MonthRate } from '../model/forex/common'
import { RateEntry } from '../model/rebate/common'
import { FxRateRow } from '../model/rebate/fx-rate'
import type { Text } from '../model/text'
import { YearCalendarRow } from '../model/year-calendar'
import { CodeChangeFact } from '../tariff/facts'
import { TariffRow } from '../tariff/tariff'
import { readZone } from '../zones/read-zone'
import { ZoneFile } from '../zones/zone'
import { tableOfZone, zoneFileOf } from '../zones/zone-rows'
import type { Row, Rows } from './rows'

/** What is looked through for records that a changed row touches. */
export type Hanging = 'goods' | 'codes' | 'zone' | 'batches'
/** What is wrong with a table as a whole: which field, and what is said of it. */
export type WholeFault = { field: string; said: Text }

/**
 * A kind of published table: how a row is known and what it has to be, how a change of it is shown, and what rests on it.
 * A further kind is one more entry; who uses its rows asks the store of editions for them.
 */
export type ReferenceKind = {
  id:
    | 'codes'
    | 'list'
    | 'zone'
    | 'tariff'
    | 'code-changes'
    | 'rebate-rates'
    | 'exchange-rates'
    | 'safe-rates'
    | 'work-calendar'
  owns(table: string): boolean
  name(table: string, rows: Rows): Text
  /** What a row under this key has to be; undefined where no row may stand under it. */
  schemaOf(key: string): z.ZodType | undefined
  /** The key a row makes of itself; absent where the key is all that says what the row is. */
  keyOf?(row: Row): string
  /** The row in a few words. */
  words(row: Row): string
  /** What only the whole table shows. `before`: the edition before it, from whomever. */
  wholeFault?(table: string, rows: Rows, before: Rows): WholeFault | undefined
  /** Editions count side by side, each for its own days; of the others only the last. */
  dated: boolean
  hangs: readonly Hanging[]
}

export const headKey = listHead
const text = (value: unknown): string => (typeof value === 'string' ? value : '')
const joined = (...parts: unknown[]): string => parts.map(text).filter(Boolean).join(' ')
const named = (table: string, zh: string, en: string) => ({
  owns: (one: string) => one === table,
  name: (): Text => ({ zh, en }),
})
const nameIn = (value: unknown): Text | undefined =>
  z.object({ zh: z.string(), en: z.string() }).safeParse(value).data
const mark = z.enum(['obsolete', 'unverified', 'group', 'internal'])

/** A code as its publisher says it. */
export const CodeRowOf = z.object({
  zh: z.string().trim().min(1),
  en: z.string().optional(),
  iso: z.string().optional(),
  mark: z.union([mark, z.literal('')]).optional(),
})
const isCode = (key: string) => /^[0-9A-Z]{1,10}$/.test(key)

/** What an edition of the tariff says of itself: its name, its first day, whether it has every code. */
export const TariffHead = z.strictObject({ edition: z.string().min(1), from: day, complete: z.boolean() })
export type TariffHead = z.infer<typeof TariffHead>
const faultOf = ({ field, why }: FieldFault): WholeFault => ({ field, said: why })
const ListHead = ControlList.omit({ entries: true, version: true, reference: true, practice: true })
export const LibraryHead = z.strictObject({ version: z.string().min(1), published: day.optional() })
const CodeChangeRow = CodeChangeFact.pick({ from: true, to: true, on: true })

/** The head has to be there; a table without it does not say for when it is. */
const headFault = (_table: string, rows: Rows): WholeFault | undefined =>
  rows.has(headKey) ? undefined : { field: headKey, said: { zh: '没有表头', en: 'there is no head' } }
const same = (said: string): Text => ({ zh: said, en: said })

/** Holidays by year; the shipped years go on to count beside those of an edition. */
export const calendarTable = 'work-calendar'
/** A year left out between two would be counted as one without holidays. */
function yearMissing(_table: string, rows: Rows): WholeFault | undefined {
  const years = [...rows.keys()].map(Number).sort((a, b) => a - b)
  const last = years.find((year, at) => at + 1 < years.length && years[at + 1]! > year + 1)
  if (last === undefined) return undefined
  const said = {
    zh: `缺 ${last + 1} 年的节假日，请一并写入`,
    en: `the holidays of ${last + 1} are left out; add them`,
  }
  return { field: 'year', said }
}

const { clauses: zoneClauses, targets: zoneTargets, ...zoneFields } = ZoneFile.shape
/** A row of a zone is a clause, a target, or one of the other fields of its file. */
function zoneRow(key: string): z.ZodType | undefined {
  if (key.startsWith('clauses.')) return zoneClauses.element
  if (key.startsWith('targets.')) return zoneTargets.unwrap().element
  return key in zoneFields
    ? z.strictObject({ value: zoneFields[key as keyof typeof zoneFields] as z.ZodType })
    : undefined
}

export const referenceKinds: readonly ReferenceKind[] = [
  {
    id: 'codes',
    owns: isCodeTable,
    name: (table) => codeTableNames[table as CodeTableId],
    schemaOf: (key) => (isCode(key) ? CodeRowOf : undefined),
    words: ({ zh, en, iso }) => joined(zh, en, iso),
    dated: false,
    hangs: ['codes'],
  },
  {
    id: 'list',
    owns: (table) => table.startsWith(tableOfList('')),
    name: (_table, rows) => nameIn(rows.get(headKey)?.['name']) ?? { zh: '监管清单', en: 'List of goods' },
    schemaOf: (key) => (key === headKey ? ListHead : ControlList.shape.entries.element),
    words: ({ code, words, note, name }) => joined(code, shown(words), note, nameIn(name)?.zh),
    wholeFault(table, rows) {
      const { data: list, error } = ControlList.safeParse(listOfRows(rows, { version: '-' }))
      if (!list) return faultOf(fieldFaults(error)[0]!)
      return tableOfList(list.id) === table ? undefined : { field: 'id', said: same(list.id) }
    },
    dated: true,
    hangs: ['goods'],
  },
  {
    id: 'zone',
    owns: (table) => table.startsWith(tableOfZone('')),
    name: (table, rows) => nameIn(rows.get('name')?.['value']) ?? { zh: table, en: table },
    schemaOf: zoneRow,
    words: (row) =>
      'value' in row ? shown(row['value']) : joined(row['article'], row['quote'], row['value']),
    wholeFault(table, rows, before) {
      const read = readZone(zoneFileOf(rows), table)
      if (!read.ok) return faultOf(read.faults[0]!)
      if (tableOfZone(read.zone.id) !== table) return { field: 'id', said: same(read.zone.id) }
      const last = text(before.get('edition')?.['value'])
      return read.zone.edition < last
        ? { field: 'edition', said: same(`${read.zone.edition} < ${last}`) }
        : undefined
    },
    dated: true,
    hangs: ['zone'],
  },
  {
    id: 'tariff',
    ...named('tariff', '税则', 'Tariff'),
    schemaOf: (key) => (key === headKey ? TariffHead : TariffRow),
    keyOf: ({ code, from }) => joined(code, from),
    words: ({ code, name, edition, from }) => joined(code, name, edition, edition && from),
    wholeFault: headFault,
    dated: true,
    hangs: ['goods'],
  },
  {
    id: 'code-changes',
    ...named('code-changes', '新旧编码对照', 'Old and new codes'),
    schemaOf: () => CodeChangeRow,
    keyOf: ({ from, to, on }) => joined(from, to, on),
    words: ({ from, to, on }) => joined(from, '→', to, on),
    dated: false,
    hangs: ['goods'],
  },
  {
    id: 'rebate-rates',
    ...named('rebate-rates', '出口退税率文库', 'Library of refund rates'),
    schemaOf: (key) => (key === headKey ? LibraryHead : RateEntry),
    keyOf: ({ code, from }) => joined(code, from),
    words: ({ code, name, rebateRate, from, version, published }) =>
      joined(code, name, rebateRate, from, version, published),
    wholeFault: headFault,
    dated: false,
    hangs: ['goods', 'batches'],
  },
  {
    id: 'exchange-rates',
    ...named('exchange-rates', '汇率', 'Exchange rates'),
    schemaOf: () => FxRateRow,
    keyOf: ({ kind, currency, date }) => joined(kind, currency, date),
    words: ({ currency, date, rate }) => joined(currency, date, rate),
    dated: false,
    hangs: ['batches'],
  },
  {
    id: 'safe-rates',
    ...named('safe-rates', '外汇折算率', 'Conversion rates to USD'),
    schemaOf: () => MonthRate,
    keyOf: ({ currency, month }) => joined(currency, month),
    words: ({ currency, month, usdPerUnit }) => joined(currency, month, usdPerUnit),
    dated: false,
    hangs: [],
  },
  {
    id: 'work-calendar',
    ...named(calendarTable, '工作日历', 'Work calendar'),
    schemaOf: () => YearCalendarRow,
    keyOf: ({ year }) => String(year),
    words: ({ source, off, worked }) =>
      joined(source, `放假 ${shown(off)}`, shown(worked) && `上班 ${shown(worked)}`),
    wholeFault: yearMissing,
    dated: false,
    hangs: [],
  },
]

/** A value of a row in words; lists by their items, a list in a list as from – to. */
export function shown(value: unknown): string {
  if (value === undefined || value === null) return ''
  if (Array.isArray(value)) {
    return value.map((one) => (Array.isArray(one) ? one.map(shown).join('–') : shown(one))).join('、')
  }
  if (typeof value !== 'object') return String(value as string | number | boolean)
  return nameIn(value)?.zh ?? JSON.stringify(value)
}

export const kindOf = (table: string): ReferenceKind | undefined =>
  referenceKinds.find((kind) => kind.owns(table))
