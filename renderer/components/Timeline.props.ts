import type { Text } from '#shared/model/text'

export type TimelineEvent = {
  id: string
  at: string
  kind: 'local' | 'sent' | 'receipt' | 'unknown'
  outcome: 'neutral' | 'good' | 'bad' | 'waiting'
  title: Text
  detail?: Text
  /** Raw code and text as received; shown beside the words, also when nobody knows the code. */
  raw?: { code: string; text: string }
}

/** One try to declare: 第1次 退单, 第2次 放行. Newest attempt on top, its events newest first. */
export type TimelineAttempt = { number: number; summary: Text; events: readonly TimelineEvent[] }
export type TimelineProps = { attempts: readonly TimelineAttempt[] }
