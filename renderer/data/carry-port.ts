import type { ExportRequest, ReceiptsContent } from '#shared/ipc/carry'
import type { CarriedNews } from '#shared/protocol/engine/ports'
import type { JournalEntry } from '#shared/protocol/engine/records'

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

/** What a window lends for carrying: main's signature and send journal, and the file it was told to write. */
export type CarryLink = {
  sign(manifest: Uint8Array): Promise<Uint8Array>
  journal(): Promise<JournalEntry[]>
  write(request: Omit<ExportRequest, 'handle'>): Promise<{ shownPath: string; bytes: number }>
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
}
