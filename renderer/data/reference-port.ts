import type { Text } from '#shared/model/text'
import type { ReferenceKind } from '#shared/reference/kinds'
import type { ReferenceRefusal } from '#shared/reference/refusals'
import type { Edition } from './editions'
import type { WorkProgress } from './work-port'

/** An edition of a published table that counts on this machine. */
export type EditionView = Omit<Edition, 'n' | 'state' | 'digest'> & { kind: ReferenceKind['id']; name: Text }

/** Something to take as it came, by line or in a file: only a worker reads it. `source`: the service or the name of the file. */
export type ReferenceOffer = { file: File; source: string }

/** One row that is new, otherwise or gone; of one that is otherwise each field. */
export type ChangeView = {
  key: string
  how: 'added' | 'changed' | 'removed'
  words: string
  fields: { label: Text; before: string; after: string }[]
}
/** Records of this book that rest on rows that change: how many, and the first of them by name. */
export type Touched = {
  what: 'goods' | 'templates' | 'drafts' | 'filings' | 'batches'
  count: number
  first: string[]
}

/** What taking an offer changes. `changes` are the first 300 of each kind, the counts are of all. */
export type ReferenceChanges = {
  table: string
  kind: ReferenceKind['id']
  name: Text
  /** The version that counts now; absent where the table is new here. */
  from?: string
  to: string
  counts: { added: number; changed: number; removed: number; same: number }
  changes: ChangeView[]
  /** Rows of the officer that go on to count over those of the publisher. */
  conflicts: ChangeView[]
  touched: Touched[]
  /** It was taken already. */
  isHere: boolean
  /** Something of this signer was taken on this machine before. */
  isKnown: boolean
}

/** The same before it is taken. `signer`: the public key whose signature over it holds; absent where nobody signed. */
export type ReferenceProposal = ReferenceChanges & { id: string; signer?: string }

/**
 * Published tables: code tables, lists, tariff, 文库, rates, zones. They belong to the machine; who took which edition stands in
 * the journal. What a practice window published counts in 演练 books only. Part of `BookPort`.
 */
export type ReferencePort = {
  /** Editions that count, of a table or of all, oldest first. */
  referenceEditions(table?: string): Promise<EditionView[]>
  /**
   * Reads an offer and says what taking it would change; nothing is changed by looking. What was read is held, under `id`,
   * until the next is. A signature that does not hold is refused.
   */
  planReference(
    offer: ReferenceOffer,
    progress?: (p: WorkProgress) => void,
  ): Promise<ReferenceProposal | ReferenceRefusal | 'stopped'>
  /** Stop reading after the part it is at. */
  cancelReference(): Promise<void>
  /**
   * What was read last counts, all of it or nothing. Refused with `stale` where another was taken meanwhile, with
   * `reference-unread` where it is not what is held.
   */
  takeReference(
    read: Pick<ReferenceProposal, 'id' | 'table'>,
    why: string,
  ): Promise<ReferenceChanges | ReferenceRefusal>
  /** The edition counts no more, the one before does. Refused with `zone-in-use` where the book works by it. */
  dropReference(edition: string, why: string): Promise<void>
}
