import { sortFindings, type Finding } from '../../rules/rule'
import { ClaimIndex, type Claim } from './index'
import { feeRules } from './fees'
import { invoiceRules } from './invoices'
import { numberRules } from './numbers'
import { linkQuantities, pairingRules } from './pairing'
import type { LinkQuantity } from './link-quantity'
import { paperRules } from './papers'
import type { MatchRule } from './rule'

/** Every rule on a claim and its papers. */
export const matchRules: readonly MatchRule[] = [
  ...numberRules,
  ...pairingRules,
  ...invoiceRules,
  ...paperRules,
  ...feeRules,
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
  purchase: ({ purchasesOf }) => purchasesOf.keys(),
  'export-invoice': ({ declarationsOfInvoice }) => declarationsOfInvoice.keys(),
}

/** Everything found about a claim, and the quantities of its links. */
export function matchClaim(
  claim: Claim,
  rules: readonly MatchRule[] = matchRules,
  index = new ClaimIndex(claim),
): { findings: Finding[]; links: LinkQuantity[] } {
  const links: LinkQuantity[] = []
  for (const link of index.links.values()) for (const one of linkQuantities(index, link)) links.push(one)
  return { findings: sortFindings(askAll(index, rules)), links }
}

function askAll(index: ClaimIndex, rules: readonly MatchRule[]): Finding[] {
  const findings: Finding[] = []
  const keys = new Map<MatchRule['scope'], readonly string[]>()
  for (const rule of rules) {
    const of = keys.get(rule.scope) ?? [...keysOf[rule.scope](index)]
    keys.set(rule.scope, of)
    for (const key of of) {
      const found = rule.check(index, key)
      if (found.length > 0) findings.push(...found)
    }
  }
  return findings
}

/** An export invoice may stand on papers that have nothing else in common; every other rule keeps to what hangs together. */
const isCross = ({ scope }: MatchRule): boolean => scope === 'export-invoice'

/** The rules that ask nothing beyond lines and papers which hang together. */
export const partRules: readonly MatchRule[] = matchRules.filter((rule) => !isCross(rule))

/** What is found about export invoice numbers, with the 报关单 each is used for. */
export const crossFindings = (declarationsOfInvoice: ReadonlyMap<string, ReadonlySet<string>>): Finding[] =>
  askAll(ClaimIndex.ofInvoiceNames(declarationsOfInvoice), matchRules.filter(isCross))
