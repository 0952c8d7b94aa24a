import type { CodeBook } from '#shared/codes/book'
import { planDelta, type DeltaPlan, type DeltaRefusal } from '#shared/codes/delta'
import { isCodeTable, type OwnCodes } from '#shared/codes/own'
import type { CodeTableId } from '#shared/codes/table'
import type { Session } from '../../app/book'
import { fetchDelta, readDelta, type Signed } from '../../app/reference'

/** What a signed update would change here. `isKnown`: an update of this signer was taken on this machine before. */
export type Proposal = DeltaPlan & Signed & { isKnown: boolean }
export type Offer = Proposal | DeltaRefusal

/** The update of a table from the single window of the book: what is new since the version laid over it, else all. */
export async function fetchUpdate(
  session: Session,
  table: CodeTableId,
  book: CodeBook,
  own: OwnCodes,
): Promise<Offer> {
  const reference = referenceOf(own, table)
  const since = (key: string) => (reference?.key === key ? reference.version : undefined)
  return judge(await fetchDelta(session, table, since), session.entry, book, own)
}

/** The same from a file that somebody carried here. */
export async function readUpdate(
  file: File,
  session: Pick<Session, 'entry'>,
  book: CodeBook,
  own: OwnCodes,
): Promise<Offer> {
  return judge(await readDelta(file, session), session.entry, book, own)
}

function judge(
  signed: Signed | DeltaRefusal,
  { kind }: Session['entry'],
  book: CodeBook,
  own: OwnCodes,
): Offer {
  if ('fix' in signed) return signed
  const { delta, key, source } = signed
  const reference = isCodeTable(delta.table) ? referenceOf(own, delta.table) : undefined
  const have = reference?.key === key ? reference.version : undefined
  const practice = kind === 'practice'
  const now = new Date().toISOString()
  const plan = planDelta(delta, (table) => book.table(table), have, { now, source, practice })
  if ('fix' in plan) return plan
  return { ...plan, ...signed, isKnown: own.editions.some((one) => one.reference?.key === key) }
}

const referenceOf = ({ editions }: OwnCodes, table: CodeTableId) =>
  editions.find((one) => one.table === table)?.reference
