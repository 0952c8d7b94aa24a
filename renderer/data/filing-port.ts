import type { CebDocument } from '#shared/model/list'
import type { Filing, FilingKind } from '#shared/protocol/api'
import type { Reason, Stage } from '#shared/protocol/engine/records'

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

/** Filings as the service holds them: of other desks and of earlier books too. */
export type ServiceFilings = { ok: true; filings: Filing[] } | { ok: false; reason: Reason }

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
}
