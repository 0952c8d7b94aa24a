import { div, isZero, mul } from '../../money/decimal'
import type { DeclarationItem } from '../../model/rebate/export-line'

const PLACES = 8
const plain = (unit: string): string => unit.normalize('NFKC').trim()

/** The pairs of quantity and unit of an item, the deal unit first. */
export function pairsOf(item: DeclarationItem): { qty: string; unit: string }[] {
  const pairs = [
    [item.qty, item.unit],
    [item.qty1, item.unit1],
    [item.qty2, item.unit2],
  ] as const
  return pairs.flatMap(([qty, unit]) => (qty && unit ? [{ qty, unit: plain(unit) }] : []))
}

/**
 * A quantity in a unit, in the deal unit of an item; undefined when the item does not know the unit. Converted by the
 * item's own pairs only, never by a table.
 */
export function inDealUnit(qty: string, unit: string, item: DeclarationItem): string | undefined {
  // Nearly every invoice is in the deal unit as it is written.
  if (item.qty && item.unit && item.unit === unit) return qty
  const pairs = pairsOf(item)
  const [deal] = pairs
  const from = pairs.find((pair) => pair.unit === plain(unit))
  if (!deal || !from) return undefined
  if (from.unit === deal.unit) return qty
  return isZero(from.qty) ? undefined : div(mul(qty, deal.qty), from.qty, PLACES)
}

/** A quantity in the deal unit of an item, in another of its units; undefined when the item does not know that unit. */
export function fromDealUnit(qty: string, unit: string, item: DeclarationItem): string | undefined {
  const pairs = pairsOf(item)
  const [deal] = pairs
  const to = pairs.find((pair) => pair.unit === plain(unit))
  if (!deal || !to) return undefined
  if (to.unit === deal.unit) return qty
  return isZero(deal.qty) ? undefined : div(mul(qty, to.qty), deal.qty, PLACES)
}

export type NameVerdict = 'equal' | 'contains' | 'differs'

/** A goods name without tax category (`*…*`), blanks, width and case. */
export const plainName = (name: string): string =>
  name
    .normalize('NFKC')
    .trim()
    .replace(/^\*[^*]*\*/, '')
    .replace(/\s+/g, '')
    .toLowerCase()

/** How the name on an invoice stands to the name on the declaration. */
export function compareNames(invoice: string, declared: string): NameVerdict {
  const [a, b] = [plainName(invoice), plainName(declared)]
  if (a === b) return 'equal'
  return a !== '' && b !== '' && (a.includes(b) || b.includes(a)) ? 'contains' : 'differs'
}
