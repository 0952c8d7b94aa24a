import { z } from 'zod'
import type { Text } from './text'

export type RecordKind = 'orders' | 'payments' | 'waybills' | 'goods'

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
  amounts: z.record(z.string(), z.string()),
})
export type ImportReport = z.infer<typeof ImportReport>
