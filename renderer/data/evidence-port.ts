import type { Block, Intent } from '#shared/evidence/blocks'
import type { EvidenceDocument, FileType } from '#shared/evidence/document'
import type { EvidenceKind } from '#shared/evidence/kinds'
import type { Reminder, ReminderStep, Validity } from '#shared/evidence/validity'

/** A paper as it stands on the day asked. */
export type EvidenceView = { id: string; rev: number; document: EvidenceDocument; validity: Validity }

export type EvidenceQuery = {
  on: string
  kind?: EvidenceKind
  /** SKU, mode or principal; '' is the enterprise itself. */
  subject?: string
  state?: Validity['state']
  /** Part of title, number or subject. */
  text?: string
  offset: number
  limit: number
}
/** `states` counts what the rest of the query finds, whatever `state` says. The nearest end comes first. */
export type EvidencePage = {
  rows: EvidenceView[]
  total: number
  states: Partial<Record<Validity['state'], number>>
}

/** A paper as it is typed; its file is told by the bytes that come with it. */
export type EvidenceInput = Omit<EvidenceDocument, 'id' | 'file' | 'earlier'>

/** 证照与文件; part of `BookPort`. */
export type EvidencePort = {
  evidence(query: EvidenceQuery): Promise<EvidencePage>
  /**
   * A new paper without `known`, else the next state of that one; what a renewal took the place of is kept in `earlier`. `file` takes the place of the file it had; without it
   * that one stays, and `null` takes it away. Refused with `file-type` when the bytes are no PDF, OFD, JPG or PNG, with
   * `file-large` above 20 MB, and with `stale`.
   */
  putEvidence(
    input: EvidenceInput,
    why: string,
    known?: { id: string; rev: number },
    file?: File | null,
  ): Promise<{ id: string }>
  dropEvidence(id: string, rev: number, why: string): Promise<void>
  /** The file of a paper, or of one of its `earlier` states, its digest compared; undefined when it has none. */
  evidenceFile(
    id: string,
    earlier?: number,
  ): Promise<{ type: FileType; name: string; bytes: Uint8Array<ArrayBuffer> } | undefined>

  /** What to remind of on a day: 30, 7, 1 days before and after the end, each step until it was told. */
  reminders(on: string): Promise<Reminder[]>
  /** These steps were shown to somebody and are not told again. */
  remindersTold(told: readonly { id: string; step: ReminderStep }[]): Promise<void>
  /** What stands in the way of an act. The goods' own needs are added where the intent names SKU and a mode. */
  evidenceBlocks(intent: Omit<Intent, 'needs'>): Promise<Block[]>
}
