import type { CodeBook } from '../codes/book'
import type { CebDocument, ListWarning } from '../model/list'
import { customsMode } from '../model/mode'
import { beforeDeclaring, type PlannedLine } from '../rebate/before-declaring'
import type { LastPurchase, LastPurchases } from '../rebate/last-purchases'
import { strengthOf } from '../rules/rule'
import type { FaultSource } from './build-fault'
import type { Dossier, DossierLine } from './derive/dossier'

/** Field of a planned line → element of the 清单 line it stands in, and field of the goods master that mends it. */
const places: Readonly<Record<string, { element: string; field: string }>> = {
  name: { element: 'itemName', field: 'itemName' },
  unit: { element: 'unit', field: 'unit' },
  statisticsFlag: { element: 'statisticsFlag', field: 'statisticsFlag' },
}

/**
 * What would cost the refund of goods meant for one, as remarks of the 清单 that is being built: nothing of it can be mended
 * after declaring. Goods are meant for a refund when the master says so, or says nothing and an invoice bought for a refund
 * stands behind them. 境内货源地 is no element of a 清单 and is judged on a 报关单 only.
 */
export function refundRemarks(
  inventory: CebDocument,
  { lines, mode }: Dossier,
  purchases: LastPurchases | undefined,
  codes: CodeBook,
): ListWarning[] {
  const remarks = new Map<string, ListWarning>()
  for (const [at, line] of (inventory.lines ?? []).entries()) {
    const own = lines[at]
    if (!own || mode.direction === 'import') continue
    const invoice = purchases?.of(goodsOf(own))
    if (!isMeant(own, invoice)) continue
    const planned = plannedLine(inventory, line, own, codes)
    for (const found of beforeDeclaring({ ...planned, ...(invoice && { invoice }) })) {
      const { sku } = own.goods
      const place = places[found.field]
      const key = `${found.rule} ${sku}`
      if (!place || remarks.has(key)) continue
      const source: FaultSource = { record: 'goods', key: sku, field: place.field }
      remarks.set(key, {
        document: 'CEB603',
        path:
          place.element === 'statisticsFlag'
            ? place.element
            : `Inventory[1]/InventoryList[${at + 1}]/${place.element}`,
        rule: found.rule,
        value: (place.element === 'statisticsFlag' ? inventory.head : line)[place.element] ?? '',
        message: found.text,
        fix: found.fix,
        why: found.why,
        strength: strengthOf(found.basis),
        source,
      })
    }
  }
  return [...remarks.values()]
}

const goodsOf = ({ goods: { sku, itemName = '', gname, name } }: DossierLine) => ({
  sku,
  names: [itemName, gname, name],
})

const isMeant = ({ goods }: DossierLine, invoice: LastPurchase | undefined): boolean =>
  goods.rebate === 'Y' || (goods.rebate === undefined && invoice?.invoice.usage === 'rebate')

function plannedLine(
  { head }: CebDocument,
  line: Readonly<Record<string, string>>,
  { gnum, goods }: DossierLine,
  codes: CodeBook,
): PlannedLine {
  const unit = (element: string) => {
    const code = line[element]
    return code === undefined ? undefined : (codes.lookup('unit', code)?.zh ?? code)
  }
  const [qty, qty1, qty2] = [line['qty'], line['qty1'], line['qty2']]
  const [unit0, unit1, unit2] = [unit('unit'), unit('unit1'), unit('unit2')]
  const flag = head['statisticsFlag']
  return {
    id: String(gnum),
    item: {
      // What the 报关单 of a 汇总 will call the goods.
      name: line['itemName'] || (line['gname'] ?? ''),
      hsCode: line['gcode'] ?? '',
      supervisionMode: customsMode(head['tradeMode'] ?? ''),
      exportDate: '',
      ...(qty !== undefined && { qty }),
      ...(unit0 !== undefined && { unit: unit0 }),
      ...(qty1 !== undefined && { qty1 }),
      ...(unit1 !== undefined && { unit1 }),
      ...(qty2 !== undefined && { qty2 }),
      ...(unit2 !== undefined && { unit2 }),
    },
    ...(flag === 'A' || flag === 'B' ? { statisticsFlag: flag } : {}),
    purchaseName: goods.itemName ?? '',
  }
}
