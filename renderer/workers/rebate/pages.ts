import { add, isDecimal, sum } from '#shared/money/decimal'
import { claimKey } from '#shared/rebate/keys'
import type * as Port from '../../data/port'
import { normalNumber } from '../../data/sealing/blind'
import { selectRows } from '../book/projection/select'
import { resultOf, runNamed } from './check'
import type { RebateStore } from './store'
import { invoiceRows, itemRows, lineRows, linkRows } from './views'

/** Lines of a batch with what the newest run said of each. */
export function judgedLines(store: RebateStore, id: string): Port.RebateLineRow[] {
  return store.made(`lines ${id}`, () => {
    const run = runNamed(store, id)
    const result = run && resultOf(store, run)
    const judged = new Map<string, { row: Partial<Port.RebateLineRow>; blocking: number; warnings: number }>()
    for (const { key, treatment, decidedBy = '', note, rebateRate = '', refund = '' } of result?.lines ??
      []) {
      judged.set(key, { row: { treatment, decidedBy, note, rebateRate, refund }, blocking: 0, warnings: 0 })
    }
    for (const { target, severity } of result?.findings ?? []) {
      for (const key of keysOfTarget(store, target)) {
        const line = judged.get(key)
        if (line && severity === 'blocking') line.blocking++
        if (line && severity === 'warning') line.warnings++
      }
    }
    return lineRows(store, store.batch(id), judged)
  })
}

/** The lines a finding bears on: that of an item, or those of a link. */
function keysOfTarget(store: RebateStore, target: string): string[] {
  const [kind, id = ''] = [target.slice(0, target.indexOf(':')), target.slice(target.indexOf(':') + 1)]
  if (kind === 'line') return [id]
  if (kind === 'declaration' && id.includes('#')) {
    const [no = '', item = ''] = id.split('#')
    return [`${no}${item.padStart(3, '0')}`]
  }
  const link = kind === 'link' ? store.linkNamed(id) : undefined
  return (link?.record.exports ?? []).map((row) => claimKey(row.declarationNo, row.item))
}

type AnyRow = Port.RebateRows[Port.RebateTable]

export function rowsOf(store: RebateStore, table: Port.RebateTable, batch?: string): AnyRow[] {
  switch (table) {
    case 'items':
      return itemRows(store)
    case 'invoices':
      return invoiceRows(store)
    case 'lines':
      return judgedLines(store, batch ?? '')
    case 'links':
      return linkRows(store, store.batch(batch ?? ''))
  }
}

/** Numbers by which a pasted column finds a row. */
function numbersOf(row: AnyRow): { number: string }[] {
  const told =
    'no' in row
      ? [row.id, row.no, ...row.linkNos]
      : 'number' in row
        ? [row.number, ...row.linkNos]
        : [row.linkNo, ...row.exports.map(({ key }) => key), ...row.purchases.map((one) => one.invoiceNumber)]
  return told.map((number) => ({ number: normalNumber(number) }))
}

/** The rows of a filter, in its order. */
export const selected = <T extends Port.RebateTable>(
  store: RebateStore,
  { table, batch, filter, sort }: Omit<Port.RebateQuery<T>, 'offset' | 'limit'>,
) =>
  selectRows(rowsOf(store, table, batch) as Port.RebateRows[T][], numbersOf, filter, sort) as {
    rows: Port.RebateRows[T][]
    notFound: string[]
  }

export function page<T extends Port.RebateTable>(
  store: RebateStore,
  query: Port.RebateQuery<T>,
): Port.RebatePage<T> {
  const { rows, notFound } = selected(store, query)
  return {
    rows: rows.slice(query.offset, query.offset + query.limit),
    total: rows.length,
    notFound,
    sums: sumsOf(rows),
  }
}

const number = (text: string): string => (isDecimal(text) ? text : '0')

function sumsOf(rows: readonly AnyRow[]): Port.RebatePage<Port.RebateTable>['sums'] {
  const amounts: Record<string, string> = {}
  for (const row of rows) {
    if ('currency' in row && row.amount !== '') {
      amounts[row.currency] = add(amounts[row.currency] ?? '0', number(row.amount))
    }
  }
  const all = (value: (row: AnyRow) => string) => sum(rows.map((row) => number(value(row))))
  return {
    amounts,
    net: all((row) => ('net' in row ? row.net : 'figures' in row ? row.figures.net : '0')),
    leftNet: all((row) => ('leftNet' in row ? row.leftNet : '0')),
    refund: all((row) => ('refund' in row ? row.refund : 'figures' in row ? row.figures.refund : '0')),
  }
}
