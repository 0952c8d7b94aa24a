/**
 * Where a field comes from: a header, several headers joined with a blank, the exact sum of several amount columns,
 * or a value that is the same for every row.
 */
export type ColumnSource =
  string | { join: readonly string[]; by?: string } | { sum: readonly string[] } | { constant: string }

/** Field → column. The mapping screen saves the plain-string form; MAP.json is exactly that. */
export type Mapping = Readonly<Record<string, ColumnSource>>
