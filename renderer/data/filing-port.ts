import type { Party, PartyFault } from '#shared/filing/party'
import type { Pick, VersionField } from '#shared/filing/three-way'
import type { PinnedReason, Review, ReviewReason } from '#shared/filing/review'
import type { FilingMode, Role } from '#shared/filing/roles'
import type { Completeness, Standing } from '#shared/filing/views'
import type { CebDocument } from '#shared/model/list'
import type { Text } from '#shared/model/text'
import type { Filing, FilingKind } from '#shared/protocol/api'
import type { Reason, Stage } from '#shared/protocol/engine/records'
import type { Refusal } from '#shared/rebate/import/refusal'
import type { Filter } from './rows'

/** What is filed: texts of the form in `head`, rows of it in `lines`. */
export type FilingDraft = {
  kind: FilingKind
  /** Customs code of the enterprise, or own number of the goods. */
  key: string
  content: CebDocument
  /** Version it was edited from, where that is another one than the last of this book; 0 for a first filing. */
  base?: number
}

/** The last filing of one key from this book, and where it is. */
export type FilingView = {
  kind: FilingKind
  key: string
  /** Which filing of this key it is, 1 for the first. */
  attempt: number
  stage: Stage
  queuedAt: string
  base: number
  /** Version the service made of it. */
  version?: number
  /** Why it was returned, or why a person has to decide. */
  reason?: Reason
  content: CebDocument
}

/**
 * Our filing, made from version `base` (0: from none), beside the newest one at the service; only the fields in which they differ.
 * `pick` of a field is the side that alone changed it; the others wait for a decision.
 */
export type FilingVersions =
  | {
      ok: true
      base: number
      version: number
      /** How far the review of theirs is, as the service says it, and since when. */
      state: string
      updatedAt: string
      fields: VersionField[]
    }
  | { ok: false; reason: Reason }
/** `version`: the one that was seen beside ours. `choices`: by name of the field. */
export type FilingDecision = {
  kind: FilingKind
  key: string
  version: number
  choices: Readonly<Record<string, Pick>>
}

/** Filings as the service holds them: of other desks and of earlier books too. */
export type ServiceFilings = { ok: true; filings: Filing[] } | { ok: false; reason: Reason }

/**
 * Where a master stands. `incomplete`: something keeps it from being filed. `ready`: never filed. `filed`: on its way or under
 * review. `returned`: named fields wait for another value. `differs`: an authority holds something else (变更 is due).
 * `attention`: a person has to decide.
 */
export type PartyState = 'incomplete' | 'ready' | 'filed' | 'returned' | 'differs' | 'held' | 'attention'
export type PartyRow = {
  key: string
  name: string
  roles: readonly Role[]
  modes: readonly FilingMode[]
  state: PartyState
  /** Faults that refuse, and of the fields asked for how many are sound. */
  faults: number
  needed: number
  ready: number
  /** Last version the service made. */
  version?: number
  queuedAt?: string
  /** It was filed before the book went over to the zone, or edition, that it works by now; as `PartyView.zoneMoved`. */
  zoneMoved?: true
  /** Fields named by the last answer, and reasons that name none. */
  reasons: readonly ReviewReason[]
}
export type PartyQuery = {
  /** Part of key, name, codes. */
  text?: string
  state?: PartyState
  role?: Role
  offset: number
  limit: number
}
export type PartyPage = { rows: PartyRow[]; total: number; states: Partial<Record<PartyState, number>> }

/** A master with everything about it. `rev` is 0 for the book's own enterprise before its master was stored. */
export type PartyView = {
  key: string
  rev: number
  party: Party
  state: PartyState
  faults: PartyFault[]
  completeness: Completeness[]
  /** What each authority holds against the master; those with differences are whom a 变更 goes to. */
  standings: Standing[]
  /** Each authority's attempts, first to last, with content and answers. */
  reviews: Review[]
  /** Reasons of a filing that was sent back, with whether the field has another value since. */
  pinned: PinnedReason[]
  stage?: Stage
  /** Filed under another zone or edition than the book works by now, and nobody has looked at it since. */
  zoneMoved?: true
}

/** What keeps a master or goods from being filed; `twiceOf`: another one has the same identity number. */
export type RefusedFiling = {
  key: string
  faults: readonly { field: string; text: Text; why: Text; fix: Text }[]
  twiceOf?: string
}
/** What became of a batch: queued, refused here by field, or left because nothing is to be filed. */
export type FilingBatch = {
  queued: string[]
  refused: RefusedFiling[]
  /** Under way already, nothing differs, or a field that was named has its old value still. */
  left: { key: string; why: Text; fix: Text }[]
}
/** Masters of a sheet: stored as new or changed; rows that were not, by row and field. */
export type PartySheet = {
  added: number
  changed: number
  same: number
  refused: Refusal[]
  unknown: string[]
}

/** 备案; part of `BookPort`, the same rules hold. */
export type FilingPort = {
  /**
   * Put a filing into the queue; it goes before the orders that rest on it. Refused with the reason while the one before
   * it is still under way. When the service meanwhile holds a newer version, it ends in attention as `version-differs`.
   */
  queueFiling(draft: FilingDraft, why: string): Promise<void>
  /** The last filings of these keys, those that have any (at most 1,000 keys). */
  filings(kind: FilingKind, keys: string[]): Promise<FilingView[]>
  /** Ask the service for everything filed there. */
  serviceFilings(): Promise<ServiceFilings>
  /** What keeps a filing in attention as `version-differs`, field by field. */
  filingVersions(kind: FilingKind, key: string): Promise<FilingVersions>
  /**
   * File what was decided, from the newest version, in the place of ours; where theirs was taken throughout, ours is taken back.
   * Refused with `version-moved` when the service holds another version by now, with `version-open` while a field is not decided.
   */
  decideFiling(decision: FilingDecision, why: string): Promise<'filed' | 'theirs'>

  /** Masters of enterprises and persons, by name. */
  parties(query: PartyQuery): Promise<PartyPage>
  /** The book's own enterprise is there before it was stored, filled with what the enterprise room knows. */
  party(key: string): Promise<PartyView | undefined>
  /** `key`: customs code, or the number of a person. `rev` 0 for a new one; refused with `stale` or `taken-party`. */
  putParty(key: string, party: Party, rev: number, why: string): Promise<void>
  /** Refused with `party-filed` once something was queued. */
  dropParty(key: string, rev: number, why: string): Promise<void>
  /** Masters from a sheet or CSV, one a row; keys that are there take the values of the sheet. */
  importParties(file: File, why: string): Promise<PartySheet>
  /** The same sheet, headings first; without keys all masters. */
  partySheet(keys?: readonly string[]): Promise<string[][]>
  /**
   * File these masters in one act: sound ones are queued, each with the authorities its change touches; what is refused is
   * named by field and goes alone once mended. A master that was sent back goes when each field that was named has another value.
   */
  fileParties(keys: readonly string[], why: string): Promise<FilingBatch>
  /** These masters were looked at by the data of the zone as they are now: they stand as they were filed. */
  zoneLookedAt(keys: readonly string[], why: string): Promise<void>
  /** 商品备案 of the goods of a filter, in one act. */
  fileGoods(filter: Filter, why: string): Promise<FilingBatch>
}
