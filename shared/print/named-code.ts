import type { CodeBook } from '../codes/book'
import type { CodeTableId } from '../codes/table'

/** `502 美元`: a code with its name, or the code alone when the table here does not have it. */
export function namedCode(book: CodeBook, table: CodeTableId, code: string): string {
  const row = book.lookup(table, code)
  return row ? `${code} ${row.zh}` : code
}
