import { rules as forexRules } from '../forex/catalogue'
import type { ForexSeverity } from '../forex/cite'
import { catalogue as rebateRules } from '../rebate/rule-set'
import { strengthOf, type Basis, type RuleHead, type Severity, type Strength } from '../rules/rule'
import { forexForms } from './forex-forms'
import { forexPolicies } from './forex-policies'
import type { Policy } from './policy'
import { rebateLaw } from './rebate-law'
import { rebatePolicies } from './rebate-policies'

export type { Policy } from './policy'

/** A rule of either room as the catalogue shows it. */
export type CatalogueRule = RuleHead<Severity | ForexSeverity> & {
  room: 'rebate' | 'forex'
  /** Letters before the number: the family a rule stands in. */
  group: string
  strength: Strength
}

/** What a finding fills in is no part of the rule. */
const unfilled = (text: string): string => text.replace(/\{\w+\}/g, '…')

const entry =
  (room: CatalogueRule['room']) =>
  (rule: RuleHead<Severity | ForexSeverity>): CatalogueRule => ({
    ...rule,
    text: { zh: unfilled(rule.text.zh), en: unfilled(rule.text.en) },
    fix: { zh: unfilled(rule.fix.zh), en: unfilled(rule.fix.en) },
    room,
    group: /^(?:[A-Z]+-)?([A-Z]+)/.exec(rule.id)?.[1] ?? '',
    strength: strengthOf(rule.basis),
  })

/** Every rule of both rooms, by room and id. */
export const everyRule = (): CatalogueRule[] => [
  ...rebateRules().map(entry('rebate')),
  ...Object.values(forexRules)
    .map(entry('forex'))
    .sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)),
]

/** Every document that may be cited, one entry a name. */
export const policies: readonly Policy[] = [...rebateLaw, ...rebatePolicies, ...forexPolicies, ...forexForms]

/** A rule and where in a document it stands. */
export type Citing = { rule: CatalogueRule; basis: Basis }

/** Rules by the document they cite, each citation once, in the order of the rules. */
export function citations(rules: readonly CatalogueRule[]): ReadonlyMap<string, readonly Citing[]> {
  const cited = new Map<string, Citing[]>()
  for (const rule of rules) {
    for (const basis of rule.basis)
      cited.set(basis.document, [...(cited.get(basis.document) ?? []), { rule, basis }])
  }
  return cited
}
