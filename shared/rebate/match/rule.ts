import type { Finding, RuleHead } from '../../rules/rule'
import type { ClaimIndex } from './index'

/** A rule over a claim. `scope` is what it is asked about, one at a time. */
export type MatchRule = RuleHead & {
  scope: 'declaration' | 'item' | 'export' | 'link' | 'invoice' | 'purchase' | 'export-invoice'
  check(index: ClaimIndex, key: string): Finding[]
}
