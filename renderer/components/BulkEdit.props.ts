import type { Text } from '#shared/model/text'

export type BulkField = {
  key: string
  title: Text
  options?: readonly { value: string; label: Text }[]
  /** A day, as YYYY-MM-DD. */
  day?: boolean
}
export type BulkPreview = {
  rows: number
  changed: number
  invalid: number
  samples: readonly { label: string; before: string; after: string; fault?: Text }[]
}

/** Field = value for all rows of a filter: preview first, then do it, then it can be undone. */
export type BulkEditProps = {
  open: boolean
  onClose: () => void
  rows: number
  fields: readonly BulkField[]
  preview: (field: string, value: string, signal: AbortSignal) => Promise<BulkPreview>
  /** Does it and gives the undo. */
  apply: (field: string, value: string) => Promise<{ changed: number; undo: () => Promise<void> }>
}
