import { cmp } from '../money/decimal'
import type { SafeTable } from './import/safe-rates'
import type { MonthRate } from '../model/forex/common'
import type { ReceiptInput } from '../model/forex/input'

/** A rate of the book: of a currency in a month, with the table it came from. */
export type BookRate = MonthRate & { source: string }
export type RateBook = ReadonlyMap<string, BookRate>
export type RateChange = { before: BookRate; now: BookRate }

/**
 * Take a table into the book. The same table twice changes nothing; a rate that differs from the one in the book is not
 * taken before somebody says so (`replace`), because verdicts were given with it.
 */
export function addSafeTable(
  book: RateBook,
  { source, rates }: SafeTable,
  { replace = false }: { replace?: boolean } = {},
): { book: RateBook; added: number; known: number; changed: RateChange[] } {
  const next = new Map(book)
  const changed: RateChange[] = []
  let [added, known] = [0, 0]
  for (const rate of rates) {
    const key = `${rate.currency} ${rate.month}`
    const before = next.get(key)
    const now = { ...rate, source }
    if (!before) {
      next.set(key, now)
      added += 1
    } else if (cmp(before.usdPerUnit, rate.usdPerUnit) === 0) known += 1
    else {
      changed.push({ before, now })
      if (replace) next.set(key, now)
    }
  }
  return { book: next, added, known, changed }
}

/** The rates as the pre-check takes them. */
export const monthRates = (book: RateBook): MonthRate[] =>
  [...book.values()].map(({ currency, month, usdPerUnit }) => ({ currency, month, usdPerUnit }))

/** Currencies and months that receipts and their orders need and the book does not have, for one import to close. */
export function missingRates(
  { bankCredits, orders = [] }: Pick<ReceiptInput, 'bankCredits' | 'orders'>,
  book: RateBook,
): { currency: string; month: string }[] {
  const wanted = new Set<string>()
  const want = (currency: string, day: string | null | undefined) => {
    if (currency !== 'USD' && day) wanted.add(`${currency} ${day.slice(0, 7)}`)
  }
  for (const { currency, valueDate } of bankCredits) want(currency, valueDate)
  for (const { currency, orderedOn } of orders) if (currency !== 'CNY') want(currency, orderedOn)
  return [...wanted]
    .filter((key) => !book.has(key))
    .sort()
    .map((key) => {
      const [currency = '', month = ''] = key.split(' ')
      return { currency, month }
    })
}
