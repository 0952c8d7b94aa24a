import type { Json } from '#shared/model/json'
import type { BookContext } from '../context'
import type { SealedRecord, SealedTable } from '../records'
import type { Draft } from '../write/draft'
import type { FactKeys } from './facts'

/** Values of a record by field, as they travel: no ids of this book, no source rows. */
export type Flat = Readonly<Record<string, Json>>
export type Key = readonly string[]

/** What the kinds work with during one pass. */
export type Shelf = {
  context: BookContext
  facts: FactKeys
  /** This desk. */
  desk: { id: string; code: string }
}

/** `facts`: it needs imported records that are not here (yet). `invalid`: no record can be made of these values. */
export type Put = 'put' | 'facts' | 'invalid'

/** How records of one kind lie in the book. */
export type DeskKind = {
  /**
   * Keys of the shared records that rows of a table are part of, in the order of the rows. A row that is none of its
   * business has no key.
   */
  keysOf(
    shelf: Shelf,
    table: SealedTable,
    rows: readonly SealedRecord<SealedTable>[],
  ): Promise<(Key | undefined)[]>
  /** What the book says under these keys; nothing of what is another desk's to tell. */
  read(shelf: Shelf, keys: readonly Key[]): Promise<(Flat | undefined)[]>
  /** Make the book say this. Nothing is written but through the draft. */
  put(shelf: Shelf, draft: Draft, key: Key, flat: Flat): Promise<Put>
}

export const json = (value: unknown): Json => JSON.parse(JSON.stringify(value)) as Json
