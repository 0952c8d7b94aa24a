import { add, isDecimal } from '#shared/money/decimal'
import type * as Port from '../../data/port'
import { normalNumber } from '../../data/sealing/blind'
import { selectRows } from '../book/projection/select'
import type { ForexStore } from './store'
import { creditRows, entryRows, movementRows, settlementRows } from './views'

type AnyRow = Port.ForexRows[Port.ForexTable]

const rowsOf: { [T in Port.ForexTable]: (store: ForexStore) => Promise<Port.ForexRows[T][]> } = {
  credits: creditRows,
  entries: entryRows,
  settlements: settlementRows,
  movements: movementRows,
}

/** Numbers by which a pasted column finds a row. */
function numbersOf(row: AnyRow): { number: string }[] {
  const told =
    'orders' in row
      ? [row.id, row.id.split('.')[0] ?? '', ...row.orders, ...row.settlements]
      : 'reference' in row
        ? [row.reference, row.creditId]
        : 'pairId' in row
          ? [row.settlementId, row.creditId]
          : [row.id, ...row.credits]
  return told.filter((number) => number !== '').map((number) => ({ number: normalNumber(number) }))
}

/** The rows of a filter, in its order. */
export async function selected<T extends Port.ForexTable>(
  store: ForexStore,
  { table, filter, sort }: Omit<Port.ForexQuery<T>, 'offset' | 'limit'>,
): Promise<{ rows: Port.ForexRows[T][]; notFound: string[] }> {
  const rows = (await rowsOf[table](store)) as Port.ForexRows[T][]
  return selectRows(rows as never[], numbersOf, filter, sort as never) as {
    rows: Port.ForexRows[T][]
    notFound: string[]
  }
}

export async function page<T extends Port.ForexTable>(
  store: ForexStore,
  query: Port.ForexQuery<T>,
): Promise<Port.ForexPage<T>> {
  const { rows, notFound } = await selected(store, query)
  return {
    rows: rows.slice(query.offset, query.offset + query.limit),
    total: rows.length,
    notFound,
    sums: sumsOf(rows),
  }
}

const number = (text: string | undefined): string => (text !== undefined && isDecimal(text) ? text : '0')

function sumsOf(rows: readonly AnyRow[]): Port.ForexPage<Port.ForexTable>['sums'] {
  const sums: Port.ForexPage<Port.ForexTable>['sums'] = {}
  for (const row of rows) {
    const own = (sums[row.currency] ??= { amount: '0', left: '0', eligible: '0' })
    own.amount = add(own.amount, number('payout' in row ? row.payout : row.amount))
    if ('left' in row) own.left = add(own.left, number(row.left))
    if ('eligible' in row) own.eligible = add(own.eligible, number(row.eligible))
  }
  return sums
}
