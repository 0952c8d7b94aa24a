export type Row = Record<string, unknown>

/** Something that runs one statement. Parameters are `$1`…; many rows travel as arrays (`manyRows`) or one JSON text. */
export type Sql = {
  query<R extends Row>(text: string, values?: readonly unknown[]): Promise<R[]>
}

/**
 * The two databases behind one face. `bigint` columns arrive as numbers (everything here stays below 2^53).
 * A transaction that throws leaves nothing behind.
 */
export type Database = Sql & {
  kind: 'pglite' | 'postgresql'
  transaction<T>(work: (sql: Sql) => Promise<T>): Promise<T>
  /** Several statements without parameters, for migrations. Inside `transaction` use the given `Sql` of one. */
  close(): Promise<void>
}

/** One JSON text for `jsonb_to_recordset($n::jsonb)`. */
export const rowsParameter = (rows: readonly object[]): string => JSON.stringify(rows)

type ColumnType = 'text' | 'int' | 'bigint' | 'boolean' | 'jsonb'

/**
 * Many rows for one statement, an array per column: the way into both databases that costs least (JSON has to be
 * written, parsed and taken apart again).
 * @param first number of the first parameter that is free
 * @returns `names` and `values` for `INSERT INTO t (names) SELECT … select FROM source AS r(names)`
 */
export function manyRows<K extends string>(
  types: Readonly<Record<K, ColumnType>>,
  rows: readonly Readonly<Record<K, unknown>>[],
  first: number,
): { names: string; select: string; source: string; values: unknown[][] } {
  const columns = Object.keys(types) as K[]
  const isJson = (column: K) => types[column] === 'jsonb'
  const names = columns.join(', ')
  return {
    names,
    select: columns.map((column) => (isJson(column) ? `r.${column}::jsonb` : `r.${column}`)).join(', '),
    source: `unnest(${columns
      .map((column, n) => `$${first + n}::${isJson(column) ? 'text' : types[column]}[]`)
      .join(', ')}) AS r(${names})`,
    values: columns.map((column) =>
      rows.map((row) => (isJson(column) ? JSON.stringify(row[column]) : (row[column] ?? null))),
    ),
  }
}
