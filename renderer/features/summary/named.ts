import type { CodeBook } from '#shared/codes/book'
import { showCode } from '#shared/codes/book'
import type { CodeTableId } from '#shared/codes/table'

/** `502 美元 USD`; a code the tables here do not have stands as it is. */
export function named(book: CodeBook | undefined, table: CodeTableId, code: string): string {
  const row = code && book?.lookup(table, code)
  return row ? showCode(row) : code
}
