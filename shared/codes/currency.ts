import type { CodeBook } from './book'
import type { CodeRow } from './table'

/** Customs row of a currency by ISO letters as platforms export them (`USD` → `502 美元`); undefined when not in the table. */
export const currencyByLetters = (book: CodeBook, letters: string): CodeRow | undefined =>
  book.byIso('currency', letters.trim())

/** ISO letters of a customs numeric code (`502` → `USD`); undefined when the code is not in the table. */
export const currencyLetters = (book: CodeBook, code: string): string | undefined =>
  book.lookup('currency', code)?.iso
