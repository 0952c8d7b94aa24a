import { add, cmp, div, isZero, mul, sub, sum } from '../../money/decimal'
import { exchangeCost, outsideBand } from '../amounts/exchange-cost'
import { cents } from '../../rules/explain'
import { inDealUnit } from '../match/units'
import type { DeclarationItem } from '../../model/rebate/export-line'
import { keyOfLine, netOf, type Allocation, type OpenLine } from './allocation'

const PLACES = 12

/** What always stands beside a link while it is worked on. */
export type LinkFigures = {
  linkNo: string
  exportQty: string
  /** Undefined where a unit cannot be converted. */
  purchaseQty?: string
  difference?: string
  net: string
  refund: string
  fobUsd: string
  exchangeCost: string
  outsideBand: boolean
  /** FOB in CNY less net and what is not refunded; undefined without FOB in CNY. */
  grossProfit?: string
}

export type ItemMoney = { fobUsd: string; fobCny?: string }

/**
 * Figures of one link. `rateOf` gives the applied rebate rate and `levyOf` the levy rate of an invoice line; an item that is
 * claimed in part counts with its share of FOB.
 */
export function linkFigures(
  allocation: Allocation,
  facts: {
    items: ReadonlyMap<string, DeclarationItem>
    lines: ReadonlyMap<string, OpenLine>
    moneyOf(declarationNo: string, item: number, qty: string): ItemMoney
    rateOf(line: OpenLine): string
  },
  band: readonly [string, string],
): LinkFigures {
  const items = allocation.exports.flatMap(
    ({ declarationNo, item }) => facts.items.get(keyOfLine(declarationNo, item)) ?? [],
  )
  const net = netOf(allocation)
  const exportQty = sum(allocation.exports.map(({ qty }) => qty))
  const converted = allocation.purchases.map(({ invoiceNumber, line, qty }) => {
    const unit = facts.lines.get(keyOfLine(invoiceNumber, line))?.line.unit ?? ''
    return items.map((item) => inDealUnit(qty, unit, item)).find((one) => one !== undefined)
  })
  const known = converted.every((one) => one !== undefined)
  const purchaseQty = known ? sum(converted as string[]) : undefined
  // Of what was bought beyond the export only the exported share is claimed.
  const beyond = purchaseQty !== undefined && cmp(purchaseQty, exportQty) > 0
  const parts = allocation.purchases.map(({ invoiceNumber, line, net: whole }) => {
    const part = beyond ? cents(div(mul(whole, exportQty), purchaseQty, PLACES)) : whole
    const of = facts.lines.get(keyOfLine(invoiceNumber, line))
    const rate = of ? facts.rateOf(of) : '0'
    const levy = of?.line.rate ?? rate
    const gap = cmp(levy, rate) > 0 ? sub(levy, rate) : '0'
    return { refund: cents(mul(part, rate)), kept: cents(mul(whole, gap)) }
  })
  const money = allocation.exports.map(({ declarationNo, item, qty }) =>
    facts.moneyOf(declarationNo, item, qty),
  )
  const fobUsd = sum(money.map((one) => one.fobUsd))
  const fobCny = money.every((one) => one.fobCny !== undefined)
    ? sum(money.map((one) => one.fobCny!))
    : undefined
  const cost = add(net, sum(parts.map(({ kept }) => kept)))
  return {
    linkNo: allocation.linkNo,
    exportQty,
    ...(purchaseQty !== undefined && { purchaseQty, difference: sub(purchaseQty, exportQty) }),
    net: cents(net),
    refund: cents(sum(parts.map(({ refund }) => refund))),
    fobUsd: cents(fobUsd),
    exchangeCost: exchangeCost(net, fobUsd),
    outsideBand: !isZero(fobUsd) && outsideBand(net, fobUsd, band),
    ...(fobCny !== undefined && { grossProfit: cents(sub(fobCny, cost)) }),
  }
}

/** 笔数, USD FOB, 计税金额, 应退 of a batch. */
export const batchFigures = (links: readonly LinkFigures[]) => ({
  links: links.length,
  fobUsd: cents(sum(links.map(({ fobUsd }) => fobUsd))),
  net: cents(sum(links.map(({ net }) => net))),
  refund: cents(sum(links.map(({ refund }) => refund))),
})
