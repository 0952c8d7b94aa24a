import type { ExportRequest, OutageRequest, ReceiptsContent } from '#shared/ipc/carry'
import type { Text } from '#shared/model/text'
import type { CarriedNews } from '#shared/protocol/engine/ports'
import type { JournalEntry } from '#shared/protocol/engine/records'
import type { SealedRecord } from './records'
import type { Filter } from './rows'

/** What could go into an exchange file now. */
export type Exportable = {
  /** Documents of the queue that may go, and those that wait for another document first. */
  queued: number
  waiting: number
  /** Batches without a result, with their documents. */
  batches: number
  documents: number
}
/** `batches`: by id, or every batch without a result. */
export type ExportChoice = { batches: string[] | 'open'; queued: boolean; why: string }
/** `more`: one file does not hold everything; export again for the rest. */
export type ExportSummary = {
  batches: number
  documents: number
  bytes: number
  shownPath: string
  more: boolean
}

/** Main's signatures: of batches, and in the messages themselves where the enterprise has them signed. */
export type SigningLink = {
  sign(manifest: Uint8Array): Promise<Uint8Array>
  /** Messages that have to be signed and cannot be now. */
  unsigned(): Promise<string[]>
  /** The message as it leaves; null when its key is not ready. */
  signMessage(message: string, xml: string): Promise<string | null>
}

/** What a window lends for carrying: main's signature and send journal, and the file it was told to write. */
export type CarryLink = SigningLink & {
  journal(): Promise<JournalEntry[]>
  write(request: Omit<ExportRequest, 'handle'>): Promise<{ shownPath: string; bytes: number }>
}

/** Which 清单 a pack stands for (only those declared and without an answer go in), who says so being the officer. */
export type OutageChoice = { lists: Filter; why: string; statedAt: string; skewMs?: number }
/** What the book gives for a pack; the window adds the editions of its tables and the sheet. */
export type OutageDraft = Omit<OutageRequest, 'handle' | 'sheet' | 'lists' | 'orders'> & {
  lists: SealedRecord<'lists'>[]
  orders: unknown[]
}
export type OutageLink = SigningLink & {
  write(draft: OutageDraft): Promise<{ shownPath: string; bytes: number; sha256: string }>
}
export type OutagePackView = {
  id: string
  at: string
  statedAt: string
  who: string
  why: string
  sha256: string
  shownPath: string
  lists: number
  documents: number
}
/** A document of a pack beside the real receipt that came for it since; `code` '' while there is none. */
export type PackedDocument = {
  list: string
  copNo: string
  message: string
  businessKey: string
  batchId: string
  code: string
  words: Text
  at: string
  preNo: string
  invtNo: string
}

/** Files that somebody carries between machines; part of `BookPort`, the same rules hold. */
export type CarryPort = {
  exportable(): Promise<Exportable>
  /**
   * Fix what is queued, and write batches into a file. From then on they may have left: their result is unknown until
   * receipts come back or the line does. Refused with `nothing-to-export`, and with `suspect` as every send.
   */
  exportBatches(choice: ExportChoice, link: CarryLink): Promise<ExportSummary>
  /** Take in a receipts file; again and in whatever order, it changes nothing twice. */
  bringBack(content: ReceiptsContent, link: CarryLink): Promise<CarriedNews>

  /** 应急包 of 清单 that are declared and without an answer; their batches leave with it. It stays in the book. */
  makeOutagePack(choice: OutageChoice, link: OutageLink): Promise<OutagePackView>
  outagePacks(): Promise<OutagePackView[]>
  outagePack(id: string): Promise<{ pack: OutagePackView; documents: PackedDocument[] }>
}
