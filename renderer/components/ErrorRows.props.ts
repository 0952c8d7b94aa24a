import type { RowError } from '#shared/model/import-report'

export type ErrorRow = RowError & { id: string; corrected?: string }

/** Refused rows: edited in place and tried again, or handed back as Excel with the reason in a column. */
export type ErrorRowsProps = {
  gridId: string
  total: number
  version: number | string
  rows: (offset: number, limit: number) => Promise<readonly ErrorRow[]>
  onCorrect: (changes: readonly { id: string; value: string }[]) => void | Promise<void>
  /** Try the corrected rows again. */
  onRetry?: () => void
  onExport?: () => void
  retrying?: boolean
}
