import type { Text } from '../../model/text'
import { cmp, div, isZero, mul, round, sub, sum } from '../../money/decimal'
import type { DeclarationItem } from '../../model/rebate/export-line'
import { pairsOf, plainName } from '../match/units'
import { keyOfLine, netOfPart, type Allocation, type AllocatedPurchase, type OpenLine } from './allocation'

/** What earlier claims paired: goods of a supplier under this name went out under this goods code. */
export type PairingMemory = { sellerTaxNo: string; name: string; hsCode: string }

/** `businessType`: this part of the item is claimed under it, and under a number of its own. */
export type OpenItem = { item: DeclarationItem; qty: string; businessType?: string }

/** An item nothing, or not enough, was found for. `missing`: in its deal unit. */
export type Uncovered = { item: DeclarationItem; missing: string; reason: Text }

const PLACES = 8

/** Quantity of the invoice's unit that one deal unit of the item is; undefined when the item does not know the unit. */
function perDealUnit(item: DeclarationItem, unit: string): { of: string; deal: string } | undefined {
  const pairs = pairsOf(item)
  const [deal] = pairs
  const own = pairs.find((pair) => pair.unit === unit.normalize('NFKC').trim())
  return deal && own && !isZero(deal.qty) && !isZero(own.qty) ? { of: own.qty, deal: deal.qty } : undefined
}

type Ranked = { open: OpenLine; fit: Fit; ratio: { of: string; deal: string }; rank: number }

/** A line that is fit for a refund, with what a comparison asks of it made once. */
type Fit = { key: string; name: string; unit: string; goods: string; age: string; line: number }

const plainUnit = (unit: string): string => unit.normalize('NFKC').trim()

/** The lines that are fit for a refund, by their plain name and by the goods codes they went out as before. */
class Candidates {
  readonly #byName = new Map<string, Set<Fit>>()
  readonly #byCode = new Map<string, Set<Fit>>()

