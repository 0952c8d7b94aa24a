import { canonical, type ReferenceDelta, type ReferenceRow } from '../protocol/api'

/** What a published row says; its fields are the business of its kind. */
export type Row = Record<string, unknown>
/** A published table, its rows by their keys. */
export type Rows = ReadonlyMap<string, Row>

/** One change of a table without who signed it: an update whose signature holds, or a table from a plain file. */
export type Update = Omit<ReferenceDelta, 'signature' | 'digest'> & { digest?: string }

export type Change = { key: string; before?: Row; after?: Row }

export const rowsOf = (list: readonly ReferenceRow[]): Map<string, Row> =>
  new Map(list.map(({ key, row }) => [key, row]))
export const listOf = (rows: Rows): ReferenceRow[] => Array.from(rows, ([key, row]) => ({ key, row }))

/** The table after an update; a whole one takes nothing from before. */
export function applied(rows: Rows, { from, put, drop }: Pick<Update, 'from' | 'put' | 'drop'>): Rows {
  const after = new Map(from === null ? [] : rows)
  for (const key of drop) after.delete(key)
  for (const { key, row } of put) after.set(key, row)
  return after
}

/** In what a table differs from the one before, by key. */
export function changesBetween(before: Rows, after: Rows): Change[] {
  const changes: Change[] = []
  for (const [key, row] of after) {
    const old = before.get(key)
    if (!old) changes.push({ key, after: row })
    else if (canonical(old) !== canonical(row)) changes.push({ key, before: old, after: row })
  }
  for (const [key, row] of before) if (!after.has(key)) changes.push({ key, before: row })
  return changes.sort((a, b) => (a.key < b.key ? -1 : 1))
}
