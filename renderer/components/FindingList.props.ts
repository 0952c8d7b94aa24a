import type { Text } from '#shared/model/text'

/** A finding in words: what, where, why (rule with its basis), what to do. */
export type FindingView = {
  id: string
  /** 阻断 refuses, 待补 may be declared, 提示 only says. */
  effect: 'block' | 'later' | 'hint'
  rule: string
  what: Text
  where: Text
  why: Text
  fix: Text
  /** Number of records that share the cause, when grouped. */
  count?: number
}

export type FindingListProps = {
  findings: readonly FindingView[]
  onJump?: (finding: FindingView) => void
  /** Whether a finding has a place to go to; by default all have. */
  canJump?: (finding: FindingView) => boolean
  /** Label of the jump; default 「去修改」. */
  jumpLabel?: Text
  empty?: Text
}
