import type { Finding } from '../rules/rule'
import { raise } from '../rules/rule'
import { catalogue } from './rule-set'
import type { LastPurchase } from './last-purchases'
import { compareNames, inDealUnit } from './match/units'
import { samePlace } from './match/places'
import type { DeclarationItem } from '../model/rebate/export-line'

/** A line of a 清单 or 报关单 that is being built, meant for a refund, with the supplier's last invoice of these goods. */
export type PlannedLine = {
  id: string
  item: Pick<
    DeclarationItem,
    | 'name'
    | 'qty'
    | 'unit'
    | 'qty1'
    | 'unit1'
    | 'qty2'
    | 'unit2'
    | 'hsCode'
    | 'originPlace'
    | 'supervisionMode'
    | 'exportDate'
  >
  /** A simplified, B summarised; only for 9610. */
  statisticsFlag?: 'A' | 'B'
  invoice?: { invoice: Pick<LastPurchase['invoice'], 'number' | 'sellerRegion'>; line: LastPurchase['line'] }
  /** 退税品名 of the goods master; '' when it names none, absent where no master stands behind the line. */
  purchaseName?: string
}

const rules = new Map(catalogue().map((rule) => [rule.id, rule]))
const warn = (
  rule: string,
  line: PlannedLine,
  field: string,
  zh: string,
  en: string,
  params: Record<string, string>,
) =>
  raise(rules.get(rule)!, {
    target: `line:${line.id}`,
    field,
    severity: 'warning',
    message: { zh, en },
    params,
  })

/**
 * The checks whose failure cannot be mended after declaring: name, unit, 境内货源地 and A/B, as warnings while the list can
 * still be changed. Without an invoice the name is held against the 退税品名 of the goods master, and the rest is not judged.
 */
export function beforeDeclaring(line: PlannedLine): Finding[] {
  const { item, invoice, statisticsFlag } = line
  const findings: Finding[] = []
  if (item.supervisionMode === '9610' && statisticsFlag === 'A') {
    findings.push(
      warn(
        'RB-B15',
        line,
        'statisticsFlag',
        '按 A 简化申报不产生报关单，不能退税；退税货物选 B 汇总申报',
        'Declared as A there is no declaration and no refund; choose B',
        {},
      ),
    )
  }
  if (!invoice) return [...findings, ...againstMaster(line)]
  const { line: bought } = invoice
  const params = { invoice: invoice.invoice.number, theirs: bought.name, ours: item.name }
  if (compareNames(bought.name, item.name) !== 'equal') {
    findings.push(
      warn(
        'RB-E04',
        line,
        'name',
        '发票 {invoice} 品名「{theirs}」，申报品名「{ours}」',
        'Invoice {invoice} says {theirs}, declared is {ours}',
        params,
      ),
    )
  }
  const declared = { ...item, no: '', item: 1 }
  if (inDealUnit('1', bought.unit, declared) === undefined) {
    findings.push(
      warn(
        'RB-E03',
        line,
        'unit',
        '发票 {invoice} 单位「{unit}」不在申报的三个单位之中',
        'The unit {unit} of invoice {invoice} is none of the three declared',
        { ...params, unit: bought.unit },
      ),
    )
  }
  const region = invoice.invoice.sellerRegion
  if (region !== undefined && item.originPlace !== undefined && !samePlace(region, item.originPlace)) {
    findings.push(
      warn(
        'RB-E10',
        line,
        'originPlace',
        '境内货源地 {place}，供应商在 {region}',
        'Domestic source {place}, the supplier is in {region}',
        { place: item.originPlace, region },
      ),
    )
  }
  return findings
}

/** No invoice is here yet: what will stand on it is known from the goods master only. */
function againstMaster(line: PlannedLine): Finding[] {
  const { item, purchaseName } = line
  if (purchaseName === undefined) return []
  const params = { ours: item.name, theirs: purchaseName }
  if (purchaseName === '') {
    return [
      warn(
        'RB-E04',
        line,
        'name',
        '商品资料没有退税品名，申报品名「{ours}」与以后的进货发票是否一致无从核对',
        'The goods master has no name as invoiced, so nothing says that {ours} will stand on the purchase invoice',
        params,
      ),
    ]
  }
  if (compareNames(purchaseName, item.name) === 'equal') return []
  return [
    warn(
      'RB-E04',
      line,
      'name',
      '退税品名「{theirs}」，申报品名「{ours}」',
      'Invoiced as {theirs}, declared is {ours}',
      params,
    ),
  ]
}
