import type { Text } from '../../model/text'
import { cmp, div, isZero, mul, round, sub, sum } from '../../money/decimal'
import type { DeclarationItem } from '../model/export-line'
import { compareNames, pairsOf } from '../match/units'
import { keyOfLine, netOfPart, type Allocation, type AllocatedPurchase, type OpenLine } from './allocation'

/** What earlier claims paired: goods of a supplier under this name went out under this goods code. */
export type PairingMemory = { sellerTaxNo: string; name: string; hsCode: string }

export type OpenItem = { item: DeclarationItem; qty: string }

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

type Ranked = { open: OpenLine; key: string; ratio: { of: string; deal: string }; rank: number[] }

/** Lines that may stand for an item, best first: paired before, same name, same unit, enough left, oldest. */
function ranked(
  { item, qty }: OpenItem,
  lines: ReadonlyMap<string, OpenLine>,
  memory: ReadonlySet<string>,
): Ranked[] {
  const found: Ranked[] = []
  for (const [key, open] of lines) {
    const { invoice, line } = open
    if (invoice.status !== 'normal' || invoice.usage !== 'rebate' || invoice.kind === 'vatOrdinary') continue
    if ((invoice.sellerStatus ?? 'normal') !== 'normal' || cmp(open.qty, '0') <= 0) continue
    const ratio = perDealUnit(item, line.unit)
    if (!ratio) continue
    const known = memory.has(
      memoryKey({ sellerTaxNo: invoice.sellerTaxNo, name: line.name, hsCode: item.hsCode }),
    )
    const name = compareNames(line.name, item.name)
    if (!known && name !== 'equal') continue
    const wanted = round(div(mul(qty, ratio.of), ratio.deal, PLACES), PLACES)
    const rank = [
      known ? 0 : 1,
      name === 'equal' ? 0 : 1,
      line.unit.normalize('NFKC').trim() === item.unit?.normalize('NFKC').trim() ? 0 : 1,
      cmp(open.qty, wanted) === 0 ? 0 : 1,
    ]
    found.push({ open, key, ratio, rank })
  }
  return found.sort(byRank)
}

function byRank(a: Ranked, b: Ranked): number {
  for (const [at, value] of a.rank.entries()) {
    const off = value - (b.rank[at] ?? 0)
    if (off !== 0) return off
  }
  const [x, y] = [
    `${a.open.invoice.date} ${a.open.invoice.number}`,
    `${b.open.invoice.date} ${b.open.invoice.number}`,
  ]
  return x < y ? -1 : x > y ? 1 : a.open.line.line - b.open.line.line
}

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
  const known = new Set(memory.map(memoryKey))
  const allocations: Allocation[] = []
  const uncovered: Uncovered[] = []
  for (const wanted of [...items].sort(byAge)) {
    const { item, qty } = wanted
    const candidates = ranked(wanted, open, known)
    const taken = take(qty, candidates)
    if (cmp(taken.missing, '0') > 0) {
      uncovered.push({ item, missing: taken.missing, reason: reasonOf(candidates.length, taken.missing) })
      continue
    }
    for (const { key, part } of taken.parts) {
      const from = open.get(key)!
      open.set(key, { ...from, qty: sub(from.qty, part.qty), net: sub(from.net, part.net) })
    }
    allocations.push({
      linkNo: nextLinkNo(),
      hsCode: item.hsCode,
      exports: [{ declarationNo: item.no, item: item.item, qty }],
      purchases: taken.parts.map(({ part }) => part),
    })
  }
  return { allocations, uncovered }
}

const byAge = ({ item: a }: OpenItem, { item: b }: OpenItem): number => {
  const [x, y] = [`${a.exportDate} ${a.no}`, `${b.exportDate} ${b.no}`]
  return x < y ? -1 : x > y ? 1 : a.item - b.item
}

/** Parts of lines until a quantity is covered; what is missing stays in the deal unit of the item. */
function take(
  qty: string,
  candidates: readonly Ranked[],
): { parts: { key: string; part: AllocatedPurchase }[]; missing: string } {
  let missing = qty
  const parts: { key: string; part: AllocatedPurchase }[] = []
  for (const { open, key, ratio } of candidates) {
    if (cmp(missing, '0') <= 0) break
    const wanted = round(div(mul(missing, ratio.of), ratio.deal, PLACES), PLACES)
    const all = cmp(wanted, open.qty) >= 0
    const taken = all ? open.qty : wanted
    parts.push({
      key,
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
