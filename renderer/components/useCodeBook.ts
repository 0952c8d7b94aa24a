import { useEffect, useState } from 'react'
import type { CodeBook } from '#shared/codes/book'
import type { CodeTableId } from '#shared/codes/table'
import { loadCodeBook } from '#shared/codes/load'
import type { CodeEntry } from './CodeSelect.props'

let loading: Promise<CodeBook> | undefined
let loaded: CodeBook | undefined

/** The code tables of the messages, once a window; undefined until they are there. */
export function useCodeBook(): CodeBook | undefined {
  const [book, setBook] = useState(loaded)
  useEffect(() => {
    if (book) return
    loading ??= loadCodeBook()
    void loading.then((codes) => {
      loaded = codes
      setBook(codes)
    })
  }, [book])
  return book
}

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
