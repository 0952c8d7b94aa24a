import { kindOf, type ReferenceKind } from '#shared/reference/kinds'
import type { Rows } from '#shared/reference/rows'
import { inCommon } from './common-acts'
import type { Edition } from './editions'

/** Where the feed of a book says that an edition of a published table was taken or dropped. No table of the book. */
export const referenceTable = 'reference'

/** Editions of a kind that count in a book, oldest first: of a dated kind all, of the others the last of each table. */
export async function editionsOf(kind: ReferenceKind['id'], isPractice: boolean): Promise<Edition[]> {
  const all = (await inCommon(({ editions }) => editions.taken(isPractice))).filter(
    ({ table }) => kindOf(table)?.id === kind,
  )
  return all.filter(
    ({ table, n }) => kindOf(table)!.dated || all.findLast((one) => one.table === table)!.n === n,
  )
}

export const rowsOfEdition = (edition: Edition): Promise<Rows> =>
  inCommon(({ editions }) => editions.rows(edition))

/** The rows of the edition of a kind that counts in a book, for a kind with one table; undefined where none was taken. */
export async function publishedRows(
  kind: ReferenceKind['id'],
  isPractice: boolean,
): Promise<{ edition: Edition; rows: Rows } | undefined> {
  const edition = (await editionsOf(kind, isPractice)).at(-1)
  return edition && { edition, rows: await rowsOfEdition(edition) }
}
