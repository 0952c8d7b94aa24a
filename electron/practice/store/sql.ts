export type Row = Record<string, unknown>

/** Something that runs one statement. Parameters are `$1`…; lists travel as one JSON text (`jsonb_to_recordset`). */
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
