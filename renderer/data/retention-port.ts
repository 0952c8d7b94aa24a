import type { AuditAsk } from '#shared/audit-file/ask'
import type { AuditKind } from '#shared/audit-file/kinds'
import type { KeepReason } from '#shared/retention/decide'
import type { Grant } from '#shared/people/grant'
import type { AuditPort } from './audit-port'
import type { WorkProgress } from './work-port'

/** Documents of one kind that go or stay for one reason; `days`: first and last of their own days. */
export type RetentionLine = {
  kind: AuditKind
  /** Absent: they go. */
  keep?: KeepReason
  count: number
  days: [first: string, last: string]
  /** Last day of their time: of those that stay the first that comes, of those that go the last that passed. */
  until: string
  /** Id of the rule (`shared/retention/periods`) by which that is so; '' where none decides. */
  period: string
}

/** What would go, what stays and why. `digest` names this very decision. */
export type RetentionReport = {
  today: string
  lines: RetentionLine[]
  goes: number
  files: number
  digest: string
}

export type RetentionHold = { id: string; asked: AuditAsk; reason: string; who: string; at: string }

export type Purged = { documents: number; files: number }

/** Keeping as long as the law says and no longer; part of `BookPort`, the same rules hold. */
export type RetentionPort = {
  /** Nothing is changed. */
  retention(progress?: (p: WorkProgress) => void): Promise<RetentionReport>
  /**
   * Destroy what the report says goes; decided anew first. Refused with `retention-changed` when that is not what was shown,
   * `not-granted` without main's grant for this digest, `purge-desks` while data are exchanged with other desks, `purge-unsent` where an attempt is not at its end.
   */
  purge(digest: string, why: string, grant: Grant, progress?: (p: WorkProgress) => void): Promise<Purged>
  retentionHolds(): Promise<RetentionHold[]>
  /** Keep these documents and all that belongs to them, whatever their age. */
  holdDocuments(asked: AuditAsk, reason: string): Promise<void>
  liftHold(id: string, reason: string): Promise<void>
}

/** What an inspection asks of a book. */
export type KeepingPort = AuditPort & RetentionPort