  constructor(lines: ReadonlyMap<string, OpenLine>, memory: readonly PairingMemory[]) {
    const codes = new Map<string, string[]>()
    for (const known of memory) {
      const goods = memoryKey({ ...known, hsCode: '' })
      codes.set(goods, [...(codes.get(goods) ?? []), known.hsCode])
    }
    for (const [key, { invoice, line }] of lines) {
      if (invoice.status !== 'normal' || invoice.usage !== 'rebate' || invoice.kind === 'vatOrdinary')
        continue
      if ((invoice.sellerStatus ?? 'normal') !== 'normal') continue
      const goods = memoryKey({ sellerTaxNo: invoice.sellerTaxNo, name: line.name, hsCode: '' })
      const fit = {
        key,
        name: plainName(line.name),
        unit: plainUnit(line.unit),
        goods,
        age: `${invoice.date} ${invoice.number}`,
        line: line.line,
      }
      put(this.#byName, fit.name, fit)
      for (const code of codes.get(goods) ?? []) put(this.#byCode, code, fit)
    }
  }

  of({ name, hsCode }: DeclarationItem): Set<Fit> {
    return new Set([...(this.#byCode.get(hsCode) ?? []), ...(this.#byName.get(plainName(name)) ?? [])])
  }

  /** A line of which nothing is left is not looked at again. */
  drop(fit: Fit, hsCode: string): void {
    this.#byName.get(fit.name)?.delete(fit)
    this.#byCode.get(hsCode)?.delete(fit)
  }
}

const put = (map: Map<string, Set<Fit>>, at: string, fit: Fit): void => {
  const known = map.get(at)
  if (known) known.add(fit)
  else map.set(at, new Set([fit]))
}

/** Lines that may stand for an item, best first: paired before, same name, same unit, enough left, oldest. */
function ranked(
  { item, qty }: OpenItem,
  lines: ReadonlyMap<string, OpenLine>,
  candidates: Candidates,
  memory: ReadonlySet<string>,
): Ranked[] {
  const found: Ranked[] = []
  const ofUnit = new Map<string, { ratio: { of: string; deal: string }; wanted: string } | undefined>()
  const [own, deal] = [plainName(item.name), plainUnit(item.unit ?? '')]
  for (const fit of candidates.of(item)) {
    const open = lines.get(fit.key)!
    if (!ofUnit.has(fit.unit)) {
      const ratio = perDealUnit(item, fit.unit)
      const wanted = ratio && round(div(mul(qty, ratio.of), ratio.deal, PLACES), PLACES)
      ofUnit.set(fit.unit, ratio && { ratio, wanted: wanted! })
    }
    const unit = ofUnit.get(fit.unit)
    if (!unit || cmp(open.qty, '0') <= 0) continue
    const known = memory.has(`${fit.goods}${item.hsCode}`)
    const rank =
      (known ? 0 : 8) +
      (fit.name === own ? 0 : 4) +
      (fit.unit === deal ? 0 : 2) +
      (cmp(open.qty, unit.wanted) === 0 ? 0 : 1)
    found.push({ open, fit, ratio: unit.ratio, rank })
  }
  return found.sort(byRank)
}

const byRank = (a: Ranked, b: Ranked): number =>
  a.rank - b.rank || (a.fit.age < b.fit.age ? -1 : a.fit.age > b.fit.age ? 1 : a.fit.line - b.fit.line)

export const memoryKey = ({ sellerTaxNo, name, hsCode }: PairingMemory): string =>
  [sellerTaxNo, name.normalize('NFKC').replace(/\s+/g, ''), hsCode].join('|')

/**
 * 自动配单: a link for every item that invoices cover in full, oldest export first. What is not covered is said, and nothing
 * is taken for it. The same facts give the same links, in whatever order they come.
 * @param nextLinkNo gives numbers that were never used
 */
export function suggest(
  items: readonly OpenItem[],
  lines: ReadonlyMap<string, OpenLine>,
  memory: readonly PairingMemory[],
  nextLinkNo: () => string,
): { allocations: Allocation[]; uncovered: Uncovered[] } {
  const open = new Map(lines)
  const candidatesOf = new Candidates(lines, memory)
  const known = new Set(memory.map(memoryKey))
  const allocations: Allocation[] = []
  const uncovered: Uncovered[] = []
  for (const wanted of [...items].sort(byAge)) {
    const { item, qty, businessType } = wanted
    const candidates = ranked(wanted, open, candidatesOf, known)
    const taken = take(qty, candidates)
    if (cmp(taken.missing, '0') > 0) {
      uncovered.push({ item, missing: taken.missing, reason: reasonOf(candidates.length, taken.missing) })
      continue
    }
    for (const { fit: used, part } of taken.parts) {
      const { key } = used
      const from = open.get(key)!
      const left = sub(from.qty, part.qty)
      open.set(key, { ...from, qty: left, net: sub(from.net, part.net) })
      if (cmp(left, '0') <= 0) candidatesOf.drop(used, item.hsCode)
    }
    allocations.push({
      linkNo: nextLinkNo(),
      hsCode: item.hsCode,
      ...(businessType !== undefined && { businessType }),
      exports: [{ declarationNo: item.no, item: item.item, qty }],
      purchases: taken.parts.map(({ part }) => part),
    })
  }
  return { allocations, uncovered }
}

const byAge = (
  { item: a, businessType: s = '' }: OpenItem,
  { item: b, businessType: t = '' }: OpenItem,
): number => {
  const [x, y] = [`${a.exportDate} ${a.no}`, `${b.exportDate} ${b.no}`]
  return x < y ? -1 : x > y ? 1 : a.item - b.item || (s < t ? -1 : s > t ? 1 : 0)
}

/** Parts of lines until a quantity is covered; what is missing stays in the deal unit of the item. */
function take(
  qty: string,
  candidates: readonly Ranked[],
): { parts: { fit: Fit; part: AllocatedPurchase }[]; missing: string } {
  let missing = qty
  const parts: { fit: Fit; part: AllocatedPurchase }[] = []
  for (const { open, fit, ratio } of candidates) {
    if (cmp(missing, '0') <= 0) break
    const wanted = round(div(mul(missing, ratio.of), ratio.deal, PLACES), PLACES)
    const all = cmp(wanted, open.qty) >= 0
    const taken = all ? open.qty : wanted
    parts.push({
      fit,
      part: {
        invoiceNumber: open.invoice.number,
        line: open.line.line,
        qty: taken,
        net: netOfPart(open, taken),
      },
    })
    missing =
      all && cmp(wanted, open.qty) > 0 ? sub(missing, div(mul(taken, ratio.deal), ratio.of, PLACES)) : '0'
  }
  return { parts, missing }
}

const reasonOf = (candidates: number, missing: string): Text =>
  candidates === 0
    ? {
        zh: '没有品名一致（或以往配过）、单位可换算、可用于退税的发票行',
        en: 'No invoice line with the same name, a unit that converts, and fit for a refund',
      }
    : { zh: `发票余量不足，还缺 ${missing}`, en: `The invoices left do not cover it: ${missing} missing` }

/** What the suggestion took from each line, for a check against what was left. */
export const takenOf = (allocations: readonly Allocation[]): Map<string, { qty: string; net: string }> => {
  const taken = new Map<string, { qty: string; net: string }>()
  for (const { purchases } of allocations) {
    for (const { invoiceNumber, line, qty, net } of purchases) {
      const key = keyOfLine(invoiceNumber, line)
      const before = taken.get(key) ?? { qty: '0', net: '0' }
      taken.set(key, { qty: sum([before.qty, qty]), net: sum([before.net, net]) })
    }
  }
  return taken
}
