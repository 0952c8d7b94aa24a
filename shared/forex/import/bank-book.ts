import type { BankFile, Entry, Statement, Telling } from './statement'

/**
 * An entry kept in the book, with the account it belongs to and a key that is the same at every import. `told`: no statement
 * had it when it was first read.
 */
export type BookEntry = { key: string; account: string; entry: Entry; told?: Telling }

const contentOf = (account: string, entry: Entry): string =>
  JSON.stringify([
    account,
    entry.currency,
    entry.valueDate,
    entry.bookedOn ?? '',
    entry.side,
    entry.amount,
    entry.bankReference ?? entry.reference ?? '',
    entry.text.replace(/\s+/g, ' ').trim(),
  ])

/** Entries of one statement with their keys; equal entries of one statement are different movements and are counted. */
function keyed({ account, entries, told }: Statement): BookEntry[] {
  const seen = new Map<string, number>()
  return entries.map((entry) => {
    const content = contentOf(account, entry)
    const count = (seen.get(content) ?? 0) + 1
    seen.set(content, count)
    return { key: `${content}#${count}`, account, entry, ...(told && { told }) }
  })
}

/**
 * Take the booked entries of a file into the book. A statement that was read before, or overlaps one that was, adds only
 * what is new: equal entries stand as often as the statement that has most of them.
 */
export function addToBook(
  book: ReadonlyMap<string, BookEntry>,
  { statements }: Pick<BankFile, 'statements'>,
): { book: ReadonlyMap<string, BookEntry>; added: BookEntry[]; known: number } {
  const next = new Map(book)
  const added: BookEntry[] = []
  let known = 0
  for (const one of statements.flatMap(keyed)) {
    if (next.has(one.key)) known += 1
    else {
      next.set(one.key, one)
      added.push(one)
    }
  }
  return { book: next, added, known }
}
