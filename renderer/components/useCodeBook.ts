import { useEffect } from 'react'
import { create } from 'zustand'
import type { CodeBook } from '#shared/codes/book'
import { loadOwnCodeBook } from '#shared/codes/load'
import { noOwnCodes, type OwnCodes } from '#shared/codes/own'
import { codeTableIds, type CodeTableId } from '#shared/codes/table'
import type { CodeEntry } from './CodeSelect.props'

/** What officers added to the tables, and the tables with that; undefined until they are there. */
const useCodes = create<{ own: OwnCodes; book?: CodeBook }>(() => ({ own: noOwnCodes }))
let loading: Promise<CodeBook> | undefined

/** Read the tables once a window, and anew when something was added to them. */
function load(): Promise<CodeBook> {
  if (!loading) {
    const reading = loadOwnCodeBook(useCodes.getState().own, codeTableIds)
    loading = reading
    void reading.then((book) => {
      // A later addition has its own reading under way.
      if (loading === reading) useCodes.setState({ book })
    })
  }
  return loading
}

/** The code tables with the officers' own rows, as everything that explains, offers or checks a code uses them. */
export function useCodeBook(): CodeBook | undefined {
  const book = useCodes((state) => state.book)
  useEffect(() => void load(), [])
  return book
}

/** The same for code that runs once. */
export const currentCodeBook = (): Promise<CodeBook> => load()

/** Own rows and editions of this machine changed, or are known now. */
export function provideOwnCodes(own: OwnCodes): void {
  useCodes.setState({ own })
  loading = undefined
  void load()
}
export const useOwnCodes = (): OwnCodes => useCodes((state) => state.own)

const hidden = new Set(['obsolete', 'group', 'internal'])
const known = new WeakMap<CodeBook, Map<CodeTableId, readonly CodeEntry[]>>()

/** The rows of a table that may be chosen; the same array every time, so that it is indexed once. */
export function codeEntries(book: CodeBook, table: CodeTableId): readonly CodeEntry[] {
  const byTable = known.get(book) ?? new Map<CodeTableId, readonly CodeEntry[]>()
  known.set(book, byTable)
  let entries = byTable.get(table)
  if (!entries) {
    entries = book
      .table(table)
      .rows.filter((row) => !row.mark || !hidden.has(row.mark))
      .map(({ code, zh, en, iso }) => ({
        code,
        name: zh,
        alias: [iso, iso ? undefined : en].filter((a) => a !== undefined),
      }))
    byTable.set(table, entries)
  }
  return entries
}
