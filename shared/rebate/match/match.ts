import { sortFindings, type Finding } from '../../rules/rule'
import { ClaimIndex, lineKey, type Claim } from './index'
import { invoiceRules } from './invoices'
import { numberRules } from './numbers'
import { linkQuantities, pairingRules, type LinkQuantity } from './pairing'
import { paperRules } from './papers'
import type { MatchRule } from './rule'

/** Every rule on a claim and its papers. */
export const matchRules: readonly MatchRule[] = [
  ...numberRules,
  ...pairingRules,
  ...invoiceRules,
  ...paperRules,
]

const keysOf: Readonly<Record<MatchRule['scope'], (index: ClaimIndex) => Iterable<string>>> = {
  declaration: ({ itemsOf }) => itemsOf.keys(),
  item: ({ items }) => items.keys(),
  export: ({ claim }) => claim.exports.map((_, at) => String(at)),
  link: ({ links }) => links.keys(),
  // Invoices nobody uses in this claim are not its business.
  invoice: ({ claim, invoices }) =>
    new Set(
      claim.purchases.map(({ invoiceNumber }) => invoiceNumber).filter((number) => invoices.has(number)),
    ),
  purchase: ({ claim }) =>
    new Set(claim.purchases.map(({ invoiceNumber, line }) => lineKey(invoiceNumber, line))),
  'export-invoice': ({ declarationsOfInvoice }) => declarationsOfInvoice.keys(),
}

/** Everything found about a claim, and the quantities of its links. */
export function matchClaim(
  claim: Claim,
  rules: readonly MatchRule[] = matchRules,
  index = new ClaimIndex(claim),
): { findings: Finding[]; links: LinkQuantity[] } {
  const findings = rules.flatMap((rule) =>
    [...keysOf[rule.scope](index)].flatMap((key) => rule.check(index, key)),
  )
  const links = [...index.links.values()].flatMap((link) => linkQuantities(index, link))
  return { findings: sortFindings(findings), links }
}
