/**
 * A table as Excel and print take it: cells are text; `amount` and `quantity` columns are written as numbers, `text` columns
 * never, or Excel would round 21-digit keys and drop zeros.
 */
export type TableColumn<Row> = {
  title: string
  kind: 'text' | 'whole' | 'amount' | 'quantity'
  value(row: Row, at: number): string
}

export type ExportTable = {
  sheet: string
  /** Lines above the header. */
  preamble: string[]
  columns: { title: string; kind: TableColumn<unknown>['kind'] }[]
  rows: string[][]
}

export const text = <Row>(title: string, value: TableColumn<Row>['value']): TableColumn<Row> => ({
  title,
  kind: 'text',
  value,
})
export const amount = <Row>(title: string, value: TableColumn<Row>['value']): TableColumn<Row> => ({
  title,
  kind: 'amount',
  value,
})
export const quantity = <Row>(title: string, value: TableColumn<Row>['value']): TableColumn<Row> => ({
  title,
  kind: 'quantity',
  value,
})

export const tableOf = <Row>(
  sheet: string,
  preamble: string[],
  columns: readonly TableColumn<Row>[],
  rows: readonly Row[],
): ExportTable => ({
  sheet,
  preamble,
  columns: columns.map(({ title, kind }) => ({ title, kind })),
  rows: rows.map((row, at) => columns.map((column) => column.value(row, at))),
})
