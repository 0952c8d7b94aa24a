import { groupDigits, showAmount } from '../../components/numbers'
import type { GridColumn } from '../../components/grid'
import { showTime } from '../../components/time'

type Plain = Pick<GridColumn, 'key' | 'title' | 'width'>

/** A column of codes and names, as they stand. */
export const textColumn = (column: Plain & Partial<GridColumn>): GridColumn => ({ sortable: true, ...column })

/** Exact decimal text, grouped for the eye. */
export const numberColumn = (column: Plain & Partial<GridColumn>): GridColumn => ({
  align: 'right',
  sortable: true,
  format: (value) => groupDigits(String(value ?? '')),
  ...column,
})

/** An amount of money in the row's `currency`. */
export const amountColumn = (column: Plain & Partial<GridColumn>): GridColumn => ({
  align: 'right',
  sortable: true,
  format: (value, row) => showAmount(String(value ?? ''), String(row['currency'] ?? '')),
  ...column,
})

/** An instant in the time of business, whatever the PC says. */
export const timeColumn = (column: Plain & Partial<GridColumn>): GridColumn => ({
  sortable: true,
  format: (value) => (value ? showTime(String(value)) : ''),
  ...column,
})
