import type { RowError } from '#shared/model/import-report'

/** A refused row: its cells as read, as the officer mended them, and everything that is wrong with it. */
export type ErrorRow = {
  id: string
  row: number
  cells: readonly string[]
  mended?: readonly string[]
  errors: readonly RowError[]
}

/** Refused rows: edited in place and tried again, handed back as Excel with the reason, or given up. */
export type ErrorRowsProps = {
  gridId: string
  /** Headings of the file, in its order. */
  header: readonly string[]
  total: number
  version: number | string
  rows: (offset: number, limit: number) => Promise<readonly ErrorRow[]>
  /** Whole rows as they are after one act of editing. */
  onCorrect: (changes: readonly { id: string; cells: string[] }[]) => void | Promise<void>
  /** Try the corrected rows again. */
  onRetry?: () => void
  onExport?: () => void
  /** Give rows up; ids of the selected ones. */
  onDrop?: (ids: readonly string[]) => void
  retrying?: boolean
  /** Columns, by their place, whose cells name persons: masked, and not edited before they are shown. */
  personal?: ReadonlySet<number>
  /** Log the reason why the masked columns are shown. */
  onReveal?: (reason: string) => Promise<void>
}
