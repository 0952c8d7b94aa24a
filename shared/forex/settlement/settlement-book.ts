import type { RowError } from '../../model/import-report'
import { add } from '../../money/decimal'
import type { InstitutionAccount, Movement, Settlement } from '../ledger/levels'
import { ROW_MARK } from './balance'
import { settlementProblem } from './problems'

/** What a settlement comes to, whatever the layout that told it: V1 and V2 of one settlement are the same. */
export function settlementContent({ currency, payout, lines }: Settlement): string {
  const orders = new Map<string, string>()
  for (const { orderId = '', amount } of lines) orders.set(orderId, add(orders.get(orderId) ?? '0', amount))
  return JSON.stringify([currency, payout, [...orders].sort(([a], [b]) => (a < b ? -1 : 1))])
}

/**
 * Take settlements into the book. One that is there already changes nothing; one that is there with another content is
 * not taken and said.
 */
export function addSettlements<S extends Settlement>(
  book: ReadonlyMap<string, S>,
  settlements: readonly S[],
): { book: ReadonlyMap<string, S>; added: S[]; known: number; problems: RowError[] } {
  const next = new Map(book)
  const added: S[] = []
  const problems: RowError[] = []
  let known = 0
  for (const one of settlements) {
    const kept = next.get(one.id)
    if (!kept) {
      next.set(one.id, one)
      added.push(one)
    } else if (settlementContent(kept) === settlementContent(one)) known += 1
    else {
      const params = {
        kept: `${kept.currency} ${kept.payout}（${kept.lines.length}）`,
        stated: `${one.currency} ${one.payout}（${one.lines.length}）`,
      }
      problems.push(settlementProblem('settlement.changed', 1, '', one.id, params))
    }
  }
  return { book: next, added, known, problems }
}

/** A movement kept in the book, with its account and a key that is the same at every import. */
export type BookMovement = { key: string; account: string; movement: Movement }

/** Movements by what they are and do; equal ones of one file are different movements and are counted. */
function keyed({ id: account, movements }: InstitutionAccount): BookMovement[] {
  const seen = new Map<string, number>()
  return movements.map((movement) => {
    const { id, day, currency, kind, amount } = movement
    const own = id.startsWith(ROW_MARK) ? '' : id
    const content = JSON.stringify([account, own, day, currency, kind, amount])
    const count = (seen.get(content) ?? 0) + 1
    seen.set(content, count)
    const key = `${content}#${count}`
    // The place in a file is no name in a book of many files.
    return { key, account, movement: own === '' ? { ...movement, id: key } : movement }
  })
}

/** Take movements into the book; a ledger that was read before, or overlaps one that was, adds only what is new. */
export function addMovements(
  book: ReadonlyMap<string, BookMovement>,
  accounts: readonly InstitutionAccount[],
): { book: ReadonlyMap<string, BookMovement>; added: BookMovement[]; known: number } {
  const next = new Map(book)
  const added: BookMovement[] = []
  let known = 0
  for (const one of accounts.flatMap(keyed)) {
    if (next.has(one.key)) known += 1
    else {
      next.set(one.key, one)
      added.push(one)
    }
  }
  return { book: next, added, known }
}
