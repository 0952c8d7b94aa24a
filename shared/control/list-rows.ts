import { type ControlList, type ListEntry } from './list'
import type { ReferenceRow } from '../protocol/api'

/** A list travels as a table of its own: one row says what it is, one stands for each entry. */
const prefix = 'list-'
export const listHead = '#'
export const tableOfList = (id: string): string => `${prefix}${id}`

/** What an entry is known by from one version to the next: the code and the words it hits. */
export const keyOfEntry = ({ code = '', words = [], modes = [] }: ListEntry): string =>
  [code, words.join(','), modes.join(',')].join(' ').trim()

/** A list as rows, as a single window publishes it; its own version is that of the table. */
export function rowsOfList(list: ControlList): ReferenceRow[] {
  const { entries, version: _version, reference: _reference, practice: _practice, ...head } = list
  return [
    { key: listHead, row: head },
    ...entries.map((entry) => ({ key: keyOfEntry(entry), row: { ...entry } })),
  ]
}

/** The rows put together again; whether they are a list, `ControlList` says. */
export function listOfRows(
  rows: ReadonlyMap<string, Record<string, unknown>>,
  of: Pick<ControlList, 'version' | 'reference' | 'practice'>,
): unknown {
  const entries = Array.from(rows).flatMap(([key, row]) => (key === listHead ? [] : [row]))
  return { ...rows.get(listHead), ...of, entries }
}

/**
 * The lists that count on a day: from its first day on a signed version stands for every other of its name, the last that
 * has begun for those before. Versions that came without a signature stay beside each other, each for its own days.
 */
export function withoutReplaced(lists: readonly ControlList[], on: string): ControlList[] {
  const signed = new Map<string, ControlList>()
  for (const list of lists) {
    if (list.reference === undefined || list.from > on) continue
    const known = signed.get(list.id)
    if (known === undefined || known.from <= list.from) signed.set(list.id, list)
  }
  return lists.filter((list) => {
    const last = signed.get(list.id)
    return last === undefined ? list.reference === undefined : last === list
  })
}
