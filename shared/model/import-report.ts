import { z } from 'zod'
import type { Text } from './text'

/** Files that state row by row what an officer would note by hand in the cashier's room. */
export const noteFileKinds = [
  'warehouse-lots',
  'warehouse-stock',
  'warehouse-outs',
  'forex-refunds',
  'forex-contracts',
  'cost-documents',
] as const
export type NoteFileKind = (typeof noteFileKinds)[number]
export const isNoteFile = (kind: string): kind is NoteFileKind =>
  (noteFileKinds as readonly string[]).includes(kind)

export const recordKinds = [
  'orders',
  'payments',
  'waybills',
  'weighings',
  'goods',
  'invoices',
  'declarations',
  'rates',
  'exchange-rates',
  'handbooks',
  'tariff',
  'code-changes',
  ...noteFileKinds,
] as const
export type RecordKind = (typeof recordKinds)[number]

/** Files of the cashier's room: read as a whole by formats of their own, not row by row. */
export const forexFileKinds = ['bank', 'settlement', 'safe-rates', 'bank-quotes'] as const
/** Everything the import room takes. */
export const fileKinds = [...recordKinds, ...forexFileKinds] as const
export type FileKind = (typeof fileKinds)[number]
export const isForexFile = (kind: FileKind): kind is (typeof forexFileKinds)[number] =>
  (forexFileKinds as readonly string[]).includes(kind)

/** One reason why a row was refused (or, with `warning`, accepted with a remark). `row` is 1-based as Excel shows it. */
export type RowError = {
  row: number
  column: string
  value: string
  rule: string
  message: Text
  fix: Text
}

/** Counts of one import. rowsRead = rowsAccepted + rowsRefused + duplicates; updated ⊆ accepted. */
export const ImportReport = z.object({
  file: z.string(),
  profile: z.string(),
  encoding: z.string(),
  rowsRead: z.int(),
  rowsAccepted: z.int(),
  rowsRefused: z.int(),
  duplicates: z.int(),
  updated: z.int(),
  records: z.object({ byKind: z.record(z.string(), z.int()) }),
  classes: z.record(z.string(), z.int()),
  /** Per currency letters; `unspecified` where neither file nor options name one. */
  amounts: z.record(z.string(), z.string()),
  /** The sheet of a workbook that was read. */
  sheet: z.string().optional(),
  /** Field → column as the file was read, in the form of MAP.json. */
  mapping: z.record(z.string(), z.unknown()).optional(),
  /** Rule → number of remarks on rows that were accepted, and of rows that are no records (blank, footer). */
  warnings: z.record(z.string(), z.int()).optional(),
  /** What the file does not say and nobody has answered yet. */
  questions: z.array(z.object({ id: z.string(), zh: z.string(), en: z.string() })).optional(),
})
export type ImportReport = z.infer<typeof ImportReport>
