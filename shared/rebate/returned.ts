import type { ClaimExport } from '../model/rebate/claim'
import type { DeclarationItem, TreatmentLine } from '../model/rebate/export-line'
import { cmp, sub, sum } from '../money/decimal'
import { raise, type Finding } from '../rules/rule'
import { deadlineRules } from './deadlines/terms'

type Returned = Pick<DeclarationItem, 'qty' | 'returned'>

/** What of an item may be claimed, in its deal unit: less what came back, and nothing while that is not told in its unit. */
export function claimableQty({ qty, returned }: Returned): string | undefined {
  if (qty === undefined || !returned) return qty
  if (returned.qty === undefined || cmp(returned.qty, qty) >= 0) return '0'
  return sub(qty, returned.qty)
}

/**
 * F13 before a claim: what came back of a line is not claimed. `rows`: the line in the 关联号 of a trading company; undefined of
 * a 生产企业, whose claim takes the quantity that is left by itself.
 */
export function returnFindings(line: TreatmentLine, rows: readonly ClaimExport[] | undefined): Finding[] {
  const { returned, qty = '' } = line.declaration
  if (!returned || line.claimStands) return []
  const left = claimableQty(line.declaration) ?? '0'
  const held = rows ? sum(rows.map((row) => row.qty)) : qty
  const params = {
    qty,
    returned: returned.qty ?? '',
    left,
    held,
    by: returned.by.join('、'),
    on: returned.on,
  }
  const at = { target: `line:${line.line}`, field: 'returned', day: line.declaration.exportDate, params }
  const { f13 } = deadlineRules
  if (returned.qty === undefined) return [raise(f13, { ...at, message: untold })]
  if (rows ? cmp(held, left) > 0 : cmp(left, '0') <= 0)
    return [raise(f13, { ...at, message: rows ? beyond : all })]
  return [raise(f13, { ...at, severity: 'info', message: lessened })]
}

const untold = {
  zh: '退货单 {by} 的数量单位与报关单不同，退回多少算不出：查清前本项不得申报退税',
  en: 'Return {by} counts in another unit than the declaration: nothing of the item is claimed until it is known',
}
const beyond = {
  zh: '{qty} 中已退货 {returned}（退货单 {by}，{on}），最多可申报 {left}，配单 {held}：减少配单；退货办《出口货物已补税/未退税证明》',
  en: '{returned} of {qty} came back (return {by}, {on}): at most {left} is claimed, {held} stands in links; get the certificate for the return',
}
const all = {
  zh: '{qty} 已全部退货（退货单 {by}，{on}）：移出本批；退货办《出口货物已补税/未退税证明》',
  en: 'All {qty} came back (return {by}, {on}): take it out of the claim; get the certificate for the return',
}
const lessened = {
  zh: '{qty} 中已退货 {returned}（退货单 {by}，{on}），只按余下 {left} 申报；退货办《出口货物已补税/未退税证明》',
  en: '{returned} of {qty} came back (return {by}, {on}): only {left} is claimed; get the certificate for the return',
}
