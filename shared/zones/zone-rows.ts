import { canonical, type ReferenceRow } from '../protocol/api'
import { clauseIds, type ClauseId } from './clause-catalogue'
import type { Zone, ZoneFile } from './zone'

const prefix = 'zone-'
/** The name a zone is published under. */
export const tableOfZone = (id: string): string => `${prefix}${id}`
/** The zone a table is of; undefined for any other table. */
export const zoneIdOf = (table: string): string | undefined =>
  table.startsWith(prefix) ? table.slice(prefix.length) : undefined

/** What follows from the clauses stands in no file. */
const fileOf = ({ leavesFirst: _leaves, combines1210And9610: _combines, ...file }: Zone): ZoneFile => file

/** The file of a zone as rows: one for each clause and target, one for each other field. */
export function rowsOfZone(zone: Zone): ReferenceRow[] {
  const { clauses, targets = [], ...plain } = fileOf(zone)
  return [
    ...Object.entries(plain).flatMap(([key, value]) =>
      value === undefined ? [] : [{ key, row: { value: value as unknown } }],
    ),
    ...clauses.map((row) => ({ key: `clauses.${row.clause}`, row })),
    ...targets.map((row) => ({ key: `targets.${row.indicator}.${row.by}`, row })),
  ]
}

/** The rows put together again, in the order of the catalogue; whether it is a file of a zone, `zoneFrom` says. */
export function zoneFileOf(
  rows: Iterable<readonly [string, Record<string, unknown>]>,
): Record<string, unknown> {
  const file: Record<string, unknown> = {}
  const clauses: Record<string, unknown>[] = []
  const targets: Record<string, unknown>[] = []
  for (const [key, row] of rows) {
    if (key.startsWith('clauses.')) clauses.push(row)
    else if (key.startsWith('targets.')) targets.push(row)
    else file[key] = row['value']
  }
  const place = ({ clause }: Record<string, unknown>) => clauseIds.indexOf(clause as ClauseId)
  clauses.sort((a, b) => place(a) - place(b))
  return { ...file, clauses, ...(targets.length > 0 && { targets }) }
}

/** Whether two zones say the same, in whatever order. */
export const isSameZone = (a: Zone, b: Zone): boolean => statement(a) === statement(b)
const statement = (zone: Zone) =>
  canonical(Object.fromEntries(rowsOfZone(zone).map(({ key, row }) => [key, row])))
