import type { Text } from '#shared/model/text'

/** n of m with rate and remaining time. Never a bare spinner. */
export type ProgressPanelProps = {
  title: Text
  state: 'running' | 'cancelling' | 'done' | 'failed' | 'cancelled'
  done: number
  /** Undefined while the size is not known: then only n and the rate are shown. */
  total?: number
  unit: Text
  /** Milliseconds since the start, from the caller's clock. */
  elapsedMs: number
  /** Counts shown under the bar as they grow (accepted, refused …). */
  counts?: readonly { label: Text; value: number; level?: 'normal' | 'warning' | 'error' }[]
  error?: Text
  onCancel?: () => void
  onBackground?: () => void
}
