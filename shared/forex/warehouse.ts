import { add, cmp, isZero, mul, sub, sum, toFixed } from '../money/decimal'
import { quotient, written } from './amount'
import { rules } from './catalogue'
import { compareDeclared } from './checks/netting'
import { find, type ForexFinding } from './cite'
import { settingsOf } from '../model/forex/common'
import type { WarehouseInput } from '../model/forex/input'
import type { StockLine, WarehouseLot } from '../model/forex/netting'
import { resultOf, tidy } from './verdict'
import type { Result } from '../model/forex/result'

/** Units and money of one SKU, or of all. Amounts in the currency of the lots. */
export type StockFigures = {
  netSoldUnits: number
  expectedStock: number
  stockDifference: number | null
  surplusUnits: number
  grossSales: string
  refunds: string
  netProceeds: string
  customsValueOfNetSold: string
  difference: string
  ratio: string | null
  unsoldDeclaredValue: string
  held: string
}

export type WarehouseReport = StockFigures & {
  result: Result
  skus: Record<string, StockFigures>
  findings: ForexFinding[]
}

type Exact = Omit<StockFigures, 'ratio'> & { currency: string }

/**
 * D05–D07: units declared to overseas warehouses are sold, returned, scrapped or there; what was sold beyond them has no
 * goods flow. SKUs are never pooled; declarations of one SKU are, at their weighted value.
 */
export function checkWarehouse({ lots, ledger, settings }: WarehouseInput, asOf: string): WarehouseReport {
  const stated = settingsOf(settings)
  const names = [...new Set([...lots, ...ledger].map(({ sku }) => sku))].sort()
  const exact = names.map((sku) =>
    conserve(
      lots.filter((lot) => lot.sku === sku),
      ledger.filter((line) => line.sku === sku),
    ),
  )
  const findings: ForexFinding[] = []
  exact.forEach((figures, at) => {
    const sku = names[at] ?? ''
    if (figures.surplusUnits > 0) {
      const params = { sku, units: figures.surplusUnits }
      findings.push(find(rules.D06, { target: sku, field: 'soldUnits', day: asOf, params }))
    }
    if (figures.netSoldUnits !== 0 && !isZero(figures.customsValueOfNetSold)) {
      const { netProceeds, customsValueOfNetSold } = figures
      findings.push(...compareDeclared(sku, netProceeds, customsValueOfNetSold, stated, asOf).findings)
    }
  })
  const total = exact.reduce(pooled, nothing)
  const all = tidy(findings)
  return {
    ...shown(total),
    result: resultOf(all, { eligible: sub(total.netProceeds, total.held), credited: total.netProceeds }),
    skus: Object.fromEntries(exact.map((figures, at) => [names[at], shown(figures)])),
    findings: all,
  }
}

function conserve(lots: readonly WarehouseLot[], lines: readonly StockLine[]): Exact {
  const units = (pick: (line: StockLine) => number) => lines.reduce((all, line) => all + pick(line), 0)
  const money = (pick: (line: StockLine) => number) =>
    sum(lines.map((line) => mul(String(pick(line)), line.avgPrice)))
  const declaredUnits = lots.reduce((all, lot) => all + lot.units, 0)
  const declaredValue = sum(lots.map((lot) => mul(String(lot.units), lot.unitValue)))
  // Multiplied before it is divided, so that an exact half stays one.
  const shareOf = (value: string, part: number, whole: number) =>
    whole === 0 ? '0' : quotient(mul(value, String(part)), String(whole))
  const returned = ({ returnedRestocked, returnedScrapped }: StockLine) =>
    returnedRestocked + returnedScrapped
  const sold = units(({ soldUnits }) => soldUnits)
  const netSoldUnits = sold - units(returned)
  const expectedStock =
    declaredUnits -
    units(({ scrappedFromStock }) => scrappedFromStock) -
    (sold - units(({ returnedRestocked }) => returnedRestocked))
  const surplusUnits = Math.max(0, -expectedStock)
  const counted = lines.filter(({ stockCount }) => stockCount !== null)
  const grossSales = money(({ soldUnits }) => soldUnits)
  const refunds = money(returned)
  const netProceeds = sub(grossSales, refunds)
  const customsValueOfNetSold = shareOf(declaredValue, netSoldUnits, declaredUnits)
  return {
    currency: lots[0]?.currency ?? 'USD',
    netSoldUnits,
    expectedStock,
    stockDifference:
      counted.length === 0
        ? null
        : counted.reduce((all, line) => all + (line.stockCount ?? 0), 0) - expectedStock,
    surplusUnits,
    grossSales,
    refunds,
    netProceeds,
    customsValueOfNetSold,
    difference: sub(netProceeds, customsValueOfNetSold),
    unsoldDeclaredValue: shareOf(declaredValue, Math.max(0, expectedStock), declaredUnits),
    held: shareOf(grossSales, surplusUnits, sold),
  }
}

const nothing: Exact = {
  currency: 'USD',
  netSoldUnits: 0,
  expectedStock: 0,
  stockDifference: null,
  surplusUnits: 0,
  grossSales: '0',
  refunds: '0',
  netProceeds: '0',
  customsValueOfNetSold: '0',
  difference: '0',
  unsoldDeclaredValue: '0',
  held: '0',
}

const pooled = (a: Exact, b: Exact): Exact => ({
  currency: b.currency,
  netSoldUnits: a.netSoldUnits + b.netSoldUnits,
  expectedStock: a.expectedStock + b.expectedStock,
  stockDifference:
    a.stockDifference === null && b.stockDifference === null
      ? null
      : (a.stockDifference ?? 0) + (b.stockDifference ?? 0),
  surplusUnits: a.surplusUnits + b.surplusUnits,
  grossSales: add(a.grossSales, b.grossSales),
  refunds: add(a.refunds, b.refunds),
  netProceeds: add(a.netProceeds, b.netProceeds),
  customsValueOfNetSold: add(a.customsValueOfNetSold, b.customsValueOfNetSold),
  difference: add(a.difference, b.difference),
  unsoldDeclaredValue: add(a.unsoldDeclaredValue, b.unsoldDeclaredValue),
  held: add(a.held, b.held),
})

function shown({ currency, ...exact }: Exact): StockFigures {
  const text = (value: string) => written(value, currency)
  const { netProceeds, customsValueOfNetSold } = exact
  return {
    ...exact,
    grossSales: text(exact.grossSales),
    refunds: text(exact.refunds),
    netProceeds: text(netProceeds),
    customsValueOfNetSold: text(customsValueOfNetSold),
    difference: text(exact.difference),
    unsoldDeclaredValue: text(exact.unsoldDeclaredValue),
    held: text(exact.held),
    ratio:
      cmp(customsValueOfNetSold, '0') === 0 ? null : toFixed(quotient(netProceeds, customsValueOfNetSold), 4),
  }
}
