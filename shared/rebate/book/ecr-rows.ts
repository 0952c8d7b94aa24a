import { allocate, cmp, isZero, sub } from '../../money/decimal'
import { bondedOf, ratioOf } from '../handbooks'
import { itemKey } from '../match/index'
import { PRE_REFUND, partsOfClaim } from '../pre-refund'
import type { EcrDetail } from '../tables/manufacturer'
import type { LineTreatment } from '../treatment/treat'
import type { TreatmentLine } from '../../model/rebate/export-line'
import { answersOf, claimedAgain, claimedPart, type BatchFacts, type BatchLine } from './claim'
import { shareOf, type ItemFob } from './fob'
import { levyRateOf } from './period'

/** Rows of 《免抵退税申报明细表》: a line each, of 9810 goods one for what is sold and one for what is not (G04). */
export function ecrRows(
  facts: BatchFacts,
  fobs: ReadonlyMap<string, ItemFob>,
  given: readonly TreatmentLine[],
  treated: readonly LineTreatment[],
): EcrDetail[] {
  return facts.lines.flatMap((one, at) => {
    const { refundAllowed, rebateRate, levyRate } = treated[at]!
    const fob = fobs.get(itemKey(one.item.no, one.item.item))
    if (!refundAllowed || rebateRate === undefined || !fob) return []
    const again = claimedAgain(facts.batch, one)
    const whole = rowOf(facts, one, fob, { rebateRate, levyRate })
    const claimed = claimedPart(facts.batch, one)
    const rows = claimed === undefined ? [whole] : partOf(whole, claimed)
    return again === undefined ? rows.flatMap((row) => partsOf(row, given[at]!, facts.asOf)) : rows
  })
}

function rowOf(
  { batch, handbooks }: BatchFacts,
  { item, line }: BatchLine,
  fob: ItemFob,
  { rebateRate, levyRate }: { rebateRate: string; levyRate: string | undefined },
): EcrDetail {
  const { exportInvoiceNo = '', businessType, remark } = answersOf(batch, line)
  const handbook = handbooks?.get(item.handbookNo ?? '')
  const ratio = handbook?.kind === 'purchased' ? ratioOf(handbook) : undefined
  const bonded = handbook && fob.fobCny !== undefined ? bondedOf(fob.fobCny, handbook) : undefined
  return {
    exportInvoiceNo,
    declarationNo: item.no,
    item: item.item,
    exportDate: item.exportDate,
    hsCode: item.hsCode,
    name: item.name,
    unit: item.unit ?? '',
    qty: item.qty ?? '0',
    currency: item.currency ?? '',
    total: item.amount ?? '0',
    fx: fob.fxRate ?? '0',
    fobCny: fob.fobCny ?? '0',
    usdRate: fob.usdRate ?? '0',
    fobUsd: fob.fobUsd ?? '0',
    levyRate: levyRateOf(item.exportDate, { levyRate }) ?? rebateRate,
    rebateRate,
    ...(item.handbookNo && { handbookNo: item.handbookNo }),
    ...(ratio !== undefined &&
      (handbook!.adjustedRatio === undefined ? { plannedRatio: ratio } : { adjustedRatio: ratio })),
    ...(bonded !== undefined && { bondedMaterial: bonded }),
    ...(businessType && nameOf(businessType)),
    ...(remark && { remark }),
  }
}

const nameOf = (businessType: string) => ({
  businessType,
  ...(businessType === PRE_REFUND && { businessTypeName: '海外仓预退' }),
})

/** What of a line is claimed: what was sold since a settlement gave it back, or what did not come back. */
function partOf(row: EcrDetail, qty: string): EcrDetail[] {
  if (isZero(qty)) return []
  const part = (value: string) => shareOf(value, qty, row.qty) ?? value
  return [
    {
      ...row,
      qty,
      total: part(row.total),
      fobCny: part(row.fobCny),
      fobUsd: part(row.fobUsd),
      ...(row.bondedMaterial !== undefined && { bondedMaterial: part(row.bondedMaterial) }),
    },
  ]
}

/** Amounts go with the quantities, to the cent; what is not sold carries its 业务类型. */
function partsOf(row: EcrDetail, line: TreatmentLine, asOf: string): EcrDetail[] {
  const parts = partsOfClaim(line, asOf)
  if (!parts || isZero(parts.unsold) || cmp(row.qty, '0') <= 0) return [row]
  const before = nameOf(PRE_REFUND)
  if (isZero(parts.sold)) return [{ ...row, ...before }]
  if (cmp(parts.sold, row.qty) >= 0) return [row]
  const qtys = [parts.sold, sub(row.qty, parts.sold)]
  const share = (value: string) => allocate(value, qtys, 2)
  const [total, fobCny, fobUsd] = [row.total, row.fobCny, row.fobUsd].map(share)
  const bonded = row.bondedMaterial === undefined ? undefined : share(row.bondedMaterial)
  return qtys.map((qty, at) => ({
    ...row,
    qty,
    total: total![at]!,
    fobCny: fobCny![at]!,
    fobUsd: fobUsd![at]!,
    ...(bonded && { bondedMaterial: bonded[at]! }),
    ...(at === 1 && before),
  }))
}
