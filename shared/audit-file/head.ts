import type { AuditKind } from './kinds'

/**
 * Why a document is not at its end. `unsent`: nobody declared it, or its answer is still due. `unsettled`: money, goods or a
 * duty is open. `locked`: it stands in a batch that was handed in and is not settled.
 */
export type OpenReason = 'unsent' | 'unsettled' | 'locked'

/** A document of a book as far as it takes to find it, to see what belongs to it, and how long it is kept. */
export type DocumentHead = {
  key: string
  kind: AuditKind
  id: string
  no: string
  /** All numbers it is found by, its own first. */
  numbers: readonly string[]
  /** Days on which something happened to it, in no order; the empty text is none. */
  days: readonly string[]
  state: string
  open?: OpenReason
  /** What it rests on: kind and id or number there. */
  rests: readonly (readonly [kind: AuditKind, ref: string])[]
  /** What it is a part of and names itself. */
  within?: readonly [kind: AuditKind, ref: string]
  /** Import that brought it. */
  importId?: string
}

export const keyOf = (kind: AuditKind, id: string): string => `${kind} ${id}`

/** The last day anything happened to it; '' when none is known. */
export const lastDay = ({ days }: Pick<DocumentHead, 'days'>): string =>
  days.reduce((last, one) => (one > last ? one : last), '')
