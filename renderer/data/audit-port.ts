import type { AuditAsk } from '#shared/audit-file/ask'
import type { AuditKind } from '#shared/audit-file/kinds'
import type { Text } from '#shared/model/text'
import type { PrintDocument } from '#shared/print/document'
import type { WorkProgress } from './work-port'

/** What a 卷宗 would hold: how many of each kind, and what is not in this book. */
export type AuditPreview = {
  counts: { kind: AuditKind; asked: number; all: number }[]
  documents: number
  notFound: string[]
}

/** `named`: with persons in clear, for this reason. `files`: originals of papers, told by their digest or name. */
export type AuditChoice = { named?: { reason: string }; files?: readonly File[] }

export type AuditFile = {
  fileName: string
  bytes: Uint8Array
  indexSha256: string
  documents: number
  entries: number
  /** Its index to be printed, with its digest. */
  contents: PrintDocument
  /** Papers of which the original is not in it. */
  missing: { name: string; number: string; place: string }[]
  /** Given files that no paper of these documents names; they are not in it. */
  unused: string[]
}

/** One 卷宗 that was made here, as the journal has it. */
export type AuditRecord = {
  seq: number
  at: string
  who: string
  /** Reason, where persons are in clear in it. */
  why: string
  asked: string
  documents: number
  /** Digest of its index. */
  sha256: string
}

/** Whether a file is a 卷宗 of this book and as it was made. */
export type AuditVerdict =
  | { ok: true; made?: AuditRecord; documents: number; createdAt: string }
  | { ok: false; text: Text; fix: Text }

/** 卷宗 for an inspection; part of `BookPort`, the same rules hold. */
export type AuditPort = {
  previewAudit(ask: AuditAsk, progress?: (p: WorkProgress) => void): Promise<AuditPreview>
  /**
   * Collect, write and note in the journal, in this order: what nobody noted was never handed out. Refused with
   * `audit-empty`, `audit-large` (how many, how many fit).
   */
  makeAudit(
    ask: AuditAsk,
    choice: AuditChoice,
    software?: string,
    progress?: (p: WorkProgress) => void,
  ): Promise<AuditFile>
  /** 卷宗 that were made, newest first. */
  auditsMade(): Promise<AuditRecord[]>
  /** Prove a file, and look whether the journal knows it. */
  checkAudit(file: File): Promise<AuditVerdict>
}
