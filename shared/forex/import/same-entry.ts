import { cmp } from '../../money/decimal'
import type { BookEntry } from './bank-book'
import type { Entry } from './statement'

/** What stands where a bank gives no reference, or says that it is in `:86:`. */
const NO_REFERENCE = /^(NONREF|NOTPROVIDED|EREF|PREF|(KREF|EREF)\+|)$/i

/** Names an entry goes by, the bank's first. */
export const referencesOf = ({ bankReference, reference, transactions }: Entry): string[] =>
  [bankReference, reference, ...transactions.flatMap((one) => [one.reference, one.uetr])].filter(
    (one): one is string => one !== undefined && !NO_REFERENCE.test(one),
  )

export const share = (a: readonly string[], b: readonly string[]): boolean => a.some((one) => b.includes(one))

/** An entry with the others that tell of the same movement; `own`: as its own file tells it. */
export type SameEntry = BookEntry & { also: readonly BookEntry[]; own: Entry }

const placeOf = ({ account, entry: { currency, side, amount, reversal } }: BookEntry): string =>
  JSON.stringify([account, currency, side, amount.replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, ''), reversal])

/**
 * Movements of the book, each once: what a notification or a report of the day told of joins the entry that books it, of the
 * same account, side and amount, by a reference both name; where one of them names none, by its day, if nothing else fits.
 * The booking entry stands; what the other says of payers and text is added where it says nothing.
 */
export function sameEntries(book: readonly BookEntry[]): SameEntry[] {
  if (book.every(({ told }) => told === undefined))
    return book.map((one) => ({ ...one, also: [], own: one.entry }))
  const groups = new Map<string, BookEntry[]>()
  for (const one of book) {
    const place = placeOf(one)
    const group = groups.get(place)
    if (group) group.push(one)
    else groups.set(place, [one])
  }
  const also = new Map<string, BookEntry[]>()
  const gone = new Set<string>()
  for (const group of groups.values()) {
    if (group.length < 2) continue
    for (const told of ['report', 'notification'] as const) {
      const later = group.filter((one) => one.told === told)
      const bases = group.filter(
        (one) =>
          one.told === undefined || (told === 'notification' && one.told === 'report' && !gone.has(one.key)),
      )
      for (const [one, base] of pairs(later, bases)) {
        gone.add(one.key)
        also.set(base.key, [...(also.get(base.key) ?? []), one])
      }
    }
  }
  return book.flatMap((one) => {
    if (gone.has(one.key)) return []
    const others = also.get(one.key) ?? []
    const entry = others.reduce((before, other) => filled(before, other.entry), one.entry)
    return [{ ...one, entry, also: others, own: one.entry }]
  })
}

function pairs(later: readonly BookEntry[], bases: readonly BookEntry[]): [BookEntry, BookEntry][] {
  const taken = new Set<string>()
  const found: [BookEntry, BookEntry][] = []
  const open: BookEntry[] = []
  for (const one of later) {
    const names = referencesOf(one.entry)
    const base = bases.find(({ key, entry }) => !taken.has(key) && share(referencesOf(entry), names))
    if (!base) open.push(one)
    else {
      taken.add(base.key)
      found.push([one, base])
    }
  }
  const near = (a: BookEntry, b: BookEntry) =>
    a.entry.valueDate === b.entry.valueDate &&
    (referencesOf(a.entry).length === 0 || referencesOf(b.entry).length === 0) &&
    cmp(a.entry.amount, b.entry.amount) === 0
  for (const one of open) {
    const fits = bases.filter((base) => !taken.has(base.key) && near(one, base))
    const [only] = fits
    if (!only || fits.length > 1 || open.filter((other) => near(other, only)).length > 1) continue
    taken.add(only.key)
    found.push([one, only])
  }
  return found
}

/** The entry that books, with what the other tells beyond it. */
function filled(entry: Entry, other: Entry): Entry {
  const text = entry.text === '' || other.text.includes(entry.text) ? other.text : entry.text
  const payers = (of: Entry) => of.transactions.filter(({ payer }) => payer !== undefined).length
  return {
    ...entry,
    text: text === '' ? entry.text : text,
    transactions: payers(other) > payers(entry) ? other.transactions : entry.transactions,
  }
}
