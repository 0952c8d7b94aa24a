import type { CodeBook } from '#shared/codes/book'
import { showCode } from '#shared/codes/book'
import type { CodeTableId } from '#shared/codes/table'

/** `502 美元 USD`; a code the tables here do not have stands as it is. */
export function shownCode(book: CodeBook | undefined, table: CodeTableId, code: string): string {
  const row = code && book?.lookup(table, code)
  return row ? showCode(row) : code
}

/** A 清单 carries the ISO letters of its currency; shown with the customs number like every other code. */
export function shownCurrency(book: CodeBook | undefined, letters: string): string {
  const row = letters && book?.byIso('currency', letters)
  return row ? showCode(row) : letters
}
