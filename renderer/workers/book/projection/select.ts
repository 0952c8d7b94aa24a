import type { Condition, Filter, Room, Rows } from '../../../data/port'
import { normalNumber } from '../../../data/sealing/blind'
import type { RoomTable } from './room-table'

export type Sort<R extends Room> = { column: keyof Rows[R] & string; descending?: boolean }
export type Selection<R extends Room> = { rows: Rows[R][]; notFound: string[] }

const numeric = new Set(
  'amount fee pieces lines netWeight grossWeight attempt rev qty net tax leftQty leftNet refund item line'.split(
    ' ',
  ),
)
const named = new Set(['name', 'gname', 'country'])
const collator = new Intl.Collator('zh-CN')

/** Case and width do not count when texts are compared. */
const plain = (text: string): string => text.normalize('NFKC').toLowerCase()

function texts(value: unknown): string[] {
  return Array.isArray(value)
    ? value.map(String)
    : [value === undefined || value === null ? '' : String(value)]
}

type Test = (value: unknown) => boolean

function testOf(condition: Condition): Test {
  switch (condition.is) {
    case 'in':
    case 'not-in': {
      const wanted = new Set(condition.values.map(plain))
      const has: Test = (value) => texts(value).some((text) => wanted.has(plain(text)))
      return condition.is === 'in' ? has : (value) => !has(value)
    }
    case 'contains': {
      const wanted = plain(condition.value)
      return (value) => texts(value).some((text) => plain(text).includes(wanted))
    }
    case 'between':
      return between(condition)
    case 'empty':
      return (value) => texts(value).every((text) => text === '')
    case 'filled':
      return (value) => texts(value).some((text) => text !== '')
  }
}

function between({ column, from, to }: Extract<Condition, { is: 'between' }>): Test {
  if (!numeric.has(column)) {
    return (value) =>
      texts(value).some(
        (text) => text !== '' && (!from || text >= from) && (!to || text.slice(0, to.length) <= to),
      )
  }
  const [low, high] = [from ? Number(from) : -Infinity, to ? Number(to) : Infinity]
  return (value) => texts(value).some((text) => text !== '' && Number(text) >= low && Number(text) <= high)
}

/** The rows of a filter in the asked order, and pasted numbers that no row of the whole list carries. */
export function select<R extends Room>(
  table: RoomTable<R>,
  filter: Filter = {},
  sort?: Sort<R>,
): Selection<R> {
  return selectRows(table.rows(), (row) => table.numbers(row.id), filter, sort)
}

/** The same among rows that are no room of the projection; `numbersOf` gives the numbers of a row in their one spelling. */
export function selectRows<Row extends { id: string }>(
  all: Iterable<Row>,
  numbersOf: (row: Row) => readonly { number: string }[],
  filter: Filter = {},
  sort?: { column: keyof Row & string; descending?: boolean },
): { rows: Row[]; notFound: string[] } {
  const tests = (filter.where ?? []).map((condition) => ({
    column: condition.column as keyof Row,
    test: testOf(condition),
  }))
  const ids = filter.ids && new Set(filter.ids)
  const except = new Set(filter.except)
  const pasted = filter.numbers && new Map(filter.numbers.map((number) => [normalNumber(number), number]))
  const missing = new Map(pasted)
  const rows: Row[] = []
  for (const row of all) {
    if (pasted) {
      const carried = numbersOf(row).filter(({ number }) => pasted.has(number))
      if (carried.length === 0) continue
      for (const { number } of carried) missing.delete(number)
    }
    if ((ids && !ids.has(row.id)) || except.has(row.id)) continue
    if (tests.every(({ column, test }) => test(row[column]))) rows.push(row)
  }
  if (sort) sortRows(rows, sort)
  return { rows, notFound: [...missing.values()].filter((number) => number.trim() !== '') }
}

/** Stable; rows without a value come last in both directions. */
function sortRows<Row>(
  rows: Row[],
  { column, descending }: { column: keyof Row & string; descending?: boolean },
): void {
  const sign = descending ? -1 : 1
  const keyed = rows.map((row) => ({ row, key: texts(row[column]).join(' ') }))
  const compare = comparator(column)
  keyed.sort((a, b) => {
    if (a.key === b.key) return 0
    if (a.key === '' || b.key === '') return a.key === '' ? 1 : -1
    return sign * compare(a.key, b.key)
  })
  keyed.forEach(({ row }, i) => (rows[i] = row))
}

function comparator(column: string): (a: string, b: string) => number {
  if (numeric.has(column)) return (a, b) => Number(a) - Number(b)
  if (named.has(column)) return (a, b) => collator.compare(a, b)
  return (a, b) => (a < b ? -1 : 1)
}
